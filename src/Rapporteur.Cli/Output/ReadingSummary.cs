using System.Text.Json;
using Rapporteur.Exporting;
using Rapporteur.Recording;

namespace Rapporteur.Cli.Output;

/// <summary>What a reading came to: what was recorded, what was known, what was passed over and why.</summary>
internal sealed class ReadingSummary
{
    // Of each reason so many places are named; all of them stand in --json.
    private const int PlacesNamed = 3;

    private readonly SortedDictionary<string, List<string>> _skipped = new(StringComparer.Ordinal);
    private readonly List<(string Location, string Language)> _notAnalysed = [];

    /// <summary>Articles that were not known.</summary>
    public int Added { get; private set; }

    /// <summary>Known articles with another text.</summary>
    public int NewVersions { get; private set; }

    /// <summary>Known articles with the same text.</summary>
    public int Unchanged { get; private set; }

    /// <summary>Statements reported in what was added.</summary>
    public int Appearances { get; private set; }

    /// <summary>What was asked for and could not be done.</summary>
    public List<(string Location, string Reason)> Failed { get; } = [];

    /// <summary>True when it was stopped before the end.</summary>
    public bool Stopped { get; set; }

    /// <summary>Counts one outcome.</summary>
    public void Add(Outcome outcome)
    {
        switch (outcome.Recorded)
        {
            case RecordOutcome.Added: Added++; break;
            case RecordOutcome.NewVersion: NewVersions++; break;
            case RecordOutcome.Unchanged: Unchanged++; break;
            case null when outcome.Failed: Failed.Add((outcome.Location, outcome.Reason!)); break;
            case null: (_skipped.TryGetValue(outcome.Reason!, out var places) ? places : _skipped[outcome.Reason!] = []).Add(outcome.Location); break;
        }

        Appearances += outcome.Appearances;
        if (outcome is { Recorded: RecordOutcome.Added or RecordOutcome.NewVersion, Analysed: false }) _notAnalysed.Add((outcome.Location, outcome.Article!.Language ?? "?"));
    }

    /// <summary>For a person. Failures were named on stderr when they happened; here they are counted.</summary>
    public void Write(Terminal terminal, string database)
    {
        terminal.Line($"{(Stopped ? "Stopped. " : "")}Read {Count(Added, "article")} with {Count(Appearances, "reported statement")} into {database}.");
        if (NewVersions > 0) terminal.Line($"  {Count(NewVersions, "known article")} had changed: recorded as new {(NewVersions == 1 ? "version" : "versions")}.");
        if (Unchanged > 0) terminal.Line($"  {Count(Unchanged, "article")} known already, unchanged.");
        foreach (var group in _notAnalysed.GroupBy(a => a.Language, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            terminal.Line($"  {Count(group.Count(), "article")} in '{group.Key}' recorded and searchable, but not analysed beyond quotation marks: {Places([.. group.Select(a => a.Location)])}");
        foreach ((string reason, List<string> places) in _skipped) terminal.Line($"  {places.Count} skipped, {reason}: {Places(places)}");
        if (Failed.Count > 0) terminal.Line($"  {Failed.Count} could not be read (named above).");
        if (Stopped) terminal.Line("  Run the same command again to go on where it stopped.");
    }

    /// <summary>For a script: one object with everything, every place named.</summary>
    public void WriteJson(Terminal terminal) => terminal.Line(JsonSerializer.Serialize(
        new
        {
            Added,
            NewVersions,
            Unchanged,
            Appearances,
            Stopped,
            NotAnalysed = _notAnalysed.Select(a => new { Path = a.Location, a.Language }),
            Skipped = _skipped.SelectMany(s => s.Value.Select(place => new { Path = place, Reason = s.Key })),
            Failed = Failed.Select(f => new { Path = f.Location, f.Reason }),
        },
        ExportJson.Line));

    private static string Count(int n, string what) => n == 1 ? $"1 {what}" : $"{n} {what}s";

    private static string Places(List<string> places) =>
        string.Join(", ", places.Take(PlacesNamed)) + (places.Count > PlacesNamed ? $" and {places.Count - PlacesNamed} more" : "");
}
