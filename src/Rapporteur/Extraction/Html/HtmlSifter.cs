using System.Text;

namespace Rapporteur.Extraction.Html;

/// <summary>What is left of a page after <see cref="HtmlSifter"/>, with the JSON-LD it carried.</summary>
/// <param name="Html">The page without scripts, styles, drawings and comments.</param>
/// <param name="JsonLd">The contents of its <c>application/ld+json</c> scripts, in order.</param>
internal sealed record SiftedHtml(string Html, IReadOnlyList<string> JsonLd);

/// <summary>Passes over the characters of a page once, before it is parsed, and leaves out what never holds an article.</summary>
/// <remarks>
/// Two reasons. Half of a news page is script, and characters that the parser never sees cost it nothing. And a page made
/// to hurt (elements nested 100,000 deep, hundreds of unclosed formatting elements that every paragraph opens again, a tag
/// of a million attributes) is cut down to what a browser would be given by a sane author.
/// </remarks>
internal static class HtmlSifter
{
    /// <summary>Deeper elements lose their tags and keep their words. Real pages stay under 60; browsers stop at 512.</summary>
    private const int DeepestElement = 256;

    /// <summary>Formatting elements open at once; each new paragraph would open all of them again.</summary>
    private const int DeepestFormatting = 24;

    /// <summary>A longer tag is kept without its attributes. Longest on real pages: pictures written into the address, which we do not need.</summary>
    private const int LongestTag = 8_000;

    private static readonly HashSet<string> LeftOut = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "noscript", "svg", "iframe", "textarea", "select", "template", "object", "xmp", "canvas" };

    private static readonly HashSet<string> Formatting = new(StringComparer.OrdinalIgnoreCase) { "b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u", "nobr" };

    // Elements that never hold another, or that the next of their kind closes: they add nothing to the depth for long.
    private static readonly HashSet<string> Shallow = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "tbody", "thead", "tfoot", "a", "html", "head", "body",
    };

    /// <summary>Sifts one page.</summary>
    public static SiftedHtml Sift(string html)
    {
        StringBuilder kept = new(html.Length / 2);
        List<string> jsonLd = [];
        var left = LeftOut.GetAlternateLookup<ReadOnlySpan<char>>();
        var formatting = Formatting.GetAlternateLookup<ReadOnlySpan<char>>();
        var shallow = Shallow.GetAlternateLookup<ReadOnlySpan<char>>();
        HashSet<string> neverClosed = new(StringComparer.OrdinalIgnoreCase);
        int depth = 0, formattingDepth = 0, at = 0;
        while (at < html.Length)
        {
            int open = html.IndexOf('<', at);
            if (open < 0) open = html.Length;
            kept.Append(html, at, open - at);
            if (open + 1 >= html.Length) break;
            char next = html[open + 1];
            if (next == '!' || next == '?')
            {
                at = EndOfDeclaration(html, open);
                if (open + 2 < html.Length && (html[open + 2] | 32) == 'd') kept.Append(html, open, at - open);
                continue;
            }

            bool closing = next == '/';
            int nameStart = closing ? open + 2 : open + 1;
            if (nameStart >= html.Length || !char.IsAsciiLetter(html[nameStart]))
            {
                kept.Append('<');
                at = open + 1;
                continue;
            }

            int nameEnd = nameStart;
            while (nameEnd < html.Length && html[nameEnd] is not ('>' or '/') && !char.IsWhiteSpace(html[nameEnd])) nameEnd++;
            ReadOnlySpan<char> name = html.AsSpan(nameStart, nameEnd - nameStart);
            int end = EndOfTag(html, nameEnd);
            if (name.Equals("plaintext", StringComparison.OrdinalIgnoreCase)) { at = end; continue; }
            if (left.Contains(name))
            {
                at = end;
                if (closing || html[end - 1] != '>' || html[end - 2] == '/' && name.Equals("svg", StringComparison.OrdinalIgnoreCase)) continue;
                string endTag = $"</{name}";
                int close = neverClosed.Contains(endTag) ? -1 : html.IndexOf(endTag, end, StringComparison.OrdinalIgnoreCase);
                if (close < 0)
                {
                    // Remembered: a thousand of them must not search the rest of the page a thousand times.
                    neverClosed.Add(endTag);
                    // A script that is never closed runs to the end, as in a browser; another element without its end is only a lost tag.
                    if (name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase)) break;
                    continue;
                }

                if (html.AsSpan(open, end - open).Contains("ld+json", StringComparison.OrdinalIgnoreCase)) jsonLd.Add(html[end..close]);
                at = EndOfTag(html, close + 2 + name.Length);
                // The words on both sides of a script are not one word.
                kept.Append(' ');
                continue;
            }

            bool selfClosed = end - 2 > nameStart && html[end - 2] == '/';
            bool keep = true;
            if (formatting.Contains(name)) keep = Count(ref formattingDepth, DeepestFormatting, closing);
            else if (!shallow.Contains(name) && !selfClosed) keep = Count(ref depth, DeepestElement, closing);
            if (keep && end - open <= LongestTag) kept.Append(html, open, end - open);
            else if (keep) kept.Append('<').Append(closing ? "/" : "").Append(name).Append('>');
            at = end;
        }

        return new SiftedHtml(kept.ToString(), jsonLd);
    }

    /// <summary>Counts one opening or closing tag; false when it stands deeper than allowed.</summary>
    private static bool Count(ref int depth, int deepest, bool closing)
    {
        if (!closing) return ++depth <= deepest;
        if (depth == 0) return true;
        return depth-- <= deepest;
    }

    /// <summary>Just behind the tag: quotation marks hide a <c>&gt;</c> only where they begin a value.</summary>
    private static int EndOfTag(string html, int at)
    {
        while (at < html.Length)
        {
            int stop = html.AsSpan(at).IndexOfAny('>', '"', '\'');
            if (stop < 0) return html.Length;
            at += stop;
            char mark = html[at++];
            if (mark == '>') return at;
            int before = at - 2;
            while (before > 0 && char.IsWhiteSpace(html[before])) before--;
            if (html[before] != '=') continue;
            int close = html.IndexOf(mark, at);
            if (close < 0) return html.Length;
            at = close + 1;
        }

        return html.Length;
    }

    private static int EndOfDeclaration(string html, int open)
    {
        if (string.CompareOrdinal(html, open, "<!--", 0, 4) != 0)
        {
            int plain = html.IndexOf('>', open);
            return plain < 0 ? html.Length : plain + 1;
        }

        // "<!-->" and "<!--->" are whole comments.
        int close = html.IndexOf("-->", Math.Min(open + 2, html.Length), StringComparison.Ordinal);
        return close < 0 ? html.Length : close + 3;
    }
}
