using Rapporteur.Text;
using Rapporteur.Text.Languages.English;
using Rapporteur.Text.Learning;
using Rapporteur.Text.Segmentation;
using Rapporteur.Text.Tokenization;

namespace Rapporteur.Train.Syntax;

/// <summary>Learns where tokens end inside stretches without white space.</summary>
internal sealed class TokensTraining : ITraining
{
    private const int Epochs = 8;

    public string Name => "tokens";

    public void Run(TrainingContext context)
    {
        List<TreebankDocument> documents = SyntaxCorpora.Train(context);
        List<(ulong[] Features, int Label)> examples = [.. documents.SelectMany(Examples)];
        context.Log.WriteLine($"tokens: {examples.Count} decisions");
        SparseLinearModel model = new(SyntaxCorpora.LearnBinary(examples, context.Seed, Epochs, out byte[] file));
        List<string> scores = [];
        foreach ((string name, List<TreebankDocument> dev) in SyntaxCorpora.Dev(context))
        {
            SyntaxScore score = new();
            foreach (TreebankDocument d in dev) score.Add(d, Tokenizer.Tokenize(d.Text, Paragraphs.Of(d.Text), model), d.Sentences);
            scores.Add($"{name}: words {score.Words:F2}");
        }

        ModelFolder.Write(context, Name, file, "Where tokens end", "EWT and GUM train", scores);
    }

    private static List<(ulong[] Features, int Label)> Examples(TreebankDocument document)
    {
        List<(ulong[], int)> examples = [];
        HashSet<int> ends = [.. document.Words.Select(w => w.Span.End)];
        string text = document.Text;
        ulong[] buffer = new ulong[TokenBoundary.MostFeatures];
        foreach (TextSpan paragraph in Paragraphs.Of(text))
        {
            for (int at = paragraph.Start; at < paragraph.End;)
            {
                while (at < paragraph.End && char.IsWhiteSpace(text[at])) at++;
                int end = at;
                while (end < paragraph.End && !char.IsWhiteSpace(text[end])) end++;
                TextSpan stretch = new(at, end);
                TokenBoundary boundary = new(text, stretch, paragraph.End);
                int last = at;
                bool contraction = Contractions.MayBeIn(text, stretch);
                for (int i = at + 1; i < end; i++)
                {
                    bool listed = contraction && Contractions.TryDivide(text, stretch, i, out _);
                    if (!listed && TokenBoundary.IsCandidate(text, i) && !Abbreviations.GivesStopAway(text, stretch, i))
                        examples.Add((buffer[..boundary.Features(i, last, buffer)], ends.Contains(i) ? 1 : 0));
                    if (ends.Contains(i)) last = i;
                }

                at = end;
            }
        }

        return examples;
    }
}
