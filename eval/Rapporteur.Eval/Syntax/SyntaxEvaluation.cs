using System.Diagnostics;
using Rapporteur.Text;
using Rapporteur.Train.Syntax;

namespace Rapporteur.Eval.Syntax;

/// <summary>Tokens, sentences, tags, lemmas and trees from raw text, measured as in the CoNLL 2018 shared task; and how fast.</summary>
internal sealed class SyntaxEvaluation : IEvaluation
{
    public string Name => "syntax";

    public IEnumerable<Score> Run(EvaluationContext context)
    {
        string Corpus(string[] parts) => Path.Combine([context.Corpora, .. parts]);
        List<TreebankDocument> ewt = Treebank.Ewt(Corpus, "dev"), gum = Treebank.Gum(Corpus, "dev");
        List<TreebankDocument> news = [.. gum.Concat(Treebank.Gum(Corpus, "test")).Where(d => d.Id.StartsWith("GUM_news", StringComparison.Ordinal))];
        foreach (Score score in Measure("syntax/ewt-dev", ewt, [98.8, 80, 95.5, null, 96, null, 82])) yield return score;
        foreach (Score score in Measure("syntax/gum-dev", gum, new double?[7])) yield return score;
        // Four articles that nothing was learnt or tuned on. One ends in a list of categories that the treebank divides and nobody else would.
        foreach (Score score in Measure("syntax/wikinews", news, [null, 97, null, null, null, null, null])) yield return score;
        yield return new Score("syntax/speed/words-per-cpu-second", Speed([.. ewt, .. gum]));
    }

    private static IEnumerable<Score> Measure(string key, List<TreebankDocument> documents, double?[] targets)
    {
        TextAnalyser analyser = new();
        SyntaxScore score = new();
        foreach (TreebankDocument d in documents)
        {
            AnnotatedText text = analyser.Annotate(d.Text);
            score.Add(d, text.Tokens, text.Sentences);
        }

        yield return new Score(key + "/words", score.Words, targets[0]);
        yield return new Score(key + "/sentences", score.Sentences, targets[1]);
        yield return new Score(key + "/upos", score.Upos, targets[2]);
        yield return new Score(key + "/xpos", score.Xpos, targets[3]);
        yield return new Score(key + "/lemmas", score.Lemmas, targets[4]);
        yield return new Score(key + "/uas", score.Uas, targets[5]);
        yield return new Score(key + "/las", score.Las, targets[6]);
    }

    // Tokens, sentences, tags, lemmas and trees, on one thread, by the processor's time and not the wall clock.
    private static double Speed(List<TreebankDocument> documents)
    {
        int words = 0;
        TimeSpan begin = Process.GetCurrentProcess().TotalProcessorTime;
        foreach (TreebankDocument d in documents) words += SyntaxSteps.Annotate(d.Text).Count;
        return words / (Process.GetCurrentProcess().TotalProcessorTime - begin).TotalSeconds;
    }
}
