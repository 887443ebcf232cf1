namespace Rapporteur.Positions.Keeping;

/// <summary>Chooses for every stance the matter it is about, by how many statements speak of it, and names the matters.</summary>
/// <remarks>
/// A target's key is the one of its words, or pairs of words, that most statements share. So what a new statement changes is told by its own
/// keys: only targets that have one of them are looked at again, and the choice does not depend on the order in which they came.
/// </remarks>
internal sealed class IssueChoice
{
    // Two words name a matter better than one ("prisoner exchange"); chosen by reading the suggestions for the samples and the dossier.
    private const double WorthOfPair = 1.7;
    private const double WorthOfPairSaidOnce = 0.1;
    private const double WorthOfVerb = 0.5;
    private const int Established = 2;

    private readonly Dictionary<string, Matter> _matters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> _keysOfName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SuggestedIssue> _issues = new(StringComparer.Ordinal);

    /// <summary>The issues as suggested now, by identity.</summary>
    public IReadOnlyDictionary<string, SuggestedIssue> Issues => _issues;

    /// <summary>The issue of a target; null when it has none.</summary>
    public Issue? Of(Target target) => target.Key is { } key && _matters.TryGetValue(key, out Matter? matter) && matter.NameId is { } id ? _issues[id].Issue : null;

    /// <summary>Takes targets out and puts others in.</summary>
    /// <returns>The targets, and the identities of the issues, that this has changed.</returns>
    public (HashSet<Target> Targets, HashSet<string> Issues) Apply(IEnumerable<Target> gone, IEnumerable<Target> come)
    {
        HashSet<string> counted = new(StringComparer.Ordinal), named = new(StringComparer.Ordinal);
        foreach (Target target in gone)
        {
            foreach (string key in target.Keys)
            {
                Matter matter = _matters[key];
                matter.Holding.Remove(target);
                if (!target.Follows) matter.Uncount(target);
                counted.Add(key);
            }

            if (target.Key is { } chosen && _matters[chosen].Covered.Remove(target)) named.Add(chosen);
            target.Key = null;
        }

        HashSet<Target> changed = [];
        foreach (Target target in come)
        {
            foreach (string key in target.Keys)
            {
                if (!_matters.TryGetValue(key, out Matter? matter)) _matters[key] = matter = new Matter();
                matter.Holding.Add(target);
                if (!target.Follows) matter.Count(target);
                counted.Add(key);
            }

            changed.Add(target);
        }

        foreach (Target target in counted.SelectMany(key => _matters[key].Holding).ToHashSet())
        {
            string? key = Chosen(target);
            if (key == target.Key) continue;
            if (target.Key is { } before && _matters[before].Covered.Remove(target)) named.Add(before);
            target.Key = key;
            changed.Add(target);
            if (key is null) continue;
            _matters[key].Covered.Add(target);
            named.Add(key);
        }

        HashSet<string> issues = Name(named);
        foreach (string id in issues.Where(_keysOfName.ContainsKey)) changed.UnionWith(_keysOfName[id].SelectMany(key => _matters[key].Covered));
        foreach (string key in named) changed.UnionWith(_matters[key].Covered);
        foreach (string key in counted)
        {
            if (_matters[key] is { Holding.Count: 0, Covered.Count: 0 }) _matters.Remove(key);
        }

        return (changed, issues);
    }

    private string? Chosen(Target target)
    {
        string? best = null;
        double most = 0;
        foreach (string key in target.Keys)
        {
            int statements = _matters[key].Statements;
            if (target.Follows && statements < Established) continue;
            double worth = !key.Contains(' ', StringComparison.Ordinal) ? key == target.Verb ? WorthOfVerb * statements : statements : statements > 1 ? WorthOfPair * statements : WorthOfPairSaidOnce;
            // Of equals the first: the head of what is spoken of.
            if (worth > most) (best, most) = (key, worth);
        }

        return best;
    }

    // Two keys whose statements call the matter by one name are one issue.
    private HashSet<string> Name(HashSet<string> keys)
    {
        HashSet<string> dirty = new(StringComparer.Ordinal);
        foreach (string key in keys.Order(StringComparer.Ordinal))
        {
            Matter matter = _matters[key];
            string? name = IssueNaming.Of([.. matter.Covered.Where(target => !target.Follows).Select(target => (target.Report.Appearance.StatementId, target.Called, target.Stated.Clause && target.Called == target.Text, target.Stated.Words))]);
            string? id = name is null ? null : Issue.IdOf(name);
            if (matter.NameId is { } old)
            {
                dirty.Add(old);
                _keysOfName[old].Remove(key);
            }

            (matter.Name, matter.NameId) = (name, id);
            if (id is null) continue;
            dirty.Add(id);
            if (!_keysOfName.TryGetValue(id, out SortedSet<string>? same)) _keysOfName[id] = same = new(StringComparer.Ordinal);
            same.Add(key);
        }

        foreach (string id in dirty)
        {
            if (_keysOfName[id].Count > 0)
            {
                _issues[id] = Suggested(id, [.. _keysOfName[id].Select(key => (key, _matters[key]))]);
                continue;
            }

            _keysOfName.Remove(id);
            _issues.Remove(id);
        }

        return dirty;
    }

    private static SuggestedIssue Suggested(string id, List<(string Key, Matter Matter)> same)
    {
        Target[] covered = [.. same.SelectMany(one => one.Matter.Covered)];
        string name = same.OrderByDescending(one => one.Matter.Covered.Count).ThenBy(one => one.Key, StringComparer.Ordinal).First().Matter.Name!;
        return new SuggestedIssue(
            new Issue { Id = id, Name = name, Suggested = true, Keys = [.. same.Select(one => one.Key.Split(' '))] },
            covered.Select(target => target.Report.Appearance.StatementId).Distinct(StringComparer.Ordinal).Count(),
            IssueNaming.Wordings(covered.Where(target => !target.Follows)));
    }

    private sealed class Matter
    {
        private readonly Dictionary<string, int> _statements = new(StringComparer.Ordinal);

        /// <summary>Targets that have the key, whether they choose it or not.</summary>
        public HashSet<Target> Holding { get; } = [];

        /// <summary>Targets that choose it.</summary>
        public HashSet<Target> Covered { get; } = [];

        public int Statements => _statements.Count;

        public string? Name { get; set; }

        public string? NameId { get; set; }

        public void Count(Target target) => _statements[target.Report.Appearance.StatementId] = _statements.GetValueOrDefault(target.Report.Appearance.StatementId) + 1;

        public void Uncount(Target target)
        {
            string statement = target.Report.Appearance.StatementId;
            if (--_statements[statement] == 0) _statements.Remove(statement);
        }
    }
}
