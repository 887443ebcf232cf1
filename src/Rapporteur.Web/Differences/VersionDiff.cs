using Rapporteur.Matching.Changes;

namespace Rapporteur.Web.Differences;

/// <summary>What an edit changed, paragraph by paragraph and inside a paragraph word by word.</summary>
internal static class VersionDiff
{
    // Two paragraphs that share fewer of their words are two paragraphs, not one that was edited.
    // Tried on the edited article of the samples: 0.3 keeps a rewritten lead together and a new paragraph apart.
    private const double SameParagraph = 0.3;

    // Fewer words kept between two changes are a coincidence ("the", "to"). Tried on the same article.
    private const int WordsThatStandAlone = 3;

    /// <summary>The paragraphs that changed, each as its pieces in order; pieces follow each other without a gap.</summary>
    public static IReadOnlyList<IReadOnlyList<Change<string>>> Of(Article before, Article after)
    {
        List<IReadOnlyList<Change<string>>> paragraphs = [];
        List<string> removed = [], added = [];
        foreach (Change<string> change in SequenceDiff.Of(BlocksOf(before), BlocksOf(after)))
        {
            if (change.Kind == ChangeKind.Removed) removed.Add(change.Piece);
            else if (change.Kind == ChangeKind.Added) added.Add(change.Piece);
            else Flush();
        }

        Flush();
        return paragraphs;

        void Flush()
        {
            paragraphs.AddRange(Pair(removed, added));
            removed.Clear();
            added.Clear();
        }
    }

    private static string[] BlocksOf(Article article) => article.Blocks.Count > 0
        ? [.. article.Blocks.Select(block => block.Span.In(article.Text))]
        : article.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);

    // A removed paragraph is paired with the first added one that still looks like it; order is kept.
    private static IEnumerable<IReadOnlyList<Change<string>>> Pair(List<string> removed, List<string> added)
    {
        int next = 0;
        foreach (string old in removed)
        {
            int match = added.FindIndex(next, candidate => Likeness(WordsOf(old), WordsOf(candidate)) >= SameParagraph);
            if (match < 0)
            {
                yield return [new(ChangeKind.Removed, old)];
                continue;
            }

            for (; next < match; next++) yield return [new(ChangeKind.Added, added[next])];
            next = match + 1;
            yield return Readable(SequenceDiff.Of(WordsOf(old), WordsOf(added[match])));
        }

        for (; next < added.Count; next++) yield return [new(ChangeKind.Added, added[next])];
    }

    // Share of the words that both have, by number of occurrences (Dice's coefficient).
    private static double Likeness(string[] before, string[] after)
    {
        Dictionary<string, int> left = before.CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        int shared = after.CountBy(word => word, StringComparer.Ordinal).Sum(count => Math.Min(count.Value, left.GetValueOrDefault(count.Key)));
        return before.Length + after.Length == 0 ? 1 : 2.0 * shared / (before.Length + after.Length);
    }

    // Words with the white space behind them, so that the pieces put together are the paragraph again.
    private static string[] WordsOf(string paragraph)
    {
        List<string> words = [];
        int start = 0;
        for (int i = 1; i <= paragraph.Length; i++)
        {
            if (i < paragraph.Length && !(char.IsWhiteSpace(paragraph[i - 1]) && !char.IsWhiteSpace(paragraph[i]))) continue;
            words.Add(paragraph[start..i]);
            start = i;
        }

        return [.. words.Where(word => word.Length > 0)];
    }

    // One stretch of taken out and one of put in is easier to read than many with single words kept between them.
    private static List<Change<string>> Readable(IReadOnlyList<Change<string>> words)
    {
        List<Change<string>> pieces = [];
        System.Text.StringBuilder removed = new(), added = new();
        for (int i = 0; i < words.Count;)
        {
            int end = i;
            while (end < words.Count && words[end].Kind == words[i].Kind) end++;
            string run = string.Concat(words.Skip(i).Take(end - i).Select(word => word.Piece));
            bool islet = words[i].Kind == ChangeKind.Kept && end - i < WordsThatStandAlone && i > 0 && end < words.Count;
            if (words[i].Kind == ChangeKind.Kept && !islet)
            {
                Flush();
                pieces.Add(new(ChangeKind.Kept, run));
            }
            else
            {
                if (words[i].Kind != ChangeKind.Added) removed.Append(run);
                if (words[i].Kind != ChangeKind.Removed) added.Append(run);
            }

            i = end;
        }

        Flush();
        return pieces;

        void Flush()
        {
            if (removed.Length > 0) pieces.Add(new(ChangeKind.Removed, removed.ToString()));
            if (added.Length > 0) pieces.Add(new(ChangeKind.Added, added.ToString()));
            removed.Clear();
            added.Clear();
        }
    }
}
