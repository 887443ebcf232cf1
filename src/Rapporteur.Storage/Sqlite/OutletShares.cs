using Microsoft.Data.Sqlite;
using Rapporteur.Matching.Changes;
using Rapporteur.Querying;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Counts what each outlet adds to the record, and how often its wordings change the meaning.</summary>
internal static class OutletShares
{
    // Comparing two wordings takes about a tenth of a millisecond, so the latest of the shared statements stand for all.
    private const int MostCompared = 1_000;

    /// <summary>In the order of the outlets.</summary>
    /// <param name="db">Where credits and wordings are.</param>
    /// <param name="outlets">All outlets.</param>
    /// <param name="counts">What each reports, by row (<see cref="StatementIndex.OutletsAsync"/>).</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<IReadOnlyList<OutletShare>> AllAsync(
        SqliteConnection db, IReadOnlyList<OutletSummary> outlets, IReadOnlyDictionary<int, (int Statements, int Alone, int First)> counts, CancellationToken cancel)
    {
        ILookup<string, long> rows = (await db.ListAsync<NameLine>("SELECT row AS Row, name AS Name FROM outlets", null, cancel)).ToLookup(line => line.Name, line => line.Row, StringComparer.Ordinal);
        ILookup<long, CreditLine> credits = (await db.ListAsync<CreditLine>(
            """
            SELECT r.outlet AS Row, own.name AS Own, o.name AS Name, c.article AS Article
            FROM article_credits c JOIN articles r ON r.row = c.article JOIN outlets own ON own.row = r.outlet JOIN outlets o ON o.row = c.outlet WHERE r.outlet <> c.outlet
            """,
            null, cancel)).Where(line => !line.IsItself).ToLookup(line => line.Row);
        Dictionary<long, (int Compared, int Changed)> changes = await ChangesAsync(db, cancel);
        return [.. outlets.Select(outlet =>
        {
            long row = rows[outlet.Name].FirstOrDefault();
            (int statements, int alone, int first) = counts.GetValueOrDefault((int)row);
            (int compared, int changed) = changes.GetValueOrDefault(row);
            return new OutletShare(
                outlet.Name, statements, alone, first, outlet.Articles, credits[row].Select(credit => credit.Article).Distinct().Count(), Most(credits[row]), compared, changed);
        })];
    }

    private static IReadOnlyList<FacetCount> Most(IEnumerable<CreditLine> credits) =>
    [
        .. credits.CountBy(credit => credit.Name, StringComparer.Ordinal).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(OutletShare.MostCredits).Select(pair => new FacetCount(pair.Key, pair.Key, pair.Value)),
    ];

    private static async Task<Dictionary<long, (int Compared, int Changed)>> ChangesAsync(SqliteConnection db, CancellationToken cancel)
    {
        List<WordingLine> lines = await db.ListAsync<WordingLine>(
            """
            SELECT a.statement AS Statement, a.outlet AS Outlet, a.content AS Content, a.form AS Form, a.act IN ('deny', 'reject') AS Denied, v.language AS Language
            FROM (SELECT row FROM statements WHERE appearances > 0 AND outlets > 1 ORDER BY day DESC, instant DESC, id DESC LIMIT @most) s
                CROSS JOIN appearances a ON a.statement = s.row AND a.current = 1
                JOIN article_versions v ON v.row = a.version JOIN articles r ON r.row = a.article
            ORDER BY a.statement, v.instant IS NULL, v.instant, r.id, a.place
            """,
            new { most = MostCompared }, cancel);
        Dictionary<long, (int Compared, int Changed)> changes = [];
        foreach (IGrouping<long, WordingLine> statement in lines.GroupBy(line => line.Statement))
        {
            // As on the statement's page: the speaker's own words lead before a reporter's.
            WordingLine lead = statement.OrderBy(line => line.Form switch { "direct" => 0, "mixed" => 1, _ => 2 }).First();
            foreach (WordingLine other in statement.Where(line => line.Outlet is not null && line.Outlet != lead.Outlet).DistinctBy(line => (line.Outlet, line.Content)))
            {
                bool changed = other.Content != lead.Content && WordingChange.Of(lead.Wording, other.Wording).Kind == WordingKind.MeaningChanged;
                (int compared, int before) = changes.GetValueOrDefault(other.Outlet!.Value);
                changes[other.Outlet.Value] = (compared + 1, before + (changed ? 1 : 0));
            }
        }

        return changes;
    }

    private sealed class NameLine
    {
        public long Row { get; init; }
        public string Name { get; init; } = "";
    }

    private sealed class CreditLine
    {
        public long Row { get; init; }
        public string Own { get; init; } = "";
        public string Name { get; init; } = "";
        public long Article { get; init; }

        // "(NHA)" at the end of a report by the Norland Herald Agency credits nobody else.
        public bool IsItself => Folding.Key(Name) == string.Concat(Folding.Words(Own).Select(word => word[0]))
            || $"{string.Join(' ', Folding.Words(Own))} ".StartsWith($"{string.Join(' ', Folding.Words(Name))} ", StringComparison.Ordinal);
    }

    private sealed class WordingLine
    {
        public long Statement { get; init; }
        public long? Outlet { get; init; }
        public string Content { get; init; } = "";
        public string Form { get; init; } = "";
        public string? Language { get; init; }
        public bool Denied { get; init; }

        public Wording Wording => new(Content, Columns.Form(Form), Language, Denied);
    }
}
