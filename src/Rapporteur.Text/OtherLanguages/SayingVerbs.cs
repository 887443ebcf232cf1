namespace Rapporteur.Text.OtherLanguages;

/// <summary>The saying verbs of one language, and names beside them.</summary>
internal sealed class SayingVerbs(string language, IEnumerable<string> forms, IEnumerable<string> noNames)
{
    // Small words that may stand between the marks and the verb ("a", "je"), and between the verb and a name ("el presidente de").
    private const int ToVerb = 2, ToName = 4;

    // Words between a verb and the colon before the marks: "sagte am Montag:".
    private const int ToColon = 6;

    private const int LongestName = 4;

    private readonly HashSet<string> _forms = new(forms, StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _noNames = new(noNames, StringComparer.OrdinalIgnoreCase);

    /// <summary>The name and the verb beside a quotation, or null when the pattern does not hold.</summary>
    /// <param name="text">The text.</param>
    /// <param name="names">The persons whom the text names in full.</param>
    /// <param name="before">The paragraph up to the opening mark.</param>
    /// <param name="after">The paragraph from behind the closing mark.</param>
    public (TextSpan Name, TextSpan Verb)? Beside(string text, FullNames names, TextSpan before, TextSpan after) => After(text, names, Words(text, after)) ?? Before(text, names, Words(text, before));

    // "…“, sagte Ilsko Varden", "…», a déclaré le président Ilsko Varden", "…“, Varden sagte".
    private (TextSpan, TextSpan)? After(string text, FullNames names, List<TextSpan> words)
    {
        int verb = 0;
        while (verb < words.Count && verb <= ToVerb && !IsVerb(text, words[verb]) && !IsName(text, words[verb]) && !Ends(text, words[verb])) verb++;
        if (verb < words.Count && IsVerb(text, words[verb])) return NameAfter(text, names, words, verb) is { } name ? (name, words[verb]) : null;
        if (verb == 0 && words.Count > 1 && Run(text, names, words, 0) is { } run && run.End < words.Count && IsVerb(text, words[run.End])) return (run.Span, words[run.End]);
        return null;
    }

    // "Ilsko Varden sagte am Montag: „…".
    private (TextSpan, TextSpan)? Before(string text, FullNames names, List<TextSpan> words)
    {
        if (words.Count < 3 || text[words[^1].Start] is not (':' or ',')) return null;
        for (int i = words.Count - 2; i >= 1 && i >= words.Count - 2 - ToColon && !Ends(text, words[i]); i--)
        {
            if (!IsVerb(text, words[i])) continue;
            int from = i;
            while (from > 0 && i - from < LongestName && IsName(text, words[from - 1])) from--;
            if (from < i && Run(text, names, words, from) is { } run && run.End == i) return (run.Span, words[i]);
            return NameAfter(text, names, words, i) is { } name ? (name, words[i]) : null;
        }

        return null;
    }

    private TextSpan? NameAfter(string text, FullNames names, List<TextSpan> words, int verb)
    {
        int name = verb + 1;
        // A German noun has a capital too: only a name may follow at once.
        int reach = language == "de" ? 0 : ToName;
        while (name < words.Count && name <= verb + reach && !IsName(text, words[name]) && char.IsLetter(text[words[name].Start])) name++;
        if (name >= words.Count || Run(text, names, words, name) is not { } run) return null;
        // "The head of the Harbour": behind small words, one capital may be a place or a body; a person's surname belongs to a full name.
        return name > verb + 1 && run.End == name + 1 && !names.Know(run.Span.In(text)) ? null : run.Span;
    }

    // A run of words with capitals that stands for a person.
    private (TextSpan Span, int End)? Run(string text, FullNames names, List<TextSpan> words, int first)
    {
        int end = first;
        while (end < words.Count && end < first + LongestName && IsName(text, words[end])) end++;
        if (end == first || _noNames.Contains(words[first].In(text))) return null;
        TextSpan span = names.WithinRun(text, words[first..end]);
        return end - first == 1 && language == "de" && !names.Know(span.In(text)) && IsGermanNoun(text, span) ? null : (span, end);
    }

    // What stands behind an article anywhere in the text is a noun.
    private static bool IsGermanNoun(string text, TextSpan word)
    {
        string noun = word.In(text);
        foreach (string article in new[] { "der ", "die ", "das ", "ein ", "eine ", "dem ", "den ", "des ", "Der ", "Die ", "Das " })
        {
            if (text.Contains(article + noun, StringComparison.Ordinal)) return true;
        }

        return noun.EndsWith("in", StringComparison.Ordinal) || noun.EndsWith("sprecher", StringComparison.Ordinal);
    }

    private bool IsVerb(string text, TextSpan word) => _forms.Contains(word.In(text));

    private static bool IsName(string text, TextSpan word) => char.IsUpper(text[word.Start]);

    private static bool Ends(string text, TextSpan word) => text[word.Start] is '.' or '!' or '?' or ';';

    // Words and the marks that divide them; commas and dashes right behind the quotation are passed over.
    private static List<TextSpan> Words(string text, TextSpan within)
    {
        List<TextSpan> words = [];
        // A window is enough for what stands beside: the longest pattern has a dozen words.
        const int Window = 160;
        int last = words.Count, start = within.Start;
        bool after = start > 0 && within.Length > 0 && !char.IsLetterOrDigit(text[start - 1]) && text[start - 1] is '»' or '“' or '”' or '"' or '«' or '」' or '』';
        int from = after ? start : Math.Max(start, within.End - Window), to = after ? Math.Min(within.End, start + Window) : within.End;
        for (int i = from; i < to; i++)
        {
            if (char.IsLetter(text[i]))
            {
                int begin = i;
                while (i < to && (char.IsLetter(text[i]) || text[i] is '-' or '’' or '\'')) i++;
                words.Add(new TextSpan(begin, i));
                i--;
            }
            else if (text[i] is '.' or '!' or '?' or ';' or ':' || (text[i] is ',' && (!after || words.Count > last)))
            {
                words.Add(new TextSpan(i, i + 1));
            }
        }

        return words;
    }
}
