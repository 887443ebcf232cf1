namespace Rapporteur.Matching.Reuse;

/// <summary>Where an article comes from, by its own account.</summary>
public sealed class Provenance
{
    private readonly string? _outlet;
    private readonly SortedSet<string> _credits;

    /// <summary>Takes the outlet, the credit lines and the time.</summary>
    /// <param name="outlet">Who publishes, or null.</param>
    /// <param name="credits">Agencies and outlets it credits, as written.</param>
    /// <param name="published">When, or null.</param>
    public Provenance(string? outlet, IEnumerable<string> credits, PressTime? published)
    {
        _outlet = outlet is null || Folding.Key(outlet) is not { Length: > 0 } key ? null : key;
        _credits = new SortedSet<string>(credits.Select(Folding.Key).Where(credit => credit.Length > 0 && credit != _outlet), StringComparer.Ordinal);
        Published = published;
    }

    /// <summary>When it was published, or null.</summary>
    public PressTime? Published { get; }

    /// <summary>True when it credits the other's outlet.</summary>
    public bool Credits(Provenance other) => other._outlet is not null && _credits.Contains(other._outlet);

    /// <summary>True when both are published by the same outlet.</summary>
    public bool SameOutlet(Provenance other) => _outlet is not null && _outlet == other._outlet;

    /// <summary>The first agency that both credit, folded; null when there is none.</summary>
    public string? CommonCredit(Provenance other) => _credits.FirstOrDefault(other._credits.Contains);
}
