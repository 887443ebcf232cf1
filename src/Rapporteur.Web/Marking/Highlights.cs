using System.Globalization;
using Rapporteur.Text;

namespace Rapporteur.Web.Marking;

/// <summary>Finds searched words in a wording, as the search does: accents and case do not count, hyphens and apostrophes part words.</summary>
internal static class Highlights
{
    private static readonly char[] QuotationMarks = ['"', '“', '”', '„', '«', '»'];

    /// <summary>A mark for every word or "quoted part" of <paramref name="about"/> that occurs in <paramref name="text"/>.</summary>
    public static IReadOnlyList<Mark> Of(string text, string? about)
    {
        if (string.IsNullOrWhiteSpace(about)) return [];
        List<(TextSpan Span, string Folded)> words = WordsOf(text);
        List<Mark> found = [];
        foreach (IReadOnlyList<string> phrase in PhrasesOf(about))
        {
            for (int i = 0; i + phrase.Count <= words.Count; i++)
            {
                if (phrase.Index().All(part => words[i + part.Index].Folded == part.Item))
                    found.Add(new Mark(MarkKind.Hit, words[i].Span.Union(words[i + phrase.Count - 1].Span)));
            }
        }

        return found;
    }

    private static IEnumerable<IReadOnlyList<string>> PhrasesOf(string about)
    {
        string[] parts = about.Split(QuotationMarks);
        for (int i = 0; i < parts.Length; i++)
        {
            // Every second part stands inside quotation marks, unless the last of them was never closed.
            bool quoted = i % 2 == 1 && i < parts.Length - 1;
            string[] phrases = quoted ? [parts[i]] : parts[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            foreach (string phrase in phrases)
            {
                List<string> words = [.. WordsOf(phrase).Select(word => word.Folded)];
                if (words.Count > 0) yield return words;
            }
        }
    }

    private static List<(TextSpan Span, string Folded)> WordsOf(string text)
    {
        List<(TextSpan, string)> words = [];
        int at = 0;
        while (at < text.Length)
        {
            int start = at;
            while (at < text.Length && IsOfWord(text[at])) at++;
            string folded = Folding.Key(text[start..at]);
            if (folded.Length > 0) words.Add((new TextSpan(start, at), folded));
            at = Math.Max(at, start + 1);
        }

        return words;
    }

    private static bool IsOfWord(char c) =>
        char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
