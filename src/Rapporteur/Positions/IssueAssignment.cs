using Rapporteur.Querying;
using Rapporteur.Text.Stances;

namespace Rapporteur.Positions;

/// <summary>That a stance is about an issue.</summary>
/// <param name="Issue">Which.</param>
/// <param name="Confidence">How sure, 0 to 1.</param>
public sealed record IssueAssignment(Issue Issue, double Confidence)
{
    // Two issues in one target ("talks on observers") are common, four are a long clause.
    private const int Most = 3;
    private const double Full = 0.95;
    private const double StateUnsaid = 0.8;
    private const double HeadOnly = 0.6;
    private const int OwnWords = 2;
    private const double FromContext = 0.4;

    /// <summary>The issues that a stance is about, surest first; one told by words that only tell where or whose gives way to one told by the head; an issue whose words are all within another's that fits is passed over.</summary>
    public static IReadOnlyList<IssueAssignment> Of(StatedStance stance, IReadOnlyList<Issue> issues)
    {
        List<(IssueAssignment Found, IReadOnlyList<string> Key)> fitting = [];
        foreach (Issue issue in issues)
        {
            (double Confidence, IReadOnlyList<string> Key)? best = null;
            foreach (IReadOnlyList<string> key in issue.Keys)
            {
                double confidence = Fit(key, stance.Words);
                if (confidence > (best?.Confidence ?? 0) || (confidence > 0 && confidence == best?.Confidence && key.Count > best.Value.Key.Count)) best = (confidence, key);
            }

            if (best is { } found) fitting.Add((new IssueAssignment(issue, found.Confidence), found.Key));
        }

        // "observers on the island": a stance towards observers. What stands with the head is the matter; the rest tells where and whose.
        // Where the head itself tells no issue ("observers may be stationed on the island"), the first word that does takes its place.
        if (stance.Words.FirstOrDefault(word => word[0] != '^' && fitting.Exists(one => one.Key.Contains(word))) is { } main) fitting.RemoveAll(one => !one.Key.Contains(main));
        if (fitting.Count == 0) return ByHead(stance, issues) is { Count: > 0 } headed ? headed : ByOwnWords(stance, issues);
        return [.. fitting
            .Where(one => !fitting.Exists(other => other.Key.Count > one.Key.Count && one.Key.All(other.Key.Contains)))
            .OrderByDescending(one => one.Key.Count).ThenByDescending(one => one.Found.Confidence).ThenBy(one => one.Found.Issue.Id, StringComparer.Ordinal)
            .Take(Most).Select(one => one.Found)];
    }

    /// <summary>The issue told by the rest of the statement, or by what was spoken of just before.</summary>
    /// <param name="words">Stems, those that tell most first.</param>
    /// <param name="issues">To choose from.</param>
    /// <returns>The issue, and those of its words that tell it; null when none or several are told.</returns>
    public static (IssueAssignment Issue, IReadOnlyList<string> Key)? FromWords(IReadOnlyList<string> words, IReadOnlyList<Issue> issues)
    {
        (Issue Issue, int Place, IReadOnlyList<string> Key)? nearest = null;
        bool several = false;
        foreach (Issue issue in issues)
        {
            foreach (IReadOnlyList<string> key in issue.Keys)
            {
                if (Fit(key, words) == 0) continue;
                int place = key.Where(word => word[0] != '^').Max(word => Place(words, word));
                if (nearest is { } known && known.Issue != issue) several |= place == known.Place;
                if (nearest is null || place < nearest.Value.Place) (nearest, several) = ((issue, place, key), false);
            }
        }

        return nearest is { } found && !several ? (new IssueAssignment(found.Issue, FromContext), [.. found.Key.Where(word => word[0] != '^')]) : null;
    }

    private static int Place(IReadOnlyList<string> words, string word)
    {
        for (int i = 0; i < words.Count; i++)
        {
            if (words[i] == word) return i;
        }

        return words.Count;
    }

    // "the withdrawal" for "the withdrawal of troops": the head alone, where only one issue is called by it; of a clause, the first word that calls any.
    private static IReadOnlyList<IssueAssignment> ByHead(StatedStance stance, IReadOnlyList<Issue> issues)
    {
        string? head = stance.Clause ? stance.Words.FirstOrDefault(word => word[0] != '^' && issues.Any(issue => issue.Keys.Any(key => key.Contains(word)))) : stance.Words.FirstOrDefault();
        if (head is null || head[0] == '^') return [];
        // "The withdrawal of envoys" is another's.
        if (stance.Words.Skip(stance.Clause ? 1 : 0).Any(word => word != head && word[0] != '^')) return [];
        Issue[] called = [.. issues.Where(issue => issue.Keys.Any(key => key.Contains(head)))];
        return called is [var one] && one.Keys.Any(key => key.Contains(head) && !IsOfAnother(key, one, stance)) ? [new IssueAssignment(one, HeadOnly)] : [];
    }

    // "Charging foreign barges" for "the toll on foreign barges": words that no other issue has, where they are as many as tell it from a chance.
    private static IReadOnlyList<IssueAssignment> ByOwnWords(StatedStance stance, IReadOnlyList<Issue> issues)
    {
        Dictionary<Issue, int> shared = [];
        foreach (string word in stance.Words.Where(word => word[0] != '^'))
        {
            Issue[] having = [.. issues.Where(issue => issue.Keys.Any(key => key.Contains(word)))];
            if (having is [var own]) shared[own] = shared.GetValueOrDefault(own) + 1;
        }

        Issue[] told = [.. shared.Where(one => one.Value >= OwnWords && one.Value == shared.Values.Max()).Select(one => one.Key)];
        return told is [var issue] && !issue.Keys.All(key => IsOfAnother(key, issue, stance)) ? [new IssueAssignment(issue, HeadOnly)] : [];
    }

    // "EU membership" beside an issue of NATO's, "membership" alone, another state's troops.
    private static bool IsOfAnother(IReadOnlyList<string> key, Issue issue, StatedStance stance) =>
        (key.Any(word => word[0] == '^' && !stance.Words.Contains(word)) && stance.Words.Any(word => word[0] == '^'))
        || stance.Words.Any(word => !key.Contains(word) && Organisations.IsWritten(word, stance.Target))
        || key.Any(word => !stance.Words.Contains(word) && issue.Aliases.Append(issue.Name).Any(name => Organisations.IsWritten(word, name)));

    // All words of the key must be there (a person's name as people write it: "talks with Orr"); its states may go unsaid, but not be replaced by others.
    private static double Fit(IReadOnlyList<string> key, IReadOnlyList<string> words)
    {
        bool unsaid = false, any = false;
        foreach (string word in key)
        {
            if (words.Contains(word) || (word[0] != '^' && words.Any(other => other[0] == '^' && TargetWords.Stem(other[1..]) == word)))
            {
                any |= word[0] != '^';
                continue;
            }

            if (word[0] != '^') return 0;
            unsaid = true;
        }

        if (!any && key.Any(word => word[0] != '^')) return 0;
        return !unsaid ? Full : words.Any(word => word[0] == '^') ? 0 : StateUnsaid;
    }
}
