using Rapporteur.Querying;

namespace Rapporteur.Positions.Keeping;

/// <summary>Who speaks in each article of a record, and who is called there by an office alone.</summary>
internal sealed class ArticleSpeakers
{
    // How many reports of an article have each speaker.
    private readonly Dictionary<string, SortedDictionary<string, int>> _speakers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<Target>> _byOffice = new(StringComparer.Ordinal);
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);

    /// <summary>Takes a report and its targets in; one without targets tells who speaks as well.</summary>
    public void Learn(StanceReport report, IReadOnlyList<Target> targets)
    {
        if (report.Appearance.Speaker?.Name is not { } name) return;
        string article = report.Appearance.Article.Id;
        if (!_speakers.TryGetValue(article, out SortedDictionary<string, int>? speakers)) _speakers[article] = speakers = new(StringComparer.Ordinal);
        speakers[name] = speakers.GetValueOrDefault(name) + 1;
        _changed.Add(article);
        if (BareOffice.Of(name) is null) return;
        if (!_byOffice.TryGetValue(article, out HashSet<Target>? called)) _byOffice[article] = called = [];
        called.UnionWith(targets);
    }

    /// <summary>Takes them out.</summary>
    public void Forget(StanceReport report, IReadOnlyList<Target> targets)
    {
        if (report.Appearance.Speaker?.Name is not { } name) return;
        string article = report.Appearance.Article.Id;
        if (--_speakers[article][name] == 0) _speakers[article].Remove(name);
        if (_speakers[article].Count == 0) _speakers.Remove(article);
        _changed.Add(article);
        if (!_byOffice.TryGetValue(article, out HashSet<Target>? called)) return;
        called.ExceptWith(targets);
        if (called.Count == 0) _byOffice.Remove(article);
    }

    /// <summary>The names of those who speak in a target's article.</summary>
    public IEnumerable<string> In(Target target) => _speakers.TryGetValue(target.Report.Appearance.Article.Id, out SortedDictionary<string, int>? speakers) ? speakers.Keys : [];

    /// <summary>The targets whose speaker is called by an office alone, of the articles that have changed since this was asked last, or of all.</summary>
    public IReadOnlyList<Target> CalledByOffice(bool all)
    {
        Target[] called = all ? [.. _byOffice.Values.SelectMany(targets => targets)] : [.. _changed.Where(_byOffice.ContainsKey).SelectMany(article => _byOffice[article])];
        _changed.Clear();
        return called;
    }
}
