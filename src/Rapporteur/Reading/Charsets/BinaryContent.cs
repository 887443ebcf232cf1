namespace Rapporteur.Reading.Charsets;

/// <summary>Tells text from everything else that bears the name of a text.</summary>
internal static class BinaryContent
{
    private const int LookAt = 64 * 1024;

    // Texts have no control characters beside line ends and tabs; of random bytes one in ten is one. A few are scars of an old system.
    private const double MostControls = 0.01;

    /// <summary>Names the kind of a file that is known by its first bytes and is no text; null when it is none of these.</summary>
    public static string? Describe(ReadOnlySpan<byte> bytes) => bytes switch
    {
        _ when bytes.StartsWith("%PDF-"u8) => "a PDF document",
        _ when bytes.StartsWith("{\\rtf"u8) => "an RTF document",
        _ when bytes.StartsWith("PK\u0003\u0004"u8) => "a ZIP archive or an Office document",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "an old Office document",
        [0x89, 0x50, 0x4E, 0x47, ..] => "a PNG picture",
        [0xFF, 0xD8, 0xFF, ..] => "a JPEG picture",
        _ when bytes.StartsWith("GIF8"u8) => "a GIF picture",
        [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => "a WebP picture",
        [0x1F, 0x8B, ..] => "something packed with gzip (name it .gz to have it unpacked)",
        [0x7F, 0x45, 0x4C, 0x46, ..] => "a program",
        _ when bytes.StartsWith("SQLite format 3"u8) => "a database",
        _ => null,
    };

    /// <summary>True when decoded text has so many control characters that it never was text.</summary>
    public static bool IsNoise(string text)
    {
        ReadOnlySpan<char> start = text.AsSpan(0, Math.Min(text.Length, LookAt));
        int controls = 0;
        foreach (char c in start)
        {
            // C1 controls are counted too: a text in a charset that was guessed wrongly is no noise, but has at most a few.
            if (char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u0085')) controls++;
        }

        return controls > start.Length * MostControls;
    }
}
