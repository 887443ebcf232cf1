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
        if (stance.Words.Count > 0 && fitting.Exists(one => one.Key.Contains(stance.Words[0]))) fitting.RemoveAll(one => !one.Key.Contains(stance.Words[0]));
        return [.. fitting
            .Where(one => !fitting.Exists(other => other.Key.Count > one.Key.Count && one.Key.All(other.Key.Contains)))
            .OrderByDescending(one => one.Key.Count).ThenByDescending(one => one.Found.Confidence).ThenBy(one => one.Found.Issue.Id, StringComparer.Ordinal)
            .Take(Most).Select(one => one.Found)];
    }

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
