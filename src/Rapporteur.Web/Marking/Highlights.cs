using System.Text;
using Rapporteur.Text;

namespace Rapporteur.Web.Marking;

/// <summary>Finds searched words in a wording, as the search does: accents and case do not count.</summary>
internal static class Highlights
{
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
                bool same = true;
                for (int k = 0; same && k < phrase.Count; k++) same = words[i + k].Folded == phrase[k];
                if (same) found.Add(new Mark(MarkKind.Hit, words[i].Span.Union(words[i + phrase.Count - 1].Span)));
            }
        }

        return found;
    }

    private static IEnumerable<IReadOnlyList<string>> PhrasesOf(string about)
    {
        string[] parts = about.Split('"', '“', '”');
        for (int i = 0; i < parts.Length; i++)
        {
            IReadOnlyList<string> words = Folding.Words(parts[i]);
            // Every second part stands inside quotation marks.
            if (i % 2 == 1 && words.Count > 0) yield return words;
            else foreach (string word in words) yield return [word];
        }
    }

    private static List<(TextSpan Span, string Folded)> WordsOf(string text)
    {
        List<(TextSpan, string)> words = [];
        int at = 0;
        while (at < text.Length)
        {
            int start = at;
            while (at < text.Length && !IsBreak(text[at])) at++;
            string folded = Folding.Key(text[start..at]);
            if (folded.Length > 0) words.Add((new TextSpan(start, at), folded));
            at = Math.Max(at, start + 1);
        }

        return words;
    }

    private static bool IsBreak(char c) =>
        !(char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '\'' or '’'
            || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark);
}
