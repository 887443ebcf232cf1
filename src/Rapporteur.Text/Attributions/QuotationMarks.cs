namespace Rapporteur.Text.Attributions;

/// <summary>Finds what stands between quotation marks: straight, curly, low-high, guillemets, doubled single ones.</summary>
/// <remarks>
/// One pass over the characters. A paragraph that ends inside a quotation runs on when the next one begins with an opening mark, as
/// printers do; otherwise the closing mark was lost, and the quotation ends where its paragraph does or before ", he said". A closing mark
/// without an opening one begins its quotation at the sentence. Apostrophes are told from single marks by what stands beside them; single
/// marks are never repaired.
/// </remarks>
internal static class QuotationMarks
{
    // Deeper nesting does not occur in print; the bound keeps ten thousand opening marks linear.
    private const int DeepestNesting = 4;

    /// <summary>The outermost quotations of a text, in text order.</summary>
    public static List<QuotedSpan> Find(string text, IReadOnlyList<TextSpan> paragraphs)
    {
        List<QuotedSpan> found = [];
        bool running = false;
        for (int p = 0; p < paragraphs.Count; p++)
        {
            bool nextOpens = p + 1 < paragraphs.Count && MarkAt(text, paragraphs[p + 1].Start, paragraphs[p + 1]) is { CanOpen: true, IsDouble: true };
            running = FindIn(text, paragraphs[p], p, running, nextOpens, found);
        }

        found.Sort((a, b) => a.Outer.CompareTo(b.Outer));
        return found;
    }

    // Returns whether the paragraph ends inside a quotation that the next one continues.
    private static bool FindIn(string text, TextSpan paragraph, int index, bool running, bool nextOpens, List<QuotedSpan> found)
    {
        List<Mark> open = new(DeepestNesting);
        List<QuotedSpan> nested = []; // double marks inside single ones, in case the single one turns out to be an apostrophe
        int done = paragraph.Start; // no quotation may begin before this: the end of the last one
        int at = paragraph.Start;
        while (at < paragraph.End)
        {
            if (!CouldBeMark(text[at])) { at++; continue; }
            Mark? seen = MarkAt(text, at, paragraph);
            if (seen is not { } mark) { at++; continue; }
            at = mark.Span.End;
            int partner = open.FindLastIndex(o => o.Family == mark.Family);
            // A curly mark opens inside straight ones, or the other way round: nested, not lost.
            bool nests = partner >= 0 && mark.IsDouble && (text[mark.Span.Start] == '"') != (text[open[partner].Span.Start] == '"') && open.Count < DeepestNesting;
            if (mark.CanClose && partner >= 0 && !(mark.CanOpen && mark.Span.Start == open[partner].Span.End))
            {
                Mark first = open[partner];
                open.RemoveRange(partner, open.Count - partner);
                if (open.Count == 0)
                {
                    done = Add(first, mark.Span, MarkRepair.None, found);
                    nested.Clear();
                }
                else if (mark.IsDouble && !open.Exists(o => o.IsDouble))
                {
                    Add(first, mark.Span, MarkRepair.None, nested);
                }
            }
            else if (mark.CanOpen)
            {
                if (!nests && mark.IsDouble && open.Exists(o => o.Family == mark.Family))
                {
                    // The same mark opens again: the closing mark of the one before was lost.
                    Mark lost = open.First(o => o.Family == mark.Family);
                    int end = EndOfLost(text, lost.Span.End, mark.Span.Start);
                    done = Add(lost, new TextSpan(end, end), MarkRepair.ClosingMarkLost, found);
                    open.Clear();
                }

                if (open.Count < DeepestNesting) open.Add(mark);
            }
            else if (mark.IsDouble && mark.CanClose && !open.Exists(o => o.IsDouble))
            {
                int start = StartOfLost(text, done, mark.Span.Start);
                if (start < mark.Span.Start)
                {
                    found.Add(new QuotedSpan(new TextSpan(start, mark.Span.End), new TextSpan(start, mark.Span.Start), index, false, MarkRepair.OpeningMarkLost));
                    open.Clear();
                }

                done = mark.Span.End;
            }
        }

        found.AddRange(nested);
        if (open.Find(o => o.IsDouble) is not { IsDouble: true } left) return false;
        bool runsOn = nextOpens && EndsLikeSentence(text, paragraph);
        int stop = runsOn ? paragraph.End : EndOfLost(text, left.Span.End, paragraph.End);
        Add(left, new TextSpan(stop, stop), runsOn ? MarkRepair.None : MarkRepair.ClosingMarkLost, found);
        return runsOn;

        int Add(Mark first, TextSpan close, MarkRepair repair, List<QuotedSpan> to)
        {
            bool continues = running && first.Span.Start == paragraph.Start;
            if (close.Start > first.Span.End)
            {
                to.Add(new QuotedSpan(first.Span.Union(close), new TextSpan(first.Span.End, close.Start), index, continues, repair));
            }

            return close.End;
        }
    }

    private static bool EndsLikeSentence(string text, TextSpan paragraph) => text[paragraph.End - 1] is '.' or '!' or '?' or '…' or ':' or ',' or ';';

    // A quotation whose closing mark was lost ends before ", he said", else where a sentence ends before the limit, else at the limit.
    private static int EndOfLost(string text, int from, int limit)
    {
        ReadOnlySpan<char> rest = text.AsSpan(from, limit - from);
        foreach (string tag in (string[])[" said", " says", " added", " told"])
        {
            int said = rest.IndexOf(tag, StringComparison.Ordinal);
            if (said < 0) continue;
            int comma = rest[..said].LastIndexOf(',');
            if (comma > 0 && said - comma < 60) return from + comma + 1;
        }

        return from + rest.TrimEnd().Length;
    }

    // A quotation whose opening mark was lost begins after the last quotation, at the sentence that holds the mark.
    private static int StartOfLost(string text, int from, int close)
    {
        int start = from;
        for (int i = close - 2; i > from; i--)
        {
            if (text[i] is '.' or '!' or '?' && char.IsWhiteSpace(text[i + 1]) && i + 2 < close && char.IsUpper(text[Math.Min(i + 2, close - 1)]) && i > from + 3 && char.IsLower(text[i - 1]) && char.IsLower(text[i - 2])) { start = i + 1; break; }
        }

        while (start < close && (char.IsWhiteSpace(text[start]) || text[start] is '.' or ',' or ')')) start++;
        return start;
    }

    private static bool CouldBeMark(char c) => c is '"' or '\'' or '`' or '«' or '»' or (>= '‘' and <= '‟') or '‹' or '›' or '＂';

    // One mark, or null when the character is an apostrophe.
    private static Mark? MarkAt(string text, int at, TextSpan paragraph)
    {
        char c = text[at];
        char before = at > paragraph.Start ? text[at - 1] : ' ';
        int length = c is '\'' or '`' or '’' or '‘' && at + 1 < paragraph.End && text[at + 1] == c ? 2 : 1;
        TextSpan span = new(at, at + length);
        char after = span.End < paragraph.End ? text[span.End] : ' ';
        bool opens = IsOuter(before) && !char.IsWhiteSpace(after);
        bool closes = !char.IsWhiteSpace(before) && IsOuter(after);
        if (length == 2) return new Mark(span, MarkFamily.English, opens || !closes, closes, true);
        switch (c)
        {
            case '"' or '＂':
                return new Mark(span, MarkFamily.English, opens || !closes, closes || !opens, true);
            case '“':
                // The closing mark of a German quotation, and now and then of a careless English one.
                return new Mark(span, MarkFamily.English, opens || !closes, closes && !opens, true);
            case '”' or '‟':
                return new Mark(span, MarkFamily.English, opens && !closes, closes || !opens, true);
            case '„':
                return new Mark(span, MarkFamily.English, true, false, true);
            case '«' or '‹':
                return new Mark(span, MarkFamily.Guillemet, !(closes && !opens), closes && !opens, true);
            case '»' or '›':
                return new Mark(span, MarkFamily.Guillemet, opens && !closes, !(opens && !closes), true);
            case '‘' or '‚' or '‛' or '`':
                return IsOuter(before) ? new Mark(span, MarkFamily.Single, true, false, false) : null;
            default: // ' and ’
                if (opens && !IsElision(text, span.End, paragraph.End)) return c == '’' ? null : new Mark(span, MarkFamily.Single, true, false, false);
                return closes ? new Mark(span, MarkFamily.Single, false, true, false) : null;
        }
    }

    // White space, brackets, dashes and other marks: what may stand outside a quotation mark.
    private static bool IsOuter(char c) =>
        char.IsWhiteSpace(c) || c is '(' or ')' or '[' or ']' or '—' or '–' or '-' or '/' or ',' or '.' or ';' or ':' or '!' or '?' or '…' or '"' or '\'' or (>= '‘' and <= '‟') or '«' or '»' or '*';

    // "'90s", "'em", "'til", "'cause", "'n'": an apostrophe where an opening mark would stand.
    private static bool IsElision(string text, int after, int limit)
    {
        if (after < limit && char.IsAsciiDigit(text[after])) return true;
        ReadOnlySpan<char> rest = text.AsSpan(after, Math.Min(6, limit - after));
        foreach (string word in (string[])["em", "til", "tis", "twas", "cause", "n", "s"])
        {
            if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (rest.Length == word.Length || !char.IsLetter(rest[word.Length]))) return true;
        }

        return false;
    }

    private enum MarkFamily
    {
        English,
        Guillemet,
        Single,
    }

    private readonly record struct Mark(TextSpan Span, MarkFamily Family, bool CanOpen, bool CanClose, bool IsDouble);
}
