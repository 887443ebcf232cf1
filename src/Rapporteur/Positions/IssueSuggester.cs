using Rapporteur.Querying;

namespace Rapporteur.Positions;

/// <summary>An issue read off the record.</summary>
/// <param name="Issue">With the name most often used for it.</param>
/// <param name="Statements">How many statements take a stance on it.</param>
/// <param name="Wordings">How it is put, most frequent first.</param>
public sealed record SuggestedIssue(Issue Issue, int Statements, IReadOnlyList<string> Wordings);

/// <summary>Finds the matters under negotiation in a record: what demands, offers, refusals and conditions are about, again and again.</summary>
public static class IssueSuggester
{
    // Two words name a matter better than one ("prisoner exchange"); chosen by reading the suggestions for the samples and the dossier.
    private const double WorthOfPair = 1.7;
    private const int WordsLookedAt = 5;
    private const int WordingsShown = 5;

    /// <summary>The issues, most statements first. A function of the set of reports.</summary>
    public static IReadOnlyList<SuggestedIssue> Suggest(IEnumerable<StanceReport> reports)
    {
        List<Target> open = [.. reports.SelectMany(report => report.Stances.Select(stance => Target.Of(report, stance))).Where(target => target.Keys.Count > 0)];
        Dictionary<string, Dictionary<string, int>> counts = Counts(open);
        List<SuggestedIssue> found = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        while (open.Count > 0)
        {
            string best = Best(counts);
            string[] words = best.Split(' ');
            List<Target> covered = [.. open.Where(target => target.Keys.Contains(best))];
            open.RemoveAll(target => target.Keys.Contains(best));
            // A target that has its issue suggests no second one.
            foreach (Target target in covered) Forget(counts, target);
            if (covered.Count == 0) throw new InvalidOperationException($"The counts have {best}, and no target does.");
            // What no noun phrase names is a fragment: better no issue than a false one.
            if (IssueNaming.Of(covered.Select(target => (target.Statement, target.Text, target.Clause))) is not { } name) continue;
            if (!names.Add(Issue.IdOf(name))) name = $"{name} ({best})";
            names.Add(Issue.IdOf(name));
            found.Add(new SuggestedIssue(
                new Issue { Id = Issue.IdOf(name), Name = name, Suggested = true, Keys = [words] },
                covered.Select(target => target.Statement).Distinct(StringComparer.Ordinal).Count(),
                [.. Frequent(covered).Take(WordingsShown)]));
        }

        return [.. found.OrderByDescending(issue => issue.Statements).ThenBy(issue => issue.Issue.Id, StringComparer.Ordinal)];
    }

    // Of each key the statements that have it, and in how many targets.
    private static Dictionary<string, Dictionary<string, int>> Counts(List<Target> targets)
    {
        Dictionary<string, Dictionary<string, int>> counts = new(StringComparer.Ordinal);
        foreach (Target target in targets)
        {
            foreach (string key in target.Keys)
            {
                if (!counts.TryGetValue(key, out Dictionary<string, int>? statements)) counts[key] = statements = new(StringComparer.Ordinal);
                statements[target.Statement] = statements.GetValueOrDefault(target.Statement) + 1;
            }
        }

        return counts;
    }

    private static void Forget(Dictionary<string, Dictionary<string, int>> counts, Target target)
    {
        foreach (string key in target.Keys)
        {
            Dictionary<string, int> statements = counts[key];
            if (--statements[target.Statement] == 0) statements.Remove(target.Statement);
            if (statements.Count == 0) counts.Remove(key);
        }
    }

    private static string Best(Dictionary<string, Dictionary<string, int>> counts)
    {
        string best = "";
        double most = -1;
        foreach (var (key, of) in counts)
        {
            int statements = of.Count;
            // What was said once is named by its first word alone.
            double worth = statements * (key.Contains(' ', StringComparison.Ordinal) ? statements > 1 ? WorthOfPair : 0.1 : 1);
            if (worth > most || (worth == most && string.CompareOrdinal(key, best) < 0)) (best, most) = (key, worth);
        }

        return best;
    }

    private static IEnumerable<string> Frequent(List<Target> targets) =>
        targets.GroupBy(target => target.Text, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(same => same.Select(target => target.Statement).Distinct(StringComparer.Ordinal).Count())
            .ThenBy(same => same.Key.Length).ThenBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => same.Select(target => target.Text).Min(StringComparer.Ordinal)!);

    private sealed record Target(string Statement, string Text, bool Clause, int Words, IReadOnlyList<string> Keys)
    {
        public static Target Of(StanceReport report, StatedStance stance)
        {
            string[] words = [.. stance.Words.Where(word => word[0] != '^').Take(WordsLookedAt)];
            List<string> keys = [.. words];
            for (int i = 0; i < words.Length; i++)
            {
                for (int k = i + 1; k < words.Length; k++)
                {
                    keys.Add(string.CompareOrdinal(words[i], words[k]) < 0 ? $"{words[i]} {words[k]}" : $"{words[k]} {words[i]}");
                }
            }

            keys = [.. keys.Distinct(StringComparer.Ordinal)];
            return new Target(report.Appearance.StatementId, stance.Target.ReplaceLineEndings(" "), stance.Clause, stance.Words.Count, keys);
        }
    }
}
