using System.Globalization;
using Rapporteur.Text;
using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Eval.Attributions;

/// <summary>Speech acts of attributions that were marked in PolNeAR's training texts, given their spans: what the reading of acts is worth by itself.</summary>
/// <remarks>Marked by the maker of the program from source, cue and content alone; nobody else has looked at the marks.</remarks>
internal static class MarkedActs
{
    public static IEnumerable<Score> Scores(EvaluationContext context)
    {
        // Only the words and the tree are asked for; what else the analysis does is not measured here.
        TextAnalyser analyser = new(fast: true);
        Dictionary<SpeechAct, (int Right, int Given, int Marked)> acts = [];
        int right = 0, all = 0, asserted = 0;
        string? document = null;
        AnnotatedText? text = null;
        foreach (string line in File.ReadLines(Path.Combine("eval", "Rapporteur.Eval", "Attributions", "acts-marked.tsv")).Where(l => l.Length > 0 && l[0] != '#'))
        {
            string[] cells = line.Split('\t');
            if (cells[0] != document) text = analyser.Annotate(File.ReadAllText(Path.Combine(context.Corpora, "polnear", "train", "text", cells[0] + ".txt")));
            document = cells[0];
            if (!SpeechActNames.TryRead(cells[4], out SpeechAct marked)) throw new InvalidDataException($"acts-marked.tsv names an act that is none: {cells[4]}");
            CodePointOffsets offsets = new(text!.Text);
            TextSpan[] content = Spans(cells[3], offsets);
            if (content.Length == 0) continue; // marked as an attribution without words
            bool quoted = text.Text[content[0].Start] is '"' or '“' or '\'';
            Attribution attribution = new() { Source = Spans(cells[1], offsets), Cue = Spans(cells[2], offsets), Content = content, Form = quoted ? AttributionForm.Direct : AttributionForm.Indirect };
            SpeechAct given = SpeechActReader.Read(text, [attribution])[0].Act;
            all++;
            if (given == marked) right++;
            else context.Trace?.WriteLine($"acts-marked\t{SpeechActNames.Of(marked)}\t{SpeechActNames.Of(given)}\t{SpeechActReader.Reason(text, attribution)}\t{string.Join(' ', attribution.Cue.Select(c => c.In(text.Text)))}\t{content[0].In(text.Text)}");
            if (marked == SpeechAct.Assert) asserted++;
            acts[marked] = acts.GetValueOrDefault(marked) is var m ? (m.Right + (given == marked ? 1 : 0), m.Given, m.Marked + 1) : default;
            acts[given] = acts.GetValueOrDefault(given) is var g ? (g.Right, g.Given + 1, g.Marked) : default;
        }

        yield return new Score("acts/polnear-train-marked/right", 100.0 * right / all);
        yield return new Score("acts/polnear-train-marked/macro-f1", 100 * acts.Where(a => a.Value.Marked > 0).Average(a => 2.0 * a.Value.Right / (a.Value.Given + a.Value.Marked)));
        yield return new Score("acts/polnear-train-marked/right-if-all-assert", 100.0 * asserted / all);
    }

    private static TextSpan[] Spans(string cell, CodePointOffsets offsets) => cell.Length == 0 ? [] :
    [
        .. cell.Split(',').Select(span => span.Split('-')).Select(ends => new TextSpan(
            offsets.ToUtf16(int.Parse(ends[0], CultureInfo.InvariantCulture)), offsets.ToUtf16(int.Parse(ends[1], CultureInfo.InvariantCulture)))),
    ];
}
