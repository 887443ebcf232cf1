using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Rapporteur.Eval.Attributions;
using Rapporteur.Exporting;
using Rapporteur.Extraction;
using Rapporteur.Matching;
using Rapporteur.Positions;
using Rapporteur.Querying;
using Rapporteur.Reading;
using Rapporteur.Recording;
using Rapporteur.Storage.Sqlite;
using Rapporteur.Text;

namespace Rapporteur.Eval.Positions;

/// <summary>Positions and changes in the record of the samples, read as <c>rapporteur read samples</c> reads them.</summary>
/// <remarks>
/// <para>gold-found: <c>score.py positions</c> on samples/gold, with the issues that the record suggests.</para>
/// <para>
/// f1: against eval/position-references.tsv, with the issues an editor would keep (eval/sample-issues.yaml). The unit is what one appearance says on
/// one of the nine issues; it is right when the actor, the issue and one of the marked stances are. Counted as found is every such unit of the
/// program of an actor who is marked anywhere (other actors are not marked), in an English document; counted as wanted is every mark.
/// matter-f1 leaves the stance out, direction-f1 asks only for, against or neither.
/// </para>
/// <para>changes: all but reaffirmed on the nine issues; a change of a person and the same of his side count once. A change reported between two days that are marked as mere rewording is counted as reworded.</para>
/// </remarks>
internal sealed partial class PositionEvaluation : IEvaluation
{
    private const string Unseen = "eval/unseen";
    private const int DaysOff = 1;
    private const double SharedWords = 0.5;

    /// <inheritdoc/>
    public string Name => "positions";

    /// <inheritdoc/>
    public IEnumerable<Score> Run(EvaluationContext context) => MeasureAsync(context).GetAwaiter().GetResult();

    private static async Task<IReadOnlyList<Score>> MeasureAsync(EvaluationContext context)
    {
        List<Score> scores = [];
        await using (SqliteRecordStore store = await SqliteRecordStore.InMemoryAsync(TimeProvider.System))
        {
            IReadOnlyList<StanceReport> reports = await ReportsAsync(store, "samples");
            scores.Add(new("positions/samples/gold-found", await GoldFoundAsync(context, store, PositionBook.Of(reports, [])), 80));
            scores.AddRange(await OfSetAsync(context.Trace, "positions/samples/", store, reports, Path.Combine("eval", "sample-issues.yaml"), Path.Combine("eval", "position-references.tsv")));
        }

        foreach ((string set, string name, TextWriter? trace) in new[] { ("U1", "written", context.Trace), ("U2", "unseen", null), ("U3", "unseen-3", null), ("U4", "unseen-4", null) })
        {
            // The words of the unseen one are for nobody to mend by: only its figures are told.
            scores.AddRange(await OfFolderAsync(trace, $"positions/{name}/", Path.Combine(Unseen, set), Path.Combine(Unseen, $"{set}-issues.yaml"), Path.Combine(Unseen, $"{set}-references.tsv")));
        }

        return scores;
    }

    /// <summary>The figures of one folder of articles against its marks.</summary>
    internal static async Task<IReadOnlyList<Score>> OfFolderAsync(TextWriter? trace, string prefix, string folder, string issues, string references)
    {
        await using SqliteRecordStore store = await SqliteRecordStore.InMemoryAsync(TimeProvider.System);
        return await OfSetAsync(trace, prefix, store, await ReportsAsync(store, folder), issues, references);
    }

    private static async Task<IReadOnlyList<StanceReport>> ReportsAsync(SqliteRecordStore store, string folder)
    {
        Pipeline pipeline = new(new Reader(new ReaderOptions(), null, null, TimeProvider.System), new ArticleExtractor(), new TextAnalyser(), new StatementMatcher(), store);
        await foreach (Outcome _ in pipeline.RunAsync([folder], Environment.ProcessorCount, CancellationToken.None)) continue;
        return [.. (await store.StanceChangesAsync(0, CancellationToken.None)).Changes.Select(change => change.Report).OfType<StanceReport>()];
    }

    private static async Task<IReadOnlyList<Score>> OfSetAsync(TextWriter? trace, string prefix, SqliteRecordStore store, IReadOnlyList<StanceReport> reports, string issues, string references)
    {
        PositionBook book = PositionBook.Of(reports, IssueBook.Parse(await File.ReadAllTextAsync(issues)).Issues);
        PositionReferences marks = new(await File.ReadAllLinesAsync(references));
        IReadOnlyList<AppearanceRow> appearances = await AppearancesAsync(store);
        return [.. Positions(trace, prefix, book, marks, mark => Instead(mark, appearances, reports, book)), .. Steps(prefix, appearances, PositionBook.Of(reports, []), marks), .. Changes(trace, prefix, book, marks)];
    }

    // How far a mark comes: its words are somebody's statement; he takes some stance by them, on whatever the record calls it (as the gold of the samples is asked for).
    private static IEnumerable<Score> Steps(string prefix, IReadOnlyList<AppearanceRow> appearances, PositionBook book, PositionReferences marks)
    {
        ILookup<string, AppearanceRow> said = appearances.ToLookup(Document);
        ILookup<string, AppearanceRow> bearing = book.Positions.SelectMany(position => position.Evidence.Select(evidence => (position.Actor, evidence.Appearance))).ToLookup(pair => pair.Actor, pair => pair.Appearance);
        yield return new Score(prefix + "words-said", Share(marks.Positions.Count(mark => said[mark.Document].Any(appearance => Unit.Fit(appearance, mark) >= SharedWords)), marks.Positions.Count));
        yield return new Score(prefix + "found-on-anything", Share(marks.Positions.Count(mark => bearing[mark.Actor].Any(appearance => Document(appearance) == mark.Document && Unit.Fit(appearance, mark) >= SharedWords)), marks.Positions.Count));
        yield return new Score(prefix + "found-of-anybody", Share(marks.Positions.Count(mark => book.Positions.Any(position => position.Evidence.Any(evidence => Document(evidence.Appearance) == mark.Document && Unit.Fit(evidence.Appearance, mark) >= SharedWords))), marks.Positions.Count));
    }

    private static async Task<double> GoldFoundAsync(EvaluationContext context, SqliteRecordStore store, PositionBook book)
    {
        string folder = Path.Combine("out", "positions");
        Directory.CreateDirectory(folder);
        string appearances = Path.Combine(folder, "appearances.jsonl"), positions = Path.Combine(folder, "positions.jsonl");
        await File.WriteAllLinesAsync(appearances, (await AppearancesAsync(store)).Select(row => JsonSerializer.Serialize(AppearanceLine.Of(row), ExportJson.Line)));
        await File.WriteAllLinesAsync(positions, book.Positions.Select(position => JsonSerializer.Serialize(PositionLine.Of(position), ExportJson.Line)));
        string[] golds = [.. Directory.EnumerateFiles(Path.Combine("samples", "gold"), "*.json").Order(StringComparer.Ordinal)];
        string report = AttributionEvaluation.Python([Path.Combine(context.Shared, "tools", "score.py"), "positions", .. golds, "--", appearances, positions]);
        return double.Parse(Found().Match(report).Groups["share"].Value, CultureInfo.InvariantCulture);
    }

    private static async Task<IReadOnlyList<AppearanceRow>> AppearancesAsync(SqliteRecordStore store)
    {
        List<AppearanceRow> rows = [];
        await foreach (AppearanceRow row in store.ExportAppearancesAsync(CancellationToken.None)) rows.Add(row);
        return rows;
    }

    // What the record has in the place of a mark: who is said to have said its words, and where he is read to stand.
    private static IEnumerable<string> Instead(MarkedPosition mark, IReadOnlyList<AppearanceRow> appearances, IReadOnlyList<StanceReport> reports, PositionBook book)
    {
        foreach (AppearanceRow row in appearances.Where(row => Document(row) == mark.Document && Unit.Fit(row, mark) >= SharedWords / 2))
        {
            IEnumerable<string> stances = reports.Where(report => report.Appearance.Id == row.Id).SelectMany(report => report.Stances)
                .Select(stated => $"{PositionLine.StanceName(stated.Stance)} “{stated.Target.ReplaceLineEndings(" ")}” [{string.Join(' ', stated.Words)}{(stated.Context is { } around ? " | " + string.Join(' ', around) : "")}]{(stated.HeldBy is { } held ? " of " + held : "")}");
            IEnumerable<string> drawn = book.Positions.Where(position => position.Evidence.Any(evidence => evidence.Appearance.Id == row.Id)).Select(position => $"{position.Actor} {PositionLine.StanceName(position.Stance)} on {position.Issue.Name}");
            yield return $"{row.Speaker?.Name}: {row.Content.ReplaceLineEndings(" ")}\t{string.Join("; ", stances)}\t{string.Join("; ", drawn)}";
        }
    }

    private static IEnumerable<Score> Positions(TextWriter? trace, string prefix, PositionBook book, PositionReferences marks, Func<MarkedPosition, IEnumerable<string>> instead)
    {
        HashSet<string> actors = [.. marks.Positions.Select(mark => mark.Actor)], issues = [.. marks.Positions.Select(mark => mark.Issue)];
        // What one appearance says on one issue, and of whom the program says so.
        Unit[] units = [.. book.Positions.Where(position => issues.Contains(position.Issue.Name))
            .SelectMany(position => position.Evidence.Select(evidence => (position, evidence)))
            .GroupBy(pair => (pair.evidence.Appearance.Id, pair.position.Issue.Name))
            .Select(unit => new Unit(unit.Key.Name, unit.First().evidence.Appearance, [.. unit.Select(pair => (pair.position.Actor, PositionLine.StanceName(pair.position.Stance)))]))
            .Where(unit => unit.Said.Any(said => actors.Contains(said.Actor)))];
        HashSet<Unit> used = [];
        Tally matter = new(), direction = new(), right = new();
        int rightOnce = 0;
        foreach (MarkedPosition mark in marks.Positions)
        {
            // One appearance may hold what is marked as two; where there are two, each stands for one.
            Unit? found = units.Where(unit => unit.Issue == mark.Issue && unit.Is(mark)).OrderBy(used.Contains).ThenByDescending(unit => unit.Fit(mark)).FirstOrDefault();
            string[] stances = found is null ? [] : [.. found.Said.Where(said => said.Actor == mark.Actor).Select(said => said.Stance)];
            if (found is not null)
            {
                bool once = used.Add(found);
                matter.Add(found);
                if (stances.Any(stance => mark.Stances.Any(marked => Direction(marked) == Direction(stance)))) direction.Add(found);
                if (stances.Any(mark.Stances.Contains))
                {
                    right.Add(found);
                    rightOnce += once ? 1 : 0;
                }
            }

            if (trace is null || stances.Any(mark.Stances.Contains)) continue;
            trace.WriteLine($"position\t{mark.Document}\t{mark.Actor}\t{mark.Issue}\t{mark.Stances[0]}\tfound {string.Join(',', stances)}\t{mark.Words}");
            foreach (string line in instead(mark)) trace.WriteLine("\tinstead\t" + line);
        }

        // Two appearances of the same words are one report.
        units = [.. units.Where(unit => used.Contains(unit) || !marks.Positions.Exists(mark => mark.Issue == unit.Issue && unit.Is(mark)))];
        int firstAlone = units.Length;
        // What only the second reader has marked is neither missed nor wrong.
        units = [.. units.Where(unit => used.Contains(unit) || !marks.Also.Exists(mark => mark.Issue == unit.Issue && unit.Is(mark) && unit.Said.Any(said => said.Actor == mark.Actor && mark.Stances.Contains(said.Stance))))];
        foreach (Unit unit in units.Where(unit => !used.Contains(unit)))
        {
            trace?.WriteLine($"position\tnot marked\t{Document(unit.Appearance)}\t{unit.Issue}\t{string.Join(',', unit.Said.Select(said => $"{said.Actor} {said.Stance}"))}\t{unit.Appearance.Content.ReplaceLineEndings(" ")}");
        }

        yield return new Score(prefix + "f1", right.F1(units.Length, marks.Positions.Count), 80);
        yield return new Score(prefix + "f1-one-reader-once", F1(rightOnce, firstAlone, marks.Positions.Count));
        yield return new Score(prefix + "direction-f1", direction.F1(units.Length, marks.Positions.Count));
        yield return new Score(prefix + "matter-f1", matter.F1(units.Length, marks.Positions.Count));
        yield return new Score(prefix + "matter-precision", Share(matter.Units, units.Length));
        yield return new Score(prefix + "matter-recall", Share(matter.Marks, marks.Positions.Count));
        yield return new Score(prefix + "stance-right-of-found", Share(right.Marks, matter.Marks));
    }

    /// <summary>Marks that are found, and the units in which they are.</summary>
    private sealed class Tally
    {
        private readonly HashSet<Unit> _units = [];

        public int Marks { get; private set; }

        public int Units => _units.Count;

        public void Add(Unit unit)
        {
            Marks++;
            _units.Add(unit);
        }

        /// <summary>Of precision over units and recall over marks.</summary>
        public double F1(int units, int marks)
        {
            double precision = Share(Units, units), recall = Share(Marks, marks);
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    private static IEnumerable<Score> Changes(TextWriter? trace, string prefix, PositionBook book, PositionReferences marks)
    {
        HashSet<string> issues = [.. marks.Positions.Select(mark => mark.Issue)];
        PositionChange[] reported = [.. book.Changes.Where(change => issues.Contains(change.Issue.Name) && change.Kind != ChangeKind.Reaffirmed)
            .DistinctBy(change => (change.Issue.Id, change.Kind, change.After?.Appearance.Id))];
        int reworded = reported.Count(change => marks.Rewordings.Any(mark => mark.Issue == change.Issue.Name && IsOf(change, mark.Actor, marks) && change.Before.Day >= mark.From.AddDays(-DaysOff) && change.Day <= mark.To.AddDays(DaysOff)));
        // What only one reader has marked is neither missed nor wrong.
        reported = [.. reported.Where(change => marks.Changes.Exists(mark => Is(change, mark, marks)) || !marks.ChangesAlso.Exists(mark => Is(change, mark, marks)))];
        bool[] true_ = [.. reported.Select(change => marks.Changes.Any(mark => Is(change, mark, marks)))];
        int found = marks.Changes.Count(mark => reported.Any(change => Is(change, mark, marks)));
        foreach ((PositionChange change, bool there) in reported.Zip(true_))
        {
            trace?.WriteLine($"change\t{(there ? "right" : "not marked")}\t{change.Actor}\t{change.Issue.Name}\t{change.Kind}\t{change.Day}\t{change.Before.Appearance.Content}\t→ {change.After?.Appearance.Content}");
        }

        // Several reports of one true change are one.
        int counted = true_.Count(there => !there) + found;
        yield return new Score(prefix + "changes-f1", F1(found, counted, marks.Changes.Count), 75);
        yield return new Score(prefix + "changes-found", Share(found, marks.Changes.Count));
        yield return new Score(prefix + "changes-not-marked", true_.Count(there => !there));
        yield return new Score(prefix + "rewordings-reported", reworded, 0);
    }

    private static bool Is(PositionChange change, MarkedChange mark, PositionReferences marks) =>
        change.Issue.Name == mark.Issue && IsOf(change, mark.Actor, marks) && ChangeLine.KindName(change.Kind) == mark.Kind
        && change.Day is { } day && Math.Abs(day.DayNumber - mark.To.DayNumber) <= DaysOff;

    // A side's change may be told of the one who speaks for it.
    private static bool IsOf(PositionChange change, string actor, PositionReferences marks) => change.Actor == actor || change.After?.Stated.Side == actor
        || (marks.Sides.TryGetValue(change.Actor, out string? side) && side == actor);

    private static int Direction(string stance) => PositionDrawer.Direction(Enum.GetValues<Stance>().First(one => PositionLine.StanceName(one) == stance));

    private static double F1(int right, int found, int wanted) => found + wanted == 0 ? 0 : 200.0 * right / (found + wanted);

    private static double Share(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;

    private static string Document(AppearanceRow appearance) => Regex.Replace(Path.GetFileName(appearance.Article.Location), @"\.(txt|html|html\.gz)$", "", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"\((?<share>[\d.]+) %\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Found();

    private sealed record Unit(string Issue, AppearanceRow Appearance, IReadOnlyList<(string Actor, string Stance)> Said)
    {
        public bool Is(MarkedPosition mark) => Said.Any(said => said.Actor == mark.Actor) && Document(Appearance) == mark.Document && Fit(mark) >= SharedWords;

        /// <summary>How much of the shorter of the two is in the other.</summary>
        public double Fit(MarkedPosition mark) => Fit(Appearance, mark);

        public static double Fit(AppearanceRow appearance, MarkedPosition mark)
        {
            List<string> marked = [.. Folding.Words(mark.Words)], here = [.. Folding.Words(appearance.Content)];
            int least = Math.Min(marked.Count, here.Count);
            int shared = marked.Count(here.Remove);
            return least == 0 ? 0 : (double)shared / least;
        }
    }
}
