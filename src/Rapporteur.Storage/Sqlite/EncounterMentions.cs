using System.Text.Json;
using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Keeps the places that name encounters, and gives them back.</summary>
internal static class EncounterMentions
{
    /// <summary>The mention that a row of <c>encounter_mentions</c> holds, from its cells as <see cref="Add"/> wrote them.</summary>
    public static EncounterMention Of(string type, string participants, string? date, string? place, string status, int? ordinal, string spans, bool told)
    {
        int[][] ends = JsonSerializer.Deserialize<int[][]>(spans)!;
        return new EncounterMention(
            new TextSpan(ends[0][0], ends[0][1]), new TextSpan(ends[1][0], ends[1][1]), Enum.Parse<EncounterType>(type), Columns.Texts(participants), date, place,
            Enum.Parse<EncounterStatus>(status), ordinal, told);
    }

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
}
