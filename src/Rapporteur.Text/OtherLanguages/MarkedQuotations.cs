using Rapporteur.Text.Learning;
using Rapporteur.Text.Segmentation;

namespace Rapporteur.Text.OtherLanguages;

/// <summary>Direct quotations of texts in languages that are not analysed, taken by their marks alone.</summary>
/// <remarks>
/// A speaker is told only where a name stands right beside one of the language's few saying verbs (<c>Languages/Others/saying-verbs.tsv</c>)
/// and that beside the marks: <c>„…“, sagte Ilsko Varden</c>, <c>Varden sagte: „…“</c>. Everywhere else nobody is named, rather than somebody wrong.
/// </remarks>
public static class MarkedQuotations
{
    // Fewer words, or signs where words are not divided, are a title or a word held at arm's length.
    private const int FewestWords = 5, FewestSigns = 14;

    private const double SureOfSpeaker = 0.6, SureOfMarks = 0.4;

    private static readonly Dictionary<char, string> Closing = new()
    {
        ['«'] = "»", ['„'] = "“”\"", ['“'] = "”", ['”'] = "”", ['"'] = "\"", ['「'] = "」", ['『'] = "』", ['»'] = "«",
    };

    private static readonly Lazy<Dictionary<string, SayingVerbs>> Verbs = new(() => EmbeddedData.Lines("Languages/Others/saying-verbs.tsv")
        .Select(line => line.Split('\t')).ToDictionary(cells => cells[0], cells => new SayingVerbs(cells[0], cells[1].Split(' '), cells[2].Split(' ')), StringComparer.Ordinal));

    /// <summary>A text with paragraphs and quotations, and nothing else found in it.</summary>
    /// <param name="text">The characters.</param>
    /// <param name="language">ISO 639-1 code, or null when unknown: then nobody is named.</param>
    /// <param name="published">The day of publication, or null.</param>
    public static AnnotatedText Annotate(string text, string? language, DateOnly? published)
    {
        IReadOnlyList<TextSpan> paragraphs = Paragraphs.Of(text);
        SayingVerbs? verbs = language is null ? null : Verbs.Value.GetValueOrDefault(language);
        FullNames? names = verbs is null ? null : FullNames.In(text, language!);
        return new AnnotatedText { Text = text, Published = published, Paragraphs = paragraphs, Attributions = [.. paragraphs.SelectMany(paragraph => Of(text, paragraph, verbs, names))] };
    }

    private static IEnumerable<Attribution> Of(string text, TextSpan paragraph, SayingVerbs? verbs, FullNames? names)
    {
        for (int i = paragraph.Start; i < paragraph.End; i++)
        {
            if (!Closing.TryGetValue(text[i], out string? closing) || !MayOpen(text, i)) continue;
            int end = i + 1;
            while (end < paragraph.End && !closing.Contains(text[end], StringComparison.Ordinal)) end++;
            // A mark that is never closed in its paragraph tells nothing.
            if (end >= paragraph.End) continue;
            TextSpan content = Trimmed(text, i + 1, end);
            if (IsLong(content.Of(text)))
            {
                (TextSpan Name, TextSpan Verb)? said = verbs?.Beside(text, names!, new TextSpan(paragraph.Start, i), new TextSpan(end + 1, paragraph.End));
                yield return new Attribution
                {
                    Content = [content],
                    Form = AttributionForm.Direct,
                    Source = said is { } s ? [s.Name] : [],
                    Cue = said is { } c ? [c.Verb] : [],
                    Speaker = said is { } named ? names!.FullestOf(named.Name.In(text)) : null,
                    Confidence = said is null ? SureOfMarks : SureOfSpeaker,
                    FoundBy = "marks",
                };
            }

            i = end;
        }
    }

    // An opening mark has nothing of a word before it; of those that also close, this tells them apart.
    private static bool MayOpen(string text, int i) => i == 0 || !(char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is '.' or ',' or '!' or '?' or '…') || text[i] is '「' or '『';

    private static TextSpan Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] == ',')) end--;
        return new TextSpan(start, end);
    }

    private static bool IsLong(ReadOnlySpan<char> content)
    {
        int words = 0, signs = 0;
        bool inWord = false;
        foreach (char c in content)
        {
            bool letter = char.IsLetterOrDigit(c);
            if (letter && !inWord) words++;
            if (c >= '\u2e80') signs++;
            inWord = letter || c is '\'' or '’' or '-';
        }

        return words >= FewestWords || signs >= FewestSigns;
    }
}
