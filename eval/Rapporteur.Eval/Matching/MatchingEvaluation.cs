using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rapporteur.Eval.Attributions;
using Rapporteur.Matching;
using Rapporteur.Train.Matching;

namespace Rapporteur.Eval.Matching;

/// <summary>Statements of several wordings, given the dossier's gold appearances in English, scored with <c>score.py families</c>.</summary>
/// <remarks>Each event is judged by a model that was learnt from the other three and whose threshold was chosen on them.</remarks>
internal sealed partial class MatchingEvaluation : IEvaluation
{
    public string Name => "matching";

    public IEnumerable<Score> Run(EvaluationContext context)
    {
        string dossier = Path.Combine(context.Shared, "dossier");
        string output = Path.Combine("out", "matching");
        Directory.CreateDirectory(output);
        string lines = Path.Combine(output, "appearances.jsonl");
        string[] golds = [.. Directory.EnumerateFiles(Path.Combine(dossier, "gold"), "*.json").Order(StringComparer.Ordinal)];
        MarkedWording[] marked = [.. MarkedWording.All(dossier)], written = [.. WrittenWordings.All(WrittenWordings.Folder)];
        using (StreamWriter writer = new(lines))
        {
            PairTraining.LeaveOneOut(marked, written, PairModel.Shared.Likeness, seed: 1, log: null, (wording, statement) => Write(writer, wording, statement));
        }

        // As sure as the program asks to be of what it finds.
        yield return new Score(
            "matching/dossier/left-out-given-gold-cautious-f",
            100 * PairTraining.LeaveOneOut(marked, written, PairModel.Shared.Likeness, seed: 1, log: null, caution: PairTraining.Caution).F1);

        // On what nothing was learnt from: the events by a model of invented wordings alone, and the samples by the model built in.
        yield return new Score("matching/dossier/written-only-given-gold-f", 100 * PairTraining.Measure(marked, PairTraining.Learn([], written, PairModel.Shared.Likeness, seed: 1)).F1);
        yield return new Score("matching/samples/given-gold-f", 100 * PairTraining.Measure([.. MarkedWording.All("samples")], PairModel.Shared).F1);

        BCubed unread = PairTraining.Measure([.. WrittenWordings.All(Path.Combine("eval", "wordings"))], PairModel.Shared);
        yield return new Score("matching/written-unlearnt/f", 100 * unread.F1);
        yield return new Score("matching/written-unlearnt/pair-precision", 100 * unread.PairPrecision);
        yield return new Score("matching/written-unlearnt/pair-recall", 100 * unread.PairRecall);

        string report = AttributionEvaluation.Python([Path.Combine(context.Shared, "tools", "score.py"), "families", "--english", .. golds, "--", lines]);
        foreach (Match line in Figure().Matches(report))
        {
            foreach ((string group, double? target) in new (string, double?)[] { ("p", null), ("r", null), ("f", 88) })
            {
                yield return new Score($"matching/dossier/left-out-given-gold-{group}", double.Parse(line.Groups[group].Value, CultureInfo.InvariantCulture), target);
            }
        }

        foreach (Match line in NearMisses().Matches(report))
        {
            yield return new Score("matching/dossier/near-misses-kept-apart", double.Parse(line.Groups["all"].Value, CultureInfo.InvariantCulture) - double.Parse(line.Groups["merged"].Value, CultureInfo.InvariantCulture));
        }
    }

    private static void Write(StreamWriter writer, MarkedWording wording, string statement) => writer.WriteLine(new JsonObject
    {
        ["article"] = new JsonObject { ["path"] = wording.File },
        ["content"] = wording.Content,
        ["speaker"] = wording.Speaker,
        ["statement_id"] = statement,
    }.ToJsonString());

    [GeneratedRegex(@"^B-cubed over all .*: P (?<p>[\d.]+) R (?<r>[\d.]+) F1 (?<f>[\d.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Figure();

    [GeneratedRegex(@"^near misses merged .*: (?<merged>\d+) of (?<all>\d+) found", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NearMisses();
}
