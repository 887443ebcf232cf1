using Rapporteur.Text;
using Rapporteur.Text.Learning;
using Rapporteur.Text.Segmentation;
using Rapporteur.Text.Tokenization;
using Rapporteur.Train.Learning;

namespace Rapporteur.Train.Syntax;

/// <summary>Learns where sentences end inside paragraphs. Uses the token model made before it.</summary>
internal sealed class SentencesTraining : ITraining
{
    private const int Epochs = 10;

    public string Name => "sentences";

    public void Run(TrainingContext context)
    {
        SparseLinearModel tokens = new(ModelFile.Read(Path.Combine(context.Models, "tokens"), "tokens.bin"));
        List<TreebankDocument> documents = [.. SyntaxCorpora.Train(context).Where(IsWritten)];
        List<(ulong[] Features, int Label)> examples = [.. documents.SelectMany(d => Examples(d, tokens))];
        context.Log.WriteLine($"sentences: {examples.Count} decisions");
        SparseLinearModel model = new(SyntaxCorpora.LearnBinary(examples, context.Seed, Epochs, out byte[] file));
        List<string> scores = [];
        foreach ((string name, List<TreebankDocument> dev) in SyntaxCorpora.Dev(context).Append(("GUM dev and test, Wikinews", News(context))))
        {
            SyntaxScore score = new();
            foreach (TreebankDocument d in dev)
            {
                IReadOnlyList<TextSpan> paragraphs = Paragraphs.Of(d.Text);
                List<Token> words = Tokenizer.Tokenize(d.Text, paragraphs, tokens);
                score.Add(d, words, SentenceSplitter.Split(d.Text, paragraphs, words, model));
            }

            scores.Add($"{name}: sentences {score.Sentences:F2}");
        }

        scores.Add(NewsByTurns(documents, examples: d => Examples(d, tokens), context, tokens));
        ModelFolder.Write(context, Name, file, "Where sentences end", "EWT and GUM train, without GUM's spoken genres", scores);
    }

    // Four Wikinews articles are too few to judge by. So those of the training part take turns: each is divided by a model that never saw it.
    private static string NewsByTurns(List<TreebankDocument> documents, Func<TreebankDocument, List<(ulong[] Features, int Label)>> examples, TrainingContext context, SparseLinearModel tokens)
    {
        const int Turns = 4;
        List<TreebankDocument> news = [.. documents.Where(d => d.Id.StartsWith("GUM_news", StringComparison.Ordinal))];
        SyntaxScore score = new();
        for (int turn = 0; turn < Turns; turn++)
        {
            HashSet<TreebankDocument> away = [.. news.Where((_, i) => i % Turns == turn)];
            SyntaxCorpora.LearnBinary([.. documents.Where(d => !away.Contains(d)).SelectMany(examples)], context.Seed, Epochs, out byte[] file);
            SparseLinearModel model = new(file);
            foreach (TreebankDocument d in away)
            {
                IReadOnlyList<TextSpan> paragraphs = Paragraphs.Of(d.Text);
                List<Token> words = Tokenizer.Tokenize(d.Text, paragraphs, tokens);
                score.Add(d, words, SentenceSplitter.Split(d.Text, paragraphs, words, model));
            }
        }

        return $"GUM train, {news.Count} Wikinews articles by turns: sentences {score.Sentences:F2}";
    }

    /// <summary>The Wikinews articles that nothing is learnt from.</summary>
    public static List<TreebankDocument> News(TrainingContext context) =>
        [.. Treebank.Gum(context.Corpus, "dev").Concat(Treebank.Gum(context.Corpus, "test")).Where(d => d.Id.StartsWith("GUM_news", StringComparison.Ordinal))];

    // Transcribed speech has stops and capitals where a transcriber put them.
    private static bool IsWritten(TreebankDocument d) =>
        !d.Id.StartsWith("GUM_conversation", StringComparison.Ordinal) && !d.Id.StartsWith("GUM_vlog", StringComparison.Ordinal)
        && !d.Id.StartsWith("GUM_court", StringComparison.Ordinal) && !d.Id.StartsWith("GUM_podcast", StringComparison.Ordinal);

    private static List<(ulong[] Features, int Label)> Examples(TreebankDocument document, SparseLinearModel tokenModel)
    {
        List<(ulong[], int)> examples = [];
        string text = document.Text;
        IReadOnlyList<TextSpan> paragraphs = Paragraphs.Of(text);
        List<Token> tokens = Tokenizer.Tokenize(text, paragraphs, tokenModel);
        HashSet<int> ends = [.. document.Sentences.Select(s => s.Span.End)];
        SentenceBoundary boundary = new(text, tokens);
        ulong[] buffer = new ulong[SentenceBoundary.MostFeatures];
        int at = 0;
        foreach (TextSpan paragraph in paragraphs)
        {
            int end = at, first = at;
            while (end < tokens.Count && tokens[end].Span.Start < paragraph.End) end++;
            boundary.Begin(at, end);
            for (; at < end; at++)
            {
                boundary.Pass(at);
                bool ended = ends.Contains(tokens[at].Span.End);
                if (at + 1 < end && boundary.IsCandidate(at)) examples.Add((buffer[..boundary.Features(at, first, buffer)], ended ? 1 : 0));
                if (ended) first = at + 1;
            }
        }

        return examples;
    }
}
