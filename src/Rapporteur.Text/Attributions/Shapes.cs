namespace Rapporteur.Text.Attributions;

/// <summary>What quotations look like.</summary>
internal static class Shapes
{
    // Shorter stretches in quotation marks are names, titles and terms unless a cue governs them.
    private const int ShortestStatement = 4;

    /// <summary>True when a quotation is a sentence of its own: it ends like one, begins like one and has enough words.</summary>
    public static bool IsWhole(Prose prose, QuotedSpan quotation)
    {
        string text = prose.Text;
        TextSpan inner = Trim(text, quotation.Inner);
        if (inner.IsEmpty) return false;
        char last = text[inner.End - 1];
        bool ends = last is '.' or ',' or '!' or '?' or '…' or '—' or '–' || (quotation.Outer.End < text.Length && text[quotation.Outer.End] is '.' or ',' or '?' or '!');
        bool begins = char.IsUpper(text[inner.Start]) || text[inner.Start] is '…' or '.' or '[' or '(';
        int words = prose.WordAt(inner.End) - prose.WordAt(inner.Start);
        return ends && begins && words >= ShortestStatement;
    }

    /// <summary>True when part of the words stands in quotation marks.</summary>
    public static bool HasQuotation(Prose prose, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (prose.Words[i].Quotation >= 0) return true;
        }

        return false;
    }

    /// <summary>The span without white space at its ends and without the comma that only leads over to the cue.</summary>
    public static TextSpan Trimmed(Prose prose, TextSpan span)
    {
        span = Trim(prose.Text, span);
        return span.Length > 1 && prose.Text[span.End - 1] == ',' ? span with { End = span.End - 1 } : span;
    }

    private static TextSpan Trim(string text, TextSpan span)
    {
        int start = span.Start, end = span.End;
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextSpan(start, end);
    }
}
