namespace Rapporteur.Web.Differences;

/// <summary>What an edit changed, paragraph by paragraph and inside a paragraph word by word.</summary>
internal static class VersionDiff
{
    // Two paragraphs that share fewer of their words are two paragraphs, not one that was edited.
    // Tried on the edited article of the samples: 0.3 keeps a rewritten lead together and a new paragraph apart.
    private const double SameParagraph = 0.3;

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
            yield return Merge(SequenceDiff.Of(WordsOf(old), WordsOf(added[match])));
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

    private static List<Change<string>> Merge(IReadOnlyList<Change<string>> changes)
    {
        List<Change<string>> merged = [];
        foreach (Change<string> change in changes)
        {
            if (merged is [.., { } last] && last.Kind == change.Kind) merged[^1] = last with { Piece = last.Piece + change.Piece };
            else merged.Add(change);
        }

        return merged;
    }
}
