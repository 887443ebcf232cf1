using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rapporteur.Text;

namespace Rapporteur.Eval.Attributions;

/// <summary>Statements, speakers and relay chains on the English articles of the shared dossier and of the samples, scored with <c>score.py statements</c>.</summary>
/// <remarks>The texts are annotated as they are, without cleaning. Leaves the appearances in <c>out/statements/</c>.</remarks>
internal sealed partial class StatementEvaluation : IEvaluation
{
    public string Name => "statements";

    public IEnumerable<Score> Run(EvaluationContext context)
    {
        TextAnalyser analyser = new();
        foreach (Score score in Scores("dossier", Path.Combine(context.Shared, "dossier"), context.Shared, analyser)) yield return score;
        foreach (Score score in Scores("samples", Path.GetFullPath("samples"), context.Shared, analyser)) yield return score;

        // The seeds have no gold here; what is found in them is for reading.
        foreach (string file in Directory.EnumerateFiles(Path.Combine(context.Shared, "seeds"), "*.txt").Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileNameWithoutExtension(file);
            File.WriteAllText(Path.Combine("out", "statements", name + ".json"), AttributionJson.Of(name, analyser.Annotate(File.ReadAllText(file), unit: AttributionUnit.Proposition)));
        }
    }

    private static IEnumerable<Score> Scores(string set, string dossier, string shared, TextAnalyser analyser)
    {
        string output = Path.Combine("out", "statements");
        Directory.CreateDirectory(output);
        string appearances = Path.Combine(output, set == "dossier" ? "appearances.jsonl" : $"{set}.jsonl");
        using (StreamWriter writer = new(appearances))
        {
            foreach (string file in Directory.EnumerateFiles(dossier, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                JsonNode sidecar = JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(file, ".json")))!;
                DateOnly? published = DateOnly.TryParse(((string?)sidecar["published"])?.Split('T', ' ')[0], CultureInfo.InvariantCulture, out DateOnly day) ? day : null;
                AnnotatedText text = analyser.Annotate(File.ReadAllText(file), published, AttributionUnit.Proposition);
                foreach (Attribution a in text.Attributions) writer.WriteLine(Line(file, text.Text, a));
            }
        }

        string[] golds = [.. Directory.EnumerateFiles(Path.Combine(dossier, "gold"), "*.json").Order(StringComparer.Ordinal)];
        string report = AttributionEvaluation.Python([Path.Combine(shared, "tools", "score.py"), "statements", "--english", .. golds, "--", appearances]);
        foreach (Match line in Figure().Matches(report))
        {
            string name = line.Groups["name"].Value.Trim().Replace(' ', '-').Replace('_', '-');
            yield return new Score($"statements/{set}/{name}-f1", double.Parse(line.Groups["f"].Value, CultureInfo.InvariantCulture));
            if (name == "found") yield return new Score($"statements/{set}/found-precision", double.Parse(line.Groups["p"].Value, CultureInfo.InvariantCulture));
            if (name == "found") yield return new Score($"statements/{set}/found-recall", double.Parse(line.Groups["r"].Value, CultureInfo.InvariantCulture));
        }

        foreach (Match line in Percentage().Matches(report))
        {
            yield return new Score($"statements/{set}/{line.Groups["name"].Value.Replace('_', '-')}", double.Parse(line.Groups["v"].Value, CultureInfo.InvariantCulture), line.Groups["name"].Value == "speaker" && set == "dossier" ? 93 : 90);
        }
    }

    private static string Line(string file, string text, Attribution a) => new JsonObject
    {
        ["article"] = new JsonObject { ["path"] = file },
        ["speaker"] = a.Speaker,
        ["addressee"] = a.Addressee,
        ["on_behalf_of"] = a.OnBehalfOf,
        ["via"] = a.Via,
        ["said_on"] = a.SaidOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["content"] = string.Join(' ', a.Content.Select(c => c.In(text))),
        ["rule"] = a.FoundBy,
        ["source"] = string.Join(' ', a.Source.Select(c => c.In(text))),
        ["cue"] = string.Join(' ', a.Cue.Select(c => c.In(text))),
    }.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    [GeneratedRegex(@"^(?<name>\w[\w ]*?) +P +(?<p>[\d.]+) R +(?<r>[\d.]+) F1 +(?<f>[\d.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Figure();

    [GeneratedRegex(@"^(?<name>speaker|said_on) +(?<v>[\d.]+) %", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Percentage();
}
