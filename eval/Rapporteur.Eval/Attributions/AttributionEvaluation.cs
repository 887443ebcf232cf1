using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Rapporteur.Text;

namespace Rapporteur.Eval.Attributions;

/// <summary>Who said what, on the tuning part of PolNeAR, with the scorer that the corpora come with.</summary>
/// <remarks>
/// Leaves what was found in <c>out/attributions/</c>, one JSON file per document in the format of <c>annotate</c> plus the rule, so that
/// errors can be read. RAPPORTEUR_PART=train measures the training part instead, under keys of its own.
/// </remarks>
internal sealed class AttributionEvaluation : IEvaluation
{
    private static readonly (string Key, double? Target)[] Figures =
    [
        ("full", 72), ("full_direct", 95), ("full_mixed", 83), ("full_indirect", 64), ("strict", null), ("content_50", 78), ("content_exact", null), ("cue_50", null), ("source_50", null), ("token_content", null),
    ];

    public string Name => "attributions";

    public IEnumerable<Score> Run(EvaluationContext context)
    {
        string part = Environment.GetEnvironmentVariable("RAPPORTEUR_PART") ?? "dev";
        string corpus = Path.Combine(context.Corpora, "polnear", part);
        string output = Path.Combine("out", "attributions", part);
        string gold = Path.Combine(output, "gold"), predicted = Path.Combine(output, "found"), texts = Path.Combine(corpus, "text");
        Directory.CreateDirectory(predicted);
        Python(Path.Combine(context.Shared, "tools", "polnear_gold.py"), Path.Combine(corpus, "attributions"), gold);
        TimeSpan before = Process.GetCurrentProcess().UserProcessorTime;
        TextAnalyser analyser = new();
        long words = 0;
        foreach (string file in Directory.EnumerateFiles(texts, "*.txt").Order(StringComparer.Ordinal))
        {
            AnnotatedText text = analyser.Annotate(File.ReadAllText(file));
            words += text.Tokens.Count;
            string name = Path.GetFileNameWithoutExtension(file);
            File.WriteAllText(Path.Combine(predicted, name + ".json"), AttributionJson.Of(name, text));
        }

        double seconds = (Process.GetCurrentProcess().UserProcessorTime - before).TotalSeconds;
        using JsonDocument scores = JsonDocument.Parse(Python(Path.Combine(context.Shared, "tools", "score_attributions.py"), gold, predicted, "--text", texts, "--json"));
        foreach ((string key, double? target) in Figures)
        {
            JsonElement figure = scores.RootElement.GetProperty(key);
            string name = key.Replace('_', '-');
            yield return new Score($"attributions/polnear-{part}/{name}-f1", figure.GetProperty("F1").GetDouble(), target);
            if (key is "full" or "content_50")
            {
                yield return new Score($"attributions/polnear-{part}/{name}-precision", figure.GetProperty("P").GetDouble());
                yield return new Score($"attributions/polnear-{part}/{name}-recall", figure.GetProperty("R").GetDouble());
            }
        }

        foreach (Score score in AttributionErrors.Of(gold, predicted, texts, Path.Combine("out", "attributions", part, "errors.tsv")))
        {
            yield return score with { Key = $"attributions/polnear-{part}/{score.Key}" };
        }

        yield return new Score($"attributions/polnear-{part}/thousand-words-per-cpu-second", words / seconds / 1000);
    }

    internal static string Python(params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true, UseShellExecute = false })
            ?? throw new InvalidOperationException("python3 did not start: the scorers are written in Python.");
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"python3 {arguments[0]} ended with {process.ExitCode}."));
        return output;
    }
}
