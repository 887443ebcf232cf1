using System.Text;

namespace Rapporteur.Extraction;

/// <summary>Undoes UTF-8 that was once read as windows-1252: <c>â€œYesâ€</c> is <c>“Yes”</c> again.</summary>
/// <remarks>Only where the fault shows clearly: the leading characters of misread quotation marks and dashes. No right text has them.</remarks>
internal static class Mojibake
{
    // What windows-1252 shows for the bytes 0x80 to 0x9F, in order; '\0' where it shows nothing.
    private const string HighControls = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

    /// <summary>The text with misread runs read rightly; the same text when there are none.</summary>
    public static string Repair(string text)
    {
        if (!text.Contains("â€", StringComparison.Ordinal)) return text;
        StringBuilder repaired = new(text.Length);
        Span<byte> bytes = stackalloc byte[4];
        int at = 0;
        while (at < text.Length)
        {
            int length = ByteOf(text[at]) switch { >= 0xC3 and < 0xE0 => 2, >= 0xE0 and < 0xF0 => 3, >= 0xF0 and < 0xF5 => 4, _ => 0 };
            bool whole = length > 0 && at + length <= text.Length;
            for (int i = 0; whole && i < length; i++)
            {
                int value = ByteOf(text[at + i]);
                whole = value >= 0x80 && (i == 0 || value < 0xC0);
                bytes[i] = (byte)Math.Max(value, 0);
            }

            if (whole && Rune.DecodeFromUtf8(bytes[..length], out Rune rune, out int used) == System.Buffers.OperationStatus.Done && used == length)
            {
                repaired.Append(rune.ToString());
                at += length;
            }
            else repaired.Append(text[at++]);
        }

        return repaired.ToString();
    }

    /// <summary>The byte that windows-1252 shows as this character, or -1.</summary>
    private static int ByteOf(char c) => c switch
    {
        < '\u00a0' => c,
        <= '\u00ff' => c,
        _ => HighControls.IndexOf(c, StringComparison.Ordinal) is >= 0 and var i ? 0x80 + i : -1,
    };
}
