using Microsoft.Data.Sqlite;

namespace Rapporteur.Storage.Sqlite;

/// <summary>On which issue people put statements: said of one report, it holds for the whole statement, wherever that report belongs by now.</summary>
internal static class IssueJudgements
{
    private const string Standing = "FROM judgements j JOIN appearances b ON b.id = j.one WHERE j.kind = 'issue' AND j.undone_at IS NULL";

    /// <summary>The name of the issue by identity of the statement, "" for none; the latest judgement of a statement holds.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> StandingAsync(SqliteConnection db, CancellationToken cancel)
    {
        Dictionary<string, string> issues = new(StringComparer.Ordinal);
        foreach ((string statement, string issue) in await db.ListAsync<(string, string)>($"SELECT (SELECT s.id FROM statements s WHERE s.row = b.statement), j.other {Standing} ORDER BY j.row", null, cancel))
            issues[statement] = issue;
        return issues;
    }
}
