using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Rapporteur.Web.Marking;

/// <summary>Writes words of strangers so that a reader sees what is there: nothing runs, nothing hides, nothing turns the line around.</summary>
/// <remarks>
/// Markup is encoded. Characters that cannot be seen but change what is seen (bidirectional controls, zero-width and tag
/// characters) are kept, each inside an element of its own that isolates its effect and shows a sign in its place.
/// Control characters and halves of surrogate pairs, which HTML cannot carry, become U+FFFD.
/// </remarks>
internal static class Legible
{
    /// <summary>Inline text that keeps its direction to itself.</summary>
    public static IHtmlContent Inline(string? text) => new HtmlFragment((writer, encoder) =>
    {
        writer.Write("<bdi>");
        Write(text, writer, encoder);
        writer.Write("</bdi>");
    });

    /// <summary>Text for places where elements cannot stand, such as a page's title or an attribute; unseen characters are left out.</summary>
    public static string Plain(string? text)
    {
        StringBuilder plain = new();
        foreach (Rune rune in (text ?? "").EnumerateRunes())
        {
            if (Rune.IsControl(rune)) plain.Append(' ');
            else if (!IsUnseen(rune)) plain.Append(rune.ToString());
        }

        return plain.ToString();
    }

    /// <summary>Writes text as the inside of an element.</summary>
    public static void Write(ReadOnlySpan<char> text, TextWriter writer, HtmlEncoder encoder)
    {
        StringBuilder run = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (!IsUnseen(rune))
            {
                run.Append((Rune.IsControl(rune) && rune.Value is not ('\t' or '\n' or '\r') ? Rune.ReplacementChar : rune).ToString());
                continue;
            }

            Flush();
            writer.Write($"<span class=\"unseen\" title=\"{NameOf(rune)}\">&#x{rune.Value:X};</span>");
        }

        Flush();

        void Flush()
        {
            encoder.Encode(writer, run.ToString());
            run.Clear();
        }
    }

    /// <summary>True for characters without a shape that change the order, the joining or the reading of others.</summary>
    /// <remarks>
    /// Unicode 16: the Bidi_Control characters, the zero-width space, word joiner and no-break space, interlinear annotation
    /// and tag characters. The zero-width joiners (U+200C, U+200D) belong to the spelling of Persian and to emoji, the soft
    /// hyphen to many pages; they are left alone.
    /// </remarks>
    public static bool IsUnseen(Rune rune) => rune.Value
        is 0x061C or 0x200B or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or 0x2060 or (>= 0x2066 and <= 0x2069)
        or 0xFEFF or (>= 0xFFF9 and <= 0xFFFB) or (>= 0xE0000 and <= 0xE007F);

    private static string NameOf(Rune rune) => rune.Value switch
    {
        0x200B => "zero-width space, U+200B",
        0x202E => "right-to-left override, U+202E",
        0x202D => "left-to-right override, U+202D",
        _ => $"invisible character, U+{rune.Value:X4}",
    };
}
