namespace Rapporteur.Text;

/// <summary>What counts as one attribution.</summary>
public enum AttributionUnit
{
    /// <summary>All that one cue governs, as PARC and PolNeAR mark it: "said <em>that the bridge is safe and that it will open</em>".</summary>
    Cue,

    /// <summary>One proposition, as the record wants it: what other articles repeat alone, or answer, is told apart ("that the bridge is safe", "that it will open").</summary>
    Proposition,
}
