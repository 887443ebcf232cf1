using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rapporteur.Matching.Changes;
using Rapporteur.Text;

namespace Rapporteur.Eval.Matching;

/// <summary>Kinds of change on pairs of the dossier's gold wordings that were marked by hand (in two halves, E1 and E2, E3 and E4), and on wordings in which one thing was changed.</summary>
internal sealed class ChangesEvaluation : IEvaluation
{
    public string Name => "changes";

    public IEnumerable<Score> Run(EvaluationContext context)
    {
        Dictionary<string, Wording> wordings = Read(context.Shared);
        (string Event, string Gold, string Found)[] pairs = [.. File.ReadLines(Path.Combine("eval", "changes.tsv")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))
            .Select(cells => (cells[0][..2], cells[2], Found(cells[0], cells[1], cells[2])))];
        foreach ((string set, string[] events) in new[] { ("e1-e2", new[] { "E1", "E2" }), ("e3-e4", ["E3", "E4"]) })
        {
            var here = pairs.Where(pair => events.Contains(pair.Event)).ToArray();
            yield return new Score($"changes/{set}/pairs", here.Length);
            yield return new Score($"changes/{set}/right", 100.0 * here.Count(pair => pair.Gold == pair.Found) / here.Length);
            foreach (string kind in new[] { "paraphrase", "shortened", "softened", "sharpened", "verbatim" })
            {
                int both = here.Count(pair => pair.Gold == kind && pair.Found == kind), all = here.Count(pair => pair.Gold == kind) + here.Count(pair => pair.Found == kind);
                if (all > 0) yield return new Score($"changes/{set}/{kind}-f1", 200.0 * both / all);
            }

            yield return new Score($"changes/{set}/meaning-changed-in-vain", here.Count(pair => pair.Gold != "changed" && pair.Found == "changed"));
        }

        foreach (Score score in Strengths(context)) yield return score;

        // Whatever has a negation, a number with a noun or a name of a state: take it out, change it.
        Wording[] english = [.. wordings.Values.Where(wording => wording.Language == "en").OrderBy(wording => wording.Content, StringComparer.Ordinal)];
        foreach ((string what, string pattern, string by, MeaningChange change) in new[]
        {
            ("negation", @"\b(?:not|never) ", "", MeaningChange.Negation),
            ("number", @"\b(?:two|three|four|24)\b(?= [a-z]{4})", "17", MeaningChange.Number),
            ("actor", @"\b(?:Washington|Kyiv|Slovakia|Trump)\b", "Ottawa", MeaningChange.Actor),
        })
        {
            int tried = 0, found = 0;
            foreach (Wording wording in english)
            {
                string changed = new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1)).Replace(wording.Content, by, 1);
                if (changed == wording.Content) continue;
                tried++;
                if (WordingChange.Of(wording, wording with { Content = changed }).Meanings.Contains(change)) found++;
                else context.Trace?.WriteLine($"changes\t{what}\t{wording.Content}");
            }

            yield return new Score($"changes/one-{what}-changed/tried", tried);
            yield return new Score($"changes/one-{what}-changed/found", 100.0 * found / tried);
        }

        string Found(string left, string right, string gold)
        {
            WordingChange change = WordingChange.Of(wordings[left], wordings[right]);
            string found = change.Kind == WordingKind.MeaningChanged ? "changed" : change.Kind.ToString().ToLowerInvariant();
            if (found != gold) context.Trace?.WriteLine($"changes\t{left}\t{right}\tmarked {gold}\tfound {found} {string.Join(' ', change.Meanings)}\t{wordings[left].Content}\t{wordings[right].Content}");
            return found;
        }
    }

    // Invented pairs; the half "figure" was not looked at while the scales were made.
    private static IEnumerable<Score> Strengths(EvaluationContext context)
    {
        foreach (var part in File.ReadLines(Path.Combine("eval", "strengths.tsv")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).GroupBy(cells => cells[0], StringComparer.Ordinal))
        {
            (string Gold, string Found)[] pairs = [.. part.Select(cells => (cells[1], FoundOf(cells)))];
            foreach (string kind in new[] { "softened", "sharpened" })
            {
                int both = pairs.Count(pair => pair.Gold == kind && pair.Found == kind), found = pairs.Count(pair => pair.Found == kind), gold = pairs.Count(pair => pair.Gold == kind);
                yield return new Score($"changes/strength-{part.Key}/{kind}-precision", 100.0 * both / Math.Max(1, found));
                yield return new Score($"changes/strength-{part.Key}/{kind}-recall", 100.0 * both / gold);
            }

            yield return new Score($"changes/strength-{part.Key}/pairs", pairs.Length);
        }

        string FoundOf(string[] cells)
        {
            WordingChange change = WordingChange.Of(new Wording(cells[2], AttributionForm.Indirect), new Wording(cells[3], AttributionForm.Indirect));
            string found = change.Kind is WordingKind.Softened or WordingKind.Sharpened ? change.Kind.ToString().ToLowerInvariant() : "same";
            if (found != cells[1]) context.Trace?.WriteLine($"changes\t{cells[0]}\tmarked {cells[1]}\tfound {change.Kind}\t{string.Join("; ", change.Strengths.Select(WordingChange.NameOf))}\t{cells[2]}\t{cells[3]}");
            return found;
        }
    }

    private static Dictionary<string, Wording> Read(string shared)
    {
        Dictionary<string, Wording> wordings = new(StringComparer.Ordinal);
        foreach (string gold in Directory.EnumerateFiles(Path.Combine(shared, "dossier", "gold"), "*.json").Order(StringComparer.Ordinal))
        {
            foreach (JsonNode? statement in JsonNode.Parse(File.ReadAllText(gold))!["statements"]!.AsArray())
            {
                string file = Path.Combine(shared, "dossier", Path.GetFileNameWithoutExtension(gold), (string)statement!["doc"]! + ".json");
                string content = statement["content"] is JsonArray parts ? string.Join(" … ", parts.Select(part => (string?)part)) : (string)statement["content"]!;
                wordings[(string)statement["id"]!] = new Wording(
                    content, Enum.Parse<AttributionForm>((string)statement["form"]!, ignoreCase: true), (string?)JsonNode.Parse(File.ReadAllText(file))!["lang"] ?? "en");
            }
        }

        return wordings;
    }
}
