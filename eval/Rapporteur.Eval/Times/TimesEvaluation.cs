using Rapporteur.Text;

namespace Rapporteur.Eval.Times;

/// <summary>Time expressions on TimeBank and AQUAINT, scored as TempEval-3 does: spans that overlap are a pair.</summary>
internal sealed class TimesEvaluation : IEvaluation
{
    public string Name => "times";

    public IEnumerable<Score> Run(EvaluationContext context)
    {
        string folder = Path.Combine(context.Corpora, "timebank-aquaint", "data", "TBAQ-cleaned");
        foreach (string part in (string[])["TimeBank", "AQUAINT"])
        {
            Tally strict = new(), relaxed = new(), value = new();
            TextAnalyser analyser = new();
            foreach (string file in Directory.EnumerateFiles(Path.Combine(folder, part), "*.tml").Order(StringComparer.Ordinal))
            {
                TimeMlDocument document = TimeMlDocument.Read(file);
                List<TimeExpression> found = [.. analyser.Annotate(document.Text, document.Published).Times];
                foreach (Tally tally in (Tally[])[strict, relaxed, value])
                {
                    tally.Gold += document.Gold.Count;
                    tally.Found += found.Count;
                }

                HashSet<TimeExpression> used = new(ReferenceEqualityComparer.Instance);
                foreach (TimeExpression gold in document.Gold)
                {
                    TimeExpression? pair = found.Find(f => !used.Contains(f) && f.Span.Overlaps(gold.Span));
                    if (context.Trace is { } trace && pair?.Value != gold.Value)
                        trace.WriteLine($"{(pair is null ? "MISSED" : "VALUE")}\t{gold.Span.In(document.Text).ReplaceLineEndings(" ")}\t{gold.Value}\t{pair?.Value}\t{pair?.Span.In(document.Text).ReplaceLineEndings(" ")}\t{document.Published:yyyy-MM-dd}\t{Around(document.Text, gold.Span)}");
                    if (pair is null) continue;
                    used.Add(pair);
                    relaxed.Right++;
                    if (pair.Span == gold.Span) strict.Right++;
                    if (pair.Value == gold.Value) value.Right++;
                }

                if (context.Trace is { } lines)
                {
                    foreach (TimeExpression extra in found.Where(f => !used.Contains(f)))
                        lines.WriteLine($"EXTRA\t{extra.Span.In(document.Text).ReplaceLineEndings(" ")}\t\t{extra.Value}\t\t{document.Published:yyyy-MM-dd}\t{Around(document.Text, extra.Span)}");
                }
            }

            string key = $"times/{part.ToLowerInvariant()}";
            yield return new Score($"{key}/strict-f1", strict.F1);
            yield return new Score($"{key}/relaxed-f1", relaxed.F1);
            yield return new Score($"{key}/value-f1", value.F1, 80);
        }
    }

    private static string Around(string text, TextSpan span) =>
        text[Math.Max(0, span.Start - 60)..Math.Min(text.Length, span.End + 40)].ReplaceLineEndings(" ");

    private sealed class Tally
    {
        public int Right { get; set; }

        public int Found { get; set; }

        public int Gold { get; set; }

        public double F1 => Found + Gold == 0 ? 0 : 200.0 * Right / (Found + Gold);
    }
}
