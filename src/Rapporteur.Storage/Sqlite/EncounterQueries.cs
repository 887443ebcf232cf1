using System.Text.Json;
using Microsoft.Data.Sqlite;
using Rapporteur.Matching.Encounters;
using Rapporteur.Querying;
using Rapporteur.Text;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Reads the encounters that are kept, with their reports.</summary>
internal static class EncounterQueries
{
    /// <summary>Those that were drawn after a number of changes of the record, by row.</summary>
    public static Task<IReadOnlyList<(long Row, Encounter Encounter)>> SinceAsync(SqliteConnection db, long changes, CancellationToken cancel) => ListAsync(db, null, changes, cancel);

    /// <summary>By their day (where unknown: that of the first report), then by identity.</summary>
    public static IReadOnlyList<Encounter> Ordered(IEnumerable<Encounter> encounters) =>
        [.. encounters.OrderBy(EncounterMerger.TimeOf, StringComparer.Ordinal).ThenBy(encounter => encounter.Id, StringComparer.Ordinal)];

    /// <summary>One, or null.</summary>
    public static async Task<Encounter?> OneAsync(SqliteConnection db, string id, CancellationToken cancel) => (await ListAsync(db, id, -1, cancel)) is [var one, ..] ? one.Encounter : null;

    private static async Task<IReadOnlyList<(long Row, Encounter Encounter)>> ListAsync(SqliteConnection db, string? id, long changes, CancellationToken cancel)
    {
        List<Line> lines = await db.ListAsync<Line>(
            """
            SELECT row AS Row, id AS Id, type AS Type, participants AS Participants, date AS Date, location AS Place, status AS Status, ordinal AS Ordinal, history AS History
            FROM encounters WHERE changed > @changes AND (@id IS NULL OR id = @id)
            """,
            new { id, changes }, cancel);
        ILookup<long, ReportLine> reports = (await db.ListAsync<ReportLine>(
            $"""
            SELECT {ArticleFacts.Columns}, e.row AS Encounter, m.type AS Type, m.participants AS Participants, m.date AS Date, m.location AS Place,
                m.status AS Status, m.ordinal AS Ordinal, m.spans AS Spans, m.sentence AS Sentence, m.told AS Told
            FROM encounters e JOIN encounter_reports p ON p.encounter = e.row JOIN encounter_mentions m ON m.version = p.version AND m.place = p.place
                JOIN article_versions v ON v.row = m.version JOIN articles r ON r.row = v.article
            WHERE e.changed > @changes AND (@id IS NULL OR e.id = @id) ORDER BY e.row, p.position
            """,
            new { id, changes }, cancel)).ToLookup(report => report.Encounter);
        return [.. lines.Select(line => (line.Row, line.With([.. reports[line.Row].Select(report => report.Report)])))];
    }

    private sealed class Line
    {
        public long Row { get; init; }
        public string Id { get; init; } = "";
        public string Type { get; init; } = "";
        public string Participants { get; init; } = "";
        public string? Date { get; init; }
        public string? Place { get; init; }
        public string Status { get; init; } = "";
        public int? Ordinal { get; init; }
        public string History { get; init; } = "";

        public Encounter With(IReadOnlyList<EncounterReport> reports) => new()
        {
            Id = Id, Type = Enum.Parse<EncounterType>(Type), Participants = Columns.Texts(Participants), Date = Date, Place = Place,
            Status = Enum.Parse<EncounterStatus>(Status), Ordinal = Ordinal, Reports = reports,
            History = [.. JsonSerializer.Deserialize<JsonElement[][]>(History)!.Select(stage => new EncounterStage(
                Columns.Day(stage[0].GetString()), Enum.Parse<EncounterStatus>(stage[1].GetString()!), stage[2].GetInt32()))],
        };
    }

    private sealed class ReportLine : ArticleFacts
    {
        public long Encounter { get; init; }
        public string Type { get; init; } = "";
        public string Participants { get; init; } = "";
        public string? Date { get; init; }
        public string? Place { get; init; }
        public string Status { get; init; } = "";
        public int? Ordinal { get; init; }
        public string Spans { get; init; } = "";
        public string Sentence { get; init; } = "";
        public bool Told { get; init; }

        public EncounterReport Report => new(Reference, EncounterMentions.Of(Type, Participants, Date, Place, Status, Ordinal, Spans, Told), Sentence);
    }
}
