using Microsoft.Data.Sqlite;
using Rapporteur.Matching;
using Rapporteur.Querying;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Looks up why wordings are in their statements, and which statements belong together.</summary>
internal static class MatchQueries
{
    // A statement that is repeated every day is linked to its nearest days only.
    private const int MostLinks = 20;

    // Candidates with most keys in common, then nearest in time: the work for one statement is bounded.
    private const int MostCandidates = 200;

    // Every wording is that of an appearance; the statement of a wording is indexed there.
    private const string WordingsOf = "SELECT wording FROM appearances WHERE statement =";

    /// <summary>Every wording of a statement, with the one it is most like; by identity.</summary>
    public static IReadOnlyList<WordingReason> Why(SqliteConnection db, string statement)
    {
        using PreparedSql sql = new(db);
        StandingJudgements judgements = StandingJudgements.Read(sql);
        List<(long Row, string Id)> rows = sql.List(
            $"SELECT row, id FROM wording_facts WHERE row IN ({WordingsOf} (SELECT row FROM statements WHERE id = @statement)) ORDER BY id",
            row => (row.GetInt64(0), row.GetString(1)), ("statement", statement));
        Dictionary<string, Proposition> wordings = rows.ToDictionary(row => row.Id, row => judgements.Named(WordingWriter.Read(sql, row.Row)), StringComparer.Ordinal);
        List<WordingReason> reasons = [];
        foreach ((long row, string id) in rows)
        {
            List<string> appearances = sql.List("SELECT id FROM appearances WHERE wording = @row ORDER BY id", reader => reader.GetString(0), ("row", row));
            string? nearest = wordings.Keys.Where(other => other != id)
                .Select(other => (Id: other, Score: PairDecision.LogOdds(wordings[id], wordings[other]) ?? double.NegativeInfinity))
                .OrderByDescending(other => other.Score).ThenBy(other => other.Id, StringComparer.Ordinal).Select(other => other.Id).FirstOrDefault();
            bool judged = judgements.IsApart(id) || judgements.JoinedWith(id).Any();
            reasons.Add(new WordingReason(
                id, wordings[id].Content, nearest is null ? null : wordings[nearest].Content,
                nearest is null ? null : PairDecision.Explain(wordings[id], wordings[nearest]), appearances, judged));
        }

        return reasons;
    }

    /// <summary>Statements that repeat one on other days, or that are like it but for a number or a denial; nearest days first.</summary>
    public static IReadOnlyList<StatementLink> Links(SqliteConnection db, long statement)
    {
        using PreparedSql sql = new(db);
        StandingJudgements judgements = StandingJudgements.Read(sql);
        Proposition[] own = [.. sql.List($"SELECT row FROM wording_facts WHERE row IN ({WordingsOf} @statement) ORDER BY id", row => row.GetInt64(0), ("statement", statement))
            .Select(row => judgements.Named(WordingWriter.Read(sql, row)))];
        Dictionary<string, (StatementLink Link, double Score)> links = new(StringComparer.Ordinal);
        foreach (Proposition wording in own)
        {
            foreach ((long row, string id) in Candidates(sql, wording, statement))
            {
                Proposition other = judgements.Named(WordingWriter.Read(sql, row));
                StatementRelation relation = PairDecision.Relation(wording, other);
                if (relation == StatementRelation.None) continue;
                StatementLink link = new(id, relation, other.Content, other.Day);
                // A variant says more than that something similar was said before.
                double score = PairDecision.Explain(wording, other).Score + (relation == StatementRelation.Repeats ? 0 : 100);
                if (!links.TryGetValue(id, out (StatementLink Link, double Score) known) || known.Score < score) links[id] = (link, score);
            }
        }

        int? day = own.Select(wording => wording.Day?.DayNumber).Min();
        return [.. links.Values.Select(link => link.Link)
            .OrderBy(link => link.Relation == StatementRelation.Repeats).ThenBy(link => Math.Abs((link.SaidOn?.DayNumber ?? 0) - (day ?? 0)))
            .ThenBy(link => link.StatementId, StringComparer.Ordinal).Take(MostLinks)];
    }

    private static List<(long Row, string Statement)> Candidates(PreparedSql sql, Proposition wording, long statement) => sql.List(
        $"""
        WITH RECURSIVE {WordingKeyTable.Stretches}
        SELECT f.row, s.id FROM (
                SELECT w.wording AS row, count(*) AS shared, min(abs(w.day - @day)) AS apart
                FROM json_each(@keys) k CROSS JOIN stretches t CROSS JOIN wording_keys w WHERE w.key = (t.stretch << {WordingKeys.Bits}) | k.value GROUP BY w.wording
            ) c
            JOIN wording_facts f ON f.row = c.row
            JOIN statements s ON s.row = f.statement
        WHERE f.statement <> @statement AND s.appearances > 0 ORDER BY c.shared DESC, c.apart, f.id LIMIT @limit
        """,
        row => (row.GetInt64(0), row.GetString(1)),
        ("keys", $"[{string.Join(',', WordingKeys.Of(wording))}]"), ("day", WordingKeys.Day(wording)), ("statement", statement), ("limit", MostCandidates));
}
