using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Keeps the places that name encounters.</summary>
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
}
