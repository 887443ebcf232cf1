using System.Text.Json;
using System.Text.RegularExpressions;
using Rapporteur.Text;
using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Eval.Attributions;

/// <summary>Speech acts on the sentences that PLOVER's gold standard gives for its verbal categories.</summary>
/// <remarks>
/// The act of the attribution whose cue or content touches the first word marked as the event, brought to PLOVER's category, against the category given. A sentence
/// without such an attribution counts as wrong in <c>right</c> and is left out of <c>right-of-found</c>. Records of even number were read while the lists were written, odd ones were not.
/// </remarks>
internal sealed partial class ActEvaluation : IEvaluation
{
    private static readonly string[] Verbal = ["AGREE", "DEMAND", "REJECT", "DISAPPROVE", "THREATEN", "SUPPORT"];

    public string Name => "acts";

    public IEnumerable<Score> Run(EvaluationContext context)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.Combine(context.Corpora, "plover", "gold_standard_records", "PLOVER_GSR_CAMEO.txt")));
        TextAnalyser analyser = new();
        int[] right = new int[2], found = new int[2], all = new int[2];
        Dictionary<string, (int Right, int Given, int Gold)>[] byCategory = [[], []];
        foreach (JsonElement record in json.RootElement.EnumerateArray())
        {
            string gold = record.GetProperty("event").GetString()!;
            if (!Verbal.Contains(gold, StringComparer.Ordinal) || !record.TryGetProperty("textInfo", out JsonElement info)) continue;
            string text = record.GetProperty("text").GetString()!, id = record.GetProperty("id").GetString()!;
            int half = (id[^1] - '0') % 2;
            string word = Event().Match(info.GetProperty("markup").GetString()!).Groups["words"].Value.Trim();
            int at = word.Length == 0 ? -1 : text.IndexOf(word, StringComparison.Ordinal);
            all[half]++;
            AnnotatedText annotated = analyser.Annotate(text);
            Attribution? attribution = at < 0 ? null : annotated.Attributions.FirstOrDefault(a => a.Cue.Any(c => c.Overlaps(new TextSpan(at, at + word.Length))))
                ?? annotated.Attributions.FirstOrDefault(a => a.Content.Any(c => c.Contains(at)));
            string given = attribution is null ? "none" : SpeechActNames.Plover(attribution.Act) ?? SpeechActNames.Of(attribution.Act);
            if (attribution is not null) found[half]++;
            if (given == gold) right[half]++;
            else context.Trace?.WriteLine($"acts\t{id}\t{gold}\t{given}\t{(attribution is null ? "" : string.Join(' ', attribution.Cue.Select(c => c.In(text))))}\t{text}");
            Count(byCategory[half], gold, g => (g.Right + (given == gold ? 1 : 0), g.Given, g.Gold + 1));
            if (attribution is not null) Count(byCategory[half], given, g => (g.Right, g.Given + 1, g.Gold));
        }

        for (int half = 1; half >= 0; half--)
        {
            string part = half == 1 ? "plover-unread" : "plover-read";
            yield return new Score($"acts/{part}/right", 100.0 * right[half] / all[half]);
            yield return new Score($"acts/{part}/right-of-found", 100.0 * right[half] / found[half]);
            yield return new Score($"acts/{part}/macro-f1", 100 * Verbal.Average(c => byCategory[half].GetValueOrDefault(c) is var n && n.Given + n.Gold > 0 ? 2.0 * n.Right / (n.Given + n.Gold) : 0));
        }

        foreach (Score score in MarkedActs.Scores(context)) yield return score;
    }

    private static void Count(Dictionary<string, (int Right, int Given, int Gold)> counts, string category, Func<(int Right, int Given, int Gold), (int, int, int)> change) =>
        counts[category] = change(counts.GetValueOrDefault(category));

    [GeneratedRegex(@"\(EVT: (?<words>[^)]*)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Event();
}
