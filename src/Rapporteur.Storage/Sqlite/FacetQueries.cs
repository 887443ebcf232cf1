using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Rapporteur.Querying;
using Rapporteur.Text;
using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Counts what the statements of a list have in common.</summary>
internal static class FacetQueries
{
    public static async Task<StatementFacets> OfAsync(SqliteConnection db, StatementColumns columns, List<int> chosen, CancellationToken cancel)
    {
        Dictionary<int, int> speakers = [], outlets = [], to = [], principals = [], forms = [], acts = [], days = [];
        ReadOnlySpan<StatementColumns.Facts> all = columns.All;
        foreach (int row in chosen)
        {
            ref readonly StatementColumns.Facts facts = ref all[row];
            if (facts.Actor != 0) Count(speakers, facts.Actor);
            foreach (int outlet in facts.Outlets) Count(outlets, outlet);
            foreach (int name in facts.Addressees) Count(to, name);
            foreach (int name in facts.Principals) Count(principals, name);
            Count(forms, facts.Forms);
            Count(acts, facts.Acts);
            if (facts.Day != 0) Count(days, facts.Day);
        }

        return new StatementFacets(
            await NamedAsync(db, "SELECT row AS Row, id AS Value, name AS Name FROM actors", speakers, cancel),
            Most(to.Select(name => new FacetCount(columns.Names[name.Key], columns.Names[name.Key], name.Value))),
            Most(principals.Select(name => new FacetCount(columns.Names[name.Key], columns.Names[name.Key], name.Value))),
            await NamedAsync(db, "SELECT row AS Row, name AS Value, name AS Name FROM outlets", outlets, cancel),
            Bits(forms, Enum.GetValues<AttributionForm>(), form => StatementFacts.FormBit(Columns.Form(form))),
            Bits(acts, Enum.GetValues<SpeechAct>(), StatementFacts.ActBit),
            Times([.. days.OrderBy(day => day.Key).Select(day => (DateOnly.FromDayNumber(day.Key - 1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day.Value))]));
    }

    private static void Count(Dictionary<int, int> counts, int value) => CollectionsMarshal.GetValueRefOrAddDefault(counts, value, out _)++;

    // Names are looked up of those alone that may be among the first.
    private static async Task<IReadOnlyList<FacetCount>> NamedAsync(SqliteConnection db, string names, Dictionary<int, int> counts, CancellationToken cancel)
    {
        int fewest = counts.Values.OrderDescending().Skip(StatementFacets.Most - 1).FirstOrDefault();
        string rows = Columns.Json([.. counts.Where(count => count.Value >= fewest).Select(count => count.Key.ToString(CultureInfo.InvariantCulture))]);
        List<Line> lines = await db.ListAsync<Line>($"{names} WHERE row IN (SELECT CAST(value AS INTEGER) FROM json_each(@rows))", new { rows }, cancel);
        return Most(lines.Select(line => new FacetCount(line.Value, line.Name, counts[line.Row])));
    }

    private static IReadOnlyList<FacetCount> Most(IEnumerable<FacetCount> counts) =>
    [
        .. counts.OrderByDescending(count => count.Count).ThenBy(count => count.Name, StringComparer.Ordinal).ThenBy(count => count.Value, StringComparer.Ordinal).Take(StatementFacets.Most),
    ];

    private static IReadOnlyList<FacetCount> Times(IReadOnlyList<(string Day, int Count)> days)
    {
        foreach (int length in (ReadOnlySpan<int>)["yyyy-MM-dd".Length, "yyyy-MM".Length])
        {
            FacetCount[] times = Cut(length);
            if (times.Length <= StatementFacets.MostTimes) return times;
        }

        return Cut("yyyy".Length);

        FacetCount[] Cut(int length) =>
            [.. days.GroupBy(day => day.Day[..length], StringComparer.Ordinal).Select(time => new FacetCount(time.Key, time.Key, time.Sum(day => day.Count)))];
    }

    // A statement reported in two forms counts for both.
    private static (T, int)[] Bits<T>(Dictionary<int, int> sums, IEnumerable<T> values, Func<T, int> bit) =>
    [
        .. values.Select(value => (value, sums.Where(sum => (sum.Key & bit(value)) != 0).Sum(sum => sum.Value)))
            .Where(pair => pair.Item2 > 0).OrderByDescending(pair => pair.Item2),
    ];

    private sealed class Line
    {
        public int Row { get; init; }
        public string Value { get; init; } = "";
        public string Name { get; init; } = "";
    }
}
