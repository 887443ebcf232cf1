using System.Text.Json;
using Rapporteur.Text;
using Rapporteur.Text.SpeechActs;
using Rapporteur.Text.Stances;

namespace Rapporteur.Eval.Positions;

/// <summary>How often the main stance of a statement is read as a person marked it, given the statement's gold spans.</summary>
/// <remarks>The marks are the maker's own (<c>stances-marked.tsv</c>). Of several stances in one statement the strongest counts, then the first.</remarks>
internal sealed class StanceEvaluation : IEvaluation
{
    private const string None = "none";

    /// <inheritdoc/>
    public string Name => "stance";

    /// <inheritdoc/>
    public IEnumerable<Score> Run(EvaluationContext context)
    {
        Dictionary<string, (string Stance, string Part)> marks = Marks();
        List<(string Part, string Gold, string Found)> pairs = [];
        foreach (string file in Directory.GetFiles(Path.Combine(context.Shared, "dossier", "gold"), "*.json").Order(StringComparer.Ordinal))
        {
            using JsonDocument gold = JsonDocument.Parse(File.ReadAllText(file));
            JsonElement[] marked = [.. gold.RootElement.GetProperty("statements").EnumerateArray().Where(statement => marks.ContainsKey(statement.GetProperty("id").GetString()!))];
            foreach (var article in marked.GroupBy(statement => statement.GetProperty("doc").GetString()!, StringComparer.Ordinal))
            {
                string text = File.ReadAllText(Path.Combine(context.Shared, "dossier", Path.GetFileNameWithoutExtension(file), article.Key + ".txt"));
                foreach (JsonElement statement in article)
                {
                    string id = statement.GetProperty("id").GetString()!;
                    string found = Read(text, statement);
                    pairs.Add((marks[id].Part, marks[id].Stance, found));
                    if (found != marks[id].Stance) context.Trace?.WriteLine($"stance\t{marks[id].Part}\t{id}\t{marks[id].Stance}\t{found}");
                }
            }
        }

        foreach (string part in new[] { "tuning", "figure" })
        {
            (string Gold, string Found)[] of = [.. pairs.Where(pair => pair.Part == part).Select(pair => (pair.Gold, pair.Found))];
            double? target = part == "figure" ? 75 : null;
            yield return new Score($"stance/dossier-{part}/macro-f1", 100 * MacroF1(of), target);
            yield return new Score($"stance/dossier-{part}/right", 100.0 * of.Count(pair => pair.Gold == pair.Found) / of.Length);
        }
    }

    // Over the stances that were marked at all.
    private static double MacroF1((string Gold, string Found)[] pairs) => pairs.Select(pair => pair.Gold).Distinct(StringComparer.Ordinal).Average(stance =>
    {
        int both = pairs.Count(pair => pair.Gold == stance && pair.Found == stance);
        return 2.0 * both / (pairs.Count(pair => pair.Gold == stance) + pairs.Count(pair => pair.Found == stance));
    });

    private static string Read(string text, JsonElement statement)
    {
        AnnotatedText annotated = new TextAnalyser().Annotate(text);
        JsonElement offsets = statement.GetProperty("offsets");
        Attribution gold = new()
        {
            Content = [.. offsets.GetProperty("content").EnumerateArray().Select(span => Units(text, span))],
            Cue = One(text, offsets, "cue"),
            Source = One(text, offsets, "speaker_mention"),
            Form = statement.GetProperty("form").GetString() switch { "direct" => AttributionForm.Direct, "mixed" => AttributionForm.Mixed, _ => AttributionForm.Indirect },
            Speaker = statement.GetProperty("speaker").GetString(),
            OnBehalfOf = statement.GetProperty("on_behalf_of").GetString(),
        };
        annotated = annotated with { Attributions = SpeechActReader.Read(annotated, [gold]) };
        StanceMark? main = StanceReader.Read(annotated).OrderByDescending(mark => mark.Strength).FirstOrDefault();
        return main is null ? None : main.Stance == Stance.LeavesOpen ? "leaves-open" : main.Stance.ToString().ToLowerInvariant();
    }

    private static IReadOnlyList<TextSpan> One(string text, JsonElement offsets, string name) =>
        offsets.TryGetProperty(name, out JsonElement span) && span.ValueKind == JsonValueKind.Array && span.GetArrayLength() == 2 && span[0].ValueKind == JsonValueKind.Number ? [Units(text, span)] : [];

    // Gold counts code points.
    private static TextSpan Units(string text, JsonElement span) => new(Unit(text, span[0].GetInt32()), Unit(text, span[1].GetInt32()));

    private static int Unit(string text, int codePoint)
    {
        int unit = 0;
        for (int seen = 0; seen < codePoint && unit < text.Length; seen++) unit += char.IsSurrogatePair(text, unit) ? 2 : 1;
        return unit;
    }

    private static Dictionary<string, (string Stance, string Part)> Marks()
    {
        using Stream data = typeof(StanceEvaluation).Assembly.GetManifestResourceStream("stances-marked.tsv")
            ?? throw new InvalidOperationException("The assembly was built without stances-marked.tsv.");
        using StreamReader reader = new(data);
        return reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))
            .ToDictionary(cells => cells[0], cells => (cells[1], cells[2]), StringComparer.Ordinal);
    }
}
