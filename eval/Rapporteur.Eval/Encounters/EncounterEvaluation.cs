using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Rapporteur.Eval.Attributions;
using Rapporteur.Exporting;
using Rapporteur.Extraction;
using Rapporteur.Matching.Encounters;
using Rapporteur.Querying;
using Rapporteur.Reading;
using Rapporteur.Text;

namespace Rapporteur.Eval.Encounters;

/// <summary>Encounters of the dossier's events and of the samples, scored with <c>score.py encounters</c>; and the status of single mentions in news that no rule was tuned on.</summary>
/// <remarks>
/// The scorer pairs by participants and day and looks at no type, so pairs of encounters of the same two people may be crossed.
/// The samples are ours, about invented states; their gold calls "told reporters" a press conference, which the finder does not.
/// </remarks>
internal sealed partial class EncounterEvaluation : IEvaluation
{
    public string Name => "encounters";

    public IEnumerable<Score> Run(EvaluationContext context)
    {
        Directory.CreateDirectory(Path.Combine("out", "encounters"));
        foreach ((string name, string folder, double? f1, double? status) in new (string, string, double?, double?)[]
            { ("dossier", Path.Combine(context.Shared, "dossier"), 70, 90), ("samples", "samples", null, null) })
        {
            string[] golds = [.. Directory.EnumerateFiles(Path.Combine(folder, "gold"), "*.json").Order(StringComparer.Ordinal)];
            Dictionary<string, List<EncounterReport>> reports = golds.ToDictionary(gold => gold, gold => Reports(Path.Combine(folder, Path.GetFileNameWithoutExtension(gold))), StringComparer.Ordinal);
            foreach (Score score in Measured(context, name, golds, reports.Values.SelectMany(list => list), f1, status)) yield return score;
            if (name == "samples") continue;
            foreach ((string gold, List<EncounterReport> here) in reports)
            {
                foreach (Score score in Measured(context, $"{name}/{Path.GetFileNameWithoutExtension(gold).ToLowerInvariant()}", [gold], here, f1, status)) yield return score;
            }
        }

        foreach (Score score in StatusMarks.Measure(context)) yield return score;
    }

    private static IEnumerable<Score> Measured(EvaluationContext context, string name, string[] golds, IEnumerable<EncounterReport> reports, double? f1, double? status)
    {
        string lines = Path.Combine("out", "encounters", name.Replace('/', '-') + ".jsonl");
        File.WriteAllLines(lines, EncounterMerger.Merge(reports).OrderBy(encounter => encounter.Date is null).Select(encounter => JsonSerializer.Serialize(EncounterLine.Of(encounter), ExportJson.Line)));
        string report = AttributionEvaluation.Python([Path.Combine(context.Shared, "tools", "score.py"), "encounters", .. golds, "--", lines]);
        foreach (Match match in Figures().Matches(report))
        {
            yield return new Score($"encounters/{name}/f1", Number(match, "f"), f1);
            yield return new Score($"encounters/{name}/status", Number(match, "s"), status);
        }
    }

    private static double Number(Match match, string group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static List<EncounterReport> Reports(string folder)
    {
        TextAnalyser analyser = new(fast: true);
        ArticleExtractor extractor = new();
        Reader reader = new(new ReaderOptions(), null, null, TimeProvider.System);
        List<EncounterReport> reports = [];
        foreach (ReadResult read in reader.ReadAsync(folder, CancellationToken.None).ToBlockingEnumerable())
        {
            if (read.Page is null) continue;
            Article article = extractor.Extract(read.Page);
            if (article.Language is not (null or "en")) continue;
            ArticleRef reference = new(article.Location, article.Location, article.Url, article.Outlet, article.Published, article.Title);
            reports.AddRange(analyser.Annotate(article.Text, article.Published?.Date).Encounters.Select(mention => new EncounterReport(reference, mention, mention.Sentence.In(article.Text))));
        }

        return reports;
    }

    [GeneratedRegex(@"F1 +(?<f>[\d.]+).*\nstatus right (?<s>[\d.]+) %", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Figures();
}
