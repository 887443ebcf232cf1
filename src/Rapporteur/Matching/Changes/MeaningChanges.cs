using System.Collections.Frozen;

namespace Rapporteur.Matching.Changes;

/// <summary>Finds what changes the meaning between two wordings: polarity, numbers, names, quotation marks.</summary>
/// <remarks>Careful on the side of silence: each is told only where the words about it are the same in both, for a paraphrase may turn everything round and mean the same.</remarks>
internal static class MeaningChanges
{
    // "Has not, at any time, opposed": a negation reaches so far.
    private const int Reach = 4;

    // Fewer words in a row may be alike by chance.
    private const int FewestUnmarked = 5;

    private static readonly FrozenSet<string> Negations = DataLines.Of("negations").ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Opposites = DataLines.Of("opposites").ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> FunctionWords = DataLines.Of("function-words").ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, string> NumberWords =
        DataLines.Of("number-words").Select(line => line.Split('\t')).ToFrozenDictionary(cells => cells[0], cells => cells[1], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> States =
        DataLines.Of("state-words").SelectMany(line => line.Split('\t').Select(word => (word, line.Split('\t')[0]))).ToFrozenDictionary(pair => pair.word, pair => pair.Item2, StringComparer.Ordinal);

    public static IReadOnlyList<MeaningChange> Of(WordingText before, WordingText after, bool english, bool denied)
    {
        List<MeaningChange> found = [];
        // What is denied by the word before it has its negation there.
        if (english && !denied && NegationChanged(before, after)) found.Add(MeaningChange.Negation);
        if (english && NumberChanged(before, after)) found.Add(MeaningChange.Number);
        if (english && ActorChanged(before, after)) found.Add(MeaningChange.Actor);
        if (MarksLost(before, after)) found.Add(MeaningChange.MarksLost);
        else if (MarksMoved(before, after)) found.Add(MeaningChange.MarksMoved);
        return found;
    }

    private static bool NegationChanged(WordingText before, WordingText after)
    {
        int old = Negatives(before), fresh = Negatives(after);
        if (old == fresh) return false;
        // Nothing else changed: "will not yield" to "will yield", "cannot" to "can".
        if (Without(before).SequenceEqual(Without(after), StringComparer.Ordinal)) return true;
        // One of the two negates nothing in any way, and a word that carries meaning stands in the reach of the other's negation.
        if (old != 0 && fresh != 0) return false;
        (WordingText negative, WordingText plain) = old > 0 ? (before, after) : (after, before);
        if (StandsApart(plain, negative)) return false;
        HashSet<string> plainWords = [.. plain.Words.Select(word => word.Key)];
        HashSet<string> shared = [.. negative.Words.Select(word => word.Key).Where(key => IsContent(key) && plainWords.Contains(key))];
        // Most of the shorter one must be there again, or what is negated is another matter.
        int content = Math.Min(negative.Words.Count(word => IsContent(word.Key)), plain.Words.Count(word => IsContent(word.Key)));
        return shared.Count >= 2 && shared.Count >= 0.6 * content && Negated(negative, shared).Any(shared.Contains);
    }

    // The plain one stands whole in the other, behind a mark: what is negated there was said before it.
    private static bool StandsApart(WordingText plain, WordingText negative)
    {
        for (int start = 1; start + plain.Words.Count <= negative.Words.Count; start++)
        {
            if (negative.Words[start - 1].EndsClause && negative.Words.Skip(start).Take(plain.Words.Count).SequenceEqual(plain.Words)) return true;
        }

        return false;
    }

    // "No doubt" affirms.
    private static int Negatives(WordingText text) =>
        text.Words.Where((word, i) => IsNegative(word) && !(i + 1 < text.Words.Count && text.Words[i + 1].Key is "doubt" or "question")).Count();

    private static bool IsNegative(WordingText.Word word) => Negations.Contains(word.Key) || Opposites.Contains(word.Key);

    private static IEnumerable<string> Without(WordingText text) => text.Words
        .Where(word => !Negations.Contains(word.Key) || word.Key == "cannot")
        .Select(word => word.Key == "cannot" ? "can" : word.Key)
        .Where(key => key is not ("do" or "does" or "did"));

    // The words in the reach of negations whose clause shares something more: in "It was they who would not negotiate" another matter is denied than in "we negotiate".
    private static IEnumerable<string> Negated(WordingText text, HashSet<string> shared)
    {
        for (int i = 0; i < text.Words.Count; i++)
        {
            if (!Negations.Contains(text.Words[i].Key) || SharedInClause(text, i, shared) < 2) continue;
            for (int k = i + 1; k <= Math.Min(i + Reach, text.Words.Count - 1) && !text.Words[k - 1].EndsClause; k++) yield return text.Words[k].Key;
        }
    }

    private static int SharedInClause(WordingText text, int word, HashSet<string> shared)
    {
        int start = word, end = word;
        while (start > 0 && !text.Words[start - 1].EndsClause) start--;
        while (end < text.Words.Count - 1 && !text.Words[end].EndsClause) end++;
        return text.Words.Skip(start).Take(end - start + 1).Select(one => one.Key).Where(shared.Contains).Distinct(StringComparer.Ordinal).Count();
    }

    internal static bool IsContent(string key) => key.Length > 2 && !FunctionWords.Contains(key) && !Negations.Contains(key);

    // The same things, another number of them.
    private static bool NumberChanged(WordingText before, WordingText after)
    {
        ILookup<string, string> old = Counted(before), fresh = Counted(after);
        return old.Any(things => fresh.Contains(things.Key) && !things.Intersect(fresh[things.Key], StringComparer.Ordinal).Any());
    }

    private static ILookup<string, string> Counted(WordingText text)
    {
        List<(string Of, string Number)> counted = [];
        for (int i = 0; i < text.Words.Count; i++)
        {
            if (NumberOf(text.Words[i].Key) is not { } number) continue;
            int next = i + 1;
            // "Three million tonnes" is one number.
            for (; next < text.Words.Count && NumberOf(text.Words[next].Key) is { } more; next++) number += $" {more}";
            string sign = text.Words[next - 1].Written.Contains('%', StringComparison.Ordinal) ? "percent" : "";
            string things = sign.Length > 0 ? sign : next < text.Words.Count && !text.Words[next - 1].EndsClause ? Singular(text.Words[next].Key) : "";
            if (things == "per" && next + 1 < text.Words.Count && text.Words[next + 1].Key == "cent") things = "percent";
            if (things.Length > 0 && !FunctionWords.Contains(things)) counted.Add((things, number));
            i = next - 1;
        }

        return counted.ToLookup(pair => pair.Of, pair => pair.Number, StringComparer.Ordinal);
    }

    private static string? NumberOf(string key) => char.IsAsciiDigit(key[0]) ? key : NumberWords.GetValueOrDefault(key);

    private static string Singular(string key) => key.Length > 3 && key[^1] == 's' ? key[..^1] : key;

    // One name for another between the same words.
    private static bool ActorChanged(WordingText before, WordingText after)
    {
        HashSet<string> old = Names(before), fresh = Names(after), oldCapitals = Capitals(before), freshCapitals = Capitals(after);
        IReadOnlyList<Change<WordingText.Word>> changes = SequenceDiff.Of(before.Words, after.Words);
        // Where most words stand, any neighbour will do; else "of Moscow" and "of Kyiv" may be two matters.
        bool nearlyAll = changes.Count(change => change.Kind == ChangeKind.Kept) >= 0.6 * Math.Min(before.Words.Count, after.Words.Count);
        for (int i = 0; i < changes.Count; i++)
        {
            int end = i;
            while (end < changes.Count && changes[end].Kind != ChangeKind.Kept) end++;
            if (end > i)
            {
                bool framed = nearlyAll || (i > 0 && IsContent(changes[i - 1].Piece.Key)) || (end < changes.Count && IsContent(changes[end].Piece.Key));
                string[] gone = Only(changes, i, end, ChangeKind.Removed), come = Only(changes, i, end, ChangeKind.Added);
                // Where one of the two is a name, the capital in its place is another's.
                bool names = (gone.All(old.Contains) && come.All(freshCapitals.Contains)) || (gone.All(oldCapitals.Contains) && come.All(fresh.Contains));
                if (framed && names && gone.Length > 0 && come.Length > 0 && !gone.Any(fresh.Contains) && !come.Any(old.Contains)) return true;
            }

            i = end;
        }

        return false;
    }

    private static string[] Only(IReadOnlyList<Change<WordingText.Word>> changes, int start, int end, ChangeKind kind) =>
        [.. changes.Skip(start).Take(end - start).Where(change => change.Kind == kind).Select(change => change.Piece.Key).Where(key => !FunctionWords.Contains(key)).Select(Canonical)];

    // A capital at the beginning may be that of the sentence, unless the word is hardly ever written without one.
    private static HashSet<string> Names(WordingText text) =>
        [.. text.Words.Where((word, i) => word.Capital && (States.ContainsKey(word.Key) || (i > 0 && !text.Words[i - 1].EndsClause) || WordMeanings.Shared.IsNameOnly(word.Key))).Select(word => Canonical(word.Key))];

    private static HashSet<string> Capitals(WordingText text) => [.. text.Words.Where(word => word.Capital).Select(word => Canonical(word.Key))];

    private static string Canonical(string key) => States.GetValueOrDefault(key, key);

    private static bool MarksLost(WordingText before, WordingText after)
    {
        if (after.Words.Any(word => word.Quoted) || !before.Words.Any(word => word.Quoted)) return false;
        // Speech reported in the usual way moves its tenses and persons; who keeps every word has only taken the marks away.
        WordingText.Word[] taken = [.. after.Words.SkipWhile((word, i) => i == 0 && word.Key == "that")];
        if (taken.Length < FewestUnmarked) return false;
        for (int start = 0; start + taken.Length <= before.Words.Count; start++)
        {
            if (before.Words[start].Quoted && before.Words[start + taken.Length - 1].Quoted && before.Words.Skip(start).Take(taken.Length).SequenceEqual(taken)) return true;
        }

        return false;
    }

    private static bool MarksMoved(WordingText before, WordingText after)
    {
        if (!before.Words.Any(word => word.Quoted) || !after.Words.Any(word => word.Quoted)) return false;
        int unmarked = 0, marked = 0, i = 0, k = 0;
        foreach (Change<WordingText.Word> change in SequenceDiff.Of(before.Words, after.Words))
        {
            if (change.Kind == ChangeKind.Kept && IsContent(change.Piece.Key))
            {
                if (before.Words[i].Quoted && !after.Words[k].Quoted) unmarked++;
                if (!before.Words[i].Quoted && after.Words[k].Quoted) marked++;
            }

            if (change.Kind != ChangeKind.Added) i++;
            if (change.Kind != ChangeKind.Removed) k++;
        }

        return marked > 0 && unmarked > 0;
    }
}
