using System.Globalization;
using Rapporteur.Text;

namespace Rapporteur.Eval.Encounters;

/// <summary>The status of single mentions, marked by hand (<c>status-marks.tsv</c>).</summary>
internal static class StatusMarks
{
    public static IEnumerable<Score> Measure(EvaluationContext context)
    {
        TextAnalyser analyser = new(fast: true);
        Dictionary<string, (int Right, int Found, int All)> parts = new(StringComparer.Ordinal) { ["tune"] = default, ["figure"] = default };
        foreach (var document in File.ReadLines(Path.Combine("eval", "Rapporteur.Eval", "Encounters", "status-marks.tsv")).Where(line => line[0] != '#').Select(line => line.Split('\t')).GroupBy(cells => cells[0], StringComparer.Ordinal))
        {
            string text = File.ReadAllText(Path.Combine(context.Corpora, "polnear", "train", "text", document.Key));
            IReadOnlyList<EncounterMention> mentions = analyser.Annotate(text).Encounters;
            foreach (string[] cells in document)
            {
                int at = int.Parse(cells[1], CultureInfo.InvariantCulture);
                EncounterMention? found = mentions.FirstOrDefault(mention => text.AsSpan(0, mention.Span.Start).ToString().EnumerateRunes().Count() == at);
                (int right, int seen, int all) = parts[cells[3]];
                bool same = found is not null && found.Status.ToString().Equals(cells[2], StringComparison.OrdinalIgnoreCase);
                parts[cells[3]] = (right + (same ? 1 : 0), seen + (found is null ? 0 : 1), all + 1);
                if (!same) context.Trace?.WriteLine($"encounters\t{cells[3]}\t{document.Key}\t{at}\t{cells[2]}\t{found?.Status.ToString() ?? "not found"}\t{found?.Sentence.In(text).ReplaceLineEndings(" ")}");
            }
        }

        foreach ((string part, (int right, int seen, int all)) in parts)
        {
            yield return new Score($"encounters/polnear/status-{part}", 100.0 * right / Math.Max(1, seen), 90);
            yield return new Score($"encounters/polnear/found-{part}", 100.0 * seen / Math.Max(1, all));
        }
    }
}
