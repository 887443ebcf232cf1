using Microsoft.Data.Sqlite;
using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Keeps the places that name encounters, and gives back those of current versions.</summary>
internal static class EncounterMentions
{
    public static void Add(PreparedSql sql, long version, ArticleRecord record)
    {
        foreach ((int place, EncounterMention mention) in record.Encounters.Index())
        {
            sql.Do(
                """
                INSERT INTO encounter_mentions (version, place, type, participants, date, location, status, ordinal, spans, sentence, told)
                VALUES (@version, @place, @type, @participants, @date, @location, @status, @ordinal, @spans, @sentence, @told)
                """,
                ("version", version),
                ("place", place),
                ("type", mention.Type.ToString()),
                ("participants", Columns.Json(mention.Participants)),
                ("date", mention.Date),
                ("location", mention.Place),
                ("status", mention.Status.ToString()),
                ("ordinal", mention.Ordinal),
                ("spans", Columns.Json([mention.Span, mention.Sentence])),
                ("sentence", mention.Sentence.In(record.Article.Text)),
                ("told", mention.OnlyTold ? 1 : 0));
        }
    }

    public static async Task<IReadOnlyList<EncounterReport>> CurrentAsync(SqliteConnection db, CancellationToken cancel)
    {
        List<Line> lines = await db.ListAsync<Line>(
            $"""
            SELECT {ArticleFacts.Columns}, m.type AS Type, m.participants AS Participants, m.date AS Date, m.location AS Place,
                m.status AS Status, m.ordinal AS Ordinal, m.spans AS Spans, m.sentence AS Sentence, m.told AS Told
            FROM encounter_mentions m JOIN articles r ON r.current = m.version JOIN article_versions v ON v.row = m.version
            ORDER BY r.id, m.place
            """,
            null, cancel);
        return [.. lines.Select(line => line.Report)];
    }

    private sealed class Line : ArticleFacts
    {
        public string Type { get; init; } = "";
        public string Participants { get; init; } = "";
        public string? Date { get; init; }
        public string? Place { get; init; }
        public string Status { get; init; } = "";
        public int? Ordinal { get; init; }
        public string Spans { get; init; } = "";
        public string Sentence { get; init; } = "";
        public bool Told { get; init; }

        public EncounterReport Report
        {
            get
            {
                int[][] spans = System.Text.Json.JsonSerializer.Deserialize<int[][]>(Spans)!;
                EncounterMention mention = new(
                    new TextSpan(spans[0][0], spans[0][1]), new TextSpan(spans[1][0], spans[1][1]), Enum.Parse<EncounterType>(Type),
                    Storage.Columns.Texts(Participants), Date, Place, Enum.Parse<EncounterStatus>(Status), Ordinal, Told);
                return new EncounterReport(Reference, mention, Sentence);
            }
        }
    }
}
