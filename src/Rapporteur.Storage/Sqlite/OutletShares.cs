using Microsoft.Data.Sqlite;
using Rapporteur.Matching.Changes;
using Rapporteur.Querying;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Counts what each outlet adds to the record, and how often its wordings change the meaning.</summary>
internal static class OutletShares
{
    // Comparing two wordings takes about a tenth of a millisecond, so the latest of the shared statements stand for all.
    private const int MostCompared = 1_000;

    public static async Task<IReadOnlyList<OutletShare>> AllAsync(SqliteConnection db, IReadOnlyList<OutletSummary> outlets, CancellationToken cancel)
    {
        Dictionary<long, CountLine> counts = (await db.ListAsync<CountLine>(
            """
            SELECT o.row AS Row, o.name AS Name, ifnull(st.n, 0) AS Statements, ifnull(st.alone, 0) AS Alone, ifnull(fi.n, 0) AS First
            FROM outlets o
                LEFT JOIN (
                    SELECT x.outlet, count(*) AS n, sum(s.outlets = 1) AS alone
                    FROM (SELECT DISTINCT outlet, statement FROM appearances WHERE current = 1 AND outlet IS NOT NULL) x JOIN statements s ON s.row = x.statement
                    GROUP BY x.outlet) st ON st.outlet = o.row
                LEFT JOIN (
                    SELECT v.outlet, count(*) AS n FROM statements s JOIN article_versions v ON v.row = s.first_version
                    WHERE s.appearances > 0 AND s.outlets > 1 AND s.instant > 0 GROUP BY v.outlet) fi ON fi.outlet = o.row
            """,
            null, cancel)).ToDictionary(line => line.Row);
        ILookup<long, CreditLine> credits = (await db.ListAsync<CreditLine>(
            """
            SELECT r.outlet AS Row, own.name AS Own, o.name AS Name, c.article AS Article
            FROM article_credits c JOIN articles r ON r.row = c.article JOIN outlets own ON own.row = r.outlet JOIN outlets o ON o.row = c.outlet WHERE r.outlet <> c.outlet
            """,
            null, cancel)).Where(line => !line.IsItself).ToLookup(line => line.Row);
        Dictionary<long, (int Compared, int Changed)> changes = await ChangesAsync(db, cancel);
        ILookup<string, CountLine> byName = counts.Values.ToLookup(line => line.Name, StringComparer.Ordinal);
        return [.. outlets.Select(outlet =>
        {
            CountLine? line = byName[outlet.Name].FirstOrDefault();
            (int compared, int changed) = line is null ? (0, 0) : changes.GetValueOrDefault(line.Row);
            return new OutletShare(
                outlet.Name, line?.Statements ?? 0, line?.Alone ?? 0, line?.First ?? 0, outlet.Articles, line is null ? 0 : credits[line.Row].Select(credit => credit.Article).Distinct().Count(),
                line is null ? [] : Most(credits[line.Row]), compared, changed);
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

    private sealed class CountLine
    {
        public long Row { get; init; }
        public string Name { get; init; } = "";
        public int Statements { get; init; }
        public int Alone { get; init; }
        public int First { get; init; }
    }

    private sealed class CreditLine
    {
        public long Row { get; init; }
        public string Own { get; init; } = "";
        public string Name { get; init; } = "";
        public long Article { get; init; }

        // "(NHA)" at the end of a report by the Norland Herald Agency credits nobody else.
        public bool IsItself => Folding.Key(Name) == string.Concat(Folding.Words(Own).Select(word => word[0]));
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
