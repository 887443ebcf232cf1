using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rapporteur.Eval.Attributions;
using Rapporteur.Extraction;
using Rapporteur.Matching;
using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur.Eval.Matching;

/// <summary>Statements of several wordings, given the dossier's gold appearances in English, scored with <c>score.py families</c>.</summary>
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
        using (StreamWriter writer = new(lines))
        {
            foreach (string gold in golds) Write(writer, gold, Path.Combine(dossier, Path.GetFileNameWithoutExtension(gold)));
        }

        string report = AttributionEvaluation.Python([Path.Combine(context.Shared, "tools", "score.py"), "families", "--english", .. golds, "--", lines]);
        foreach (Match line in Figure().Matches(report))
        {
            foreach ((string group, double? target) in new (string, double?)[] { ("p", null), ("r", null), ("f", 88) })
            {
                yield return new Score($"matching/dossier/given-gold-{group}", double.Parse(line.Groups[group].Value, CultureInfo.InvariantCulture), target);
            }
        }

        foreach (Match line in NearMisses().Matches(report))
        {
            yield return new Score("matching/dossier/near-misses-kept-apart", double.Parse(line.Groups["all"].Value, CultureInfo.InvariantCulture) - double.Parse(line.Groups["merged"].Value, CultureInfo.InvariantCulture));
        }
    }

    private static void Write(StreamWriter writer, string gold, string folder)
    {
        StatementMatcher matcher = new();
        List<(string File, JsonNode Gold, Appearance Appearance)> all = [];
        foreach (JsonNode? statement in JsonNode.Parse(File.ReadAllText(gold))!["statements"]!.AsArray())
        {
            string file = Path.Combine(folder, (string)statement!["doc"]! + ".txt");
            JsonNode sidecar = JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(file, ".json")))!;
            if (((string?)sidecar["lang"] ?? "en") != "en") continue;
            string content = statement["content"] is JsonArray parts ? string.Join(' ', parts.Select(part => (string?)part)) : (string)statement["content"]!;
            Article article = new() { Text = content, Location = file, Url = file, Published = PressTime.Parse((string?)sidecar["published"]) };
            Attribution attribution = new()
            {
                Source = [], Cue = [], Content = [new TextSpan(0, content.Length)], Form = AttributionForm.Indirect, Confidence = 1, FoundBy = "gold",
                Speaker = (string?)statement["speaker"], OnBehalfOf = (string?)statement["on_behalf_of"],
                SaidOn = DateOnly.TryParse((string?)statement["said_on"], CultureInfo.InvariantCulture, out DateOnly day) ? day : null,
            };
            all.Add((file, statement, matcher.Match(article, new AnnotatedText { Text = content, Attributions = [attribution] })[0]));
        }

        Dictionary<string, Proposition> wordings = new(StringComparer.Ordinal);
        foreach ((_, _, Appearance appearance) in all)
        {
            if (appearance.Proposition is { } proposition) wordings[appearance.StatementId] = proposition;
        }

        IReadOnlyDictionary<string, string> statements = Clustering.Statements(wordings);
        foreach ((string file, JsonNode statement, Appearance appearance) in all)
        {
            writer.WriteLine(new JsonObject
            {
                ["article"] = new JsonObject { ["path"] = file },
                ["content"] = appearance.Content,
                ["speaker"] = (string?)statement["speaker"],
                ["statement_id"] = statements.GetValueOrDefault(appearance.StatementId, appearance.StatementId),
            }.ToJsonString());
        }
    }

    [GeneratedRegex(@"^B-cubed over all .*: P (?<p>[\d.]+) R (?<r>[\d.]+) F1 (?<f>[\d.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Figure();

    [GeneratedRegex(@"^near misses merged .*: (?<merged>\d+) of (?<all>\d+) found", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NearMisses();
}
