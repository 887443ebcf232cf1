using Rapporteur.Querying;

namespace Rapporteur.Matching.Encounters;

/// <summary>Looks encounters up by who took part.</summary>
public static class EncounterSearch
{
    /// <summary>The encounters of those whose name holds the words given, the latest day first, those without a day last.</summary>
    /// <param name="encounters">All encounters.</param>
    /// <param name="name">A name or part of it, whatever its case and accents; null or empty for everybody.</param>
    public static IEnumerable<Encounter> With(IEnumerable<Encounter> encounters, string? name)
    {
        string wanted = Folding.Key(name ?? "");
        return encounters
            .Where(encounter => encounter.Participants.Any(one => Folding.Key(one).Contains(wanted, StringComparison.Ordinal)))
            .OrderByDescending(encounter => encounter.Date ?? "", StringComparer.Ordinal).ThenBy(encounter => encounter.Id, StringComparer.Ordinal);
    }
}
