using Rapporteur.Text;
using Rapporteur.Text.Learning;
using Rapporteur.Text.Parsing;
using Rapporteur.Text.Tagging;

namespace Rapporteur.Train.Syntax;

/// <summary>Learns dependency trees. Uses the word classes made before it, and taggers of its own for tags as wrong as they will be.</summary>
internal sealed class ParserTraining : ITraining
{
    private const int Epochs = 12, TaggerEpochs = 4;

    // The training sentences are tagged by taggers that did not see them, each trained on the other folds.
    private const int Folds = 4;

    private const int LeastCount = 3;
    private const int MostBytes = 6_500_000;

    // From the second epoch on the parser mostly follows its own steps, right or wrong, and learns how to go on from there.
    private const double FollowsItself = 0.9;

    public string Name => "parser";

    public void Run(TrainingContext context)
    {
        WordClasses classes = new(File.ReadAllBytes(Path.Combine(context.Models, "words", "words.bin")));
        List<TreebankDocument> documents = SyntaxCorpora.Train(context);
        List<ParserExample> examples = Tagged(documents, classes, context);
        context.Log.WriteLine($"parser: {examples.Count} trees");
        Tagger tagger = new(new SparseLinearModel(File.ReadAllBytes(Path.Combine(context.Models, "tagger", "tagger.bin"))));
        List<(string Name, List<TreebankDocument> Documents)> dev = SyntaxCorpora.Dev(context);
        byte[] file = Learn(examples, context.Seed, (epoch, model) =>
            context.Log.WriteLine($"parser: epoch {epoch}: {string.Join("; ", dev.Select(d => d.Name + " " + Score(new DependencyParser(model), tagger, d.Documents, classes)))}"));
        DependencyParser parser = new(new SparseLinearModel(file));
        List<string> scores = [.. dev.Select(d => $"{d.Name}, words and sentences given: {Score(parser, tagger, d.Documents, classes)}")];
        ModelFolder.Write(context, Name, file, "Dependency trees", "EWT and GUM train; looks at the word classes in `../words` and the tags of `../tagger`", scores);
    }

    private static List<ParserExample> Tagged(List<TreebankDocument> documents, WordClasses classes, TrainingContext context)
    {
        List<ParserExample> examples = [];
        for (int fold = 0; fold < Folds; fold++)
        {
            List<TreebankDocument> away = [.. documents.Where((_, i) => i % Folds == fold)];
            List<TaggedSentence> others = [.. documents.Where((_, i) => i % Folds != fold).SelectMany(d => TaggedSentence.Of(d, classes))];
            Tagger tagger = new(new SparseLinearModel(TaggerTraining.Learn(others, context.Seed, TaggerEpochs)));
            examples.AddRange(away.SelectMany(d => ParserExample.Of(d, classes, tagger)));
            context.Log.WriteLine($"parser: tagged fold {fold + 1} of {Folds}");
        }

        return examples;
    }

    private static byte[] Learn(List<ParserExample> examples, int seed, Action<int, SparseLinearModel> after)
    {
        string[] labels = [ParserSteps.Shift, .. examples.SelectMany(e => e.Arcs).GroupBy(a => a).Where(g => g.Count() > 2 || g.Key.EndsWith(ParserSteps.Root, StringComparison.Ordinal)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];
        ParserSteps steps = new(labels);
        AveragedPerceptron perceptron = new(labels);
        Random random = new(seed);
        ulong[] buffer = new ulong[ParserFeatures.Most];
        float[] scores = new float[labels.Length];
        ParserState state = new();
        ParserExample[] order = [.. examples];
        for (int epoch = 0; epoch <= Epochs; epoch++)
        {
            // Epoch 0 only counts features along the gold derivations.
            if (epoch == 1) perceptron.KeepFeaturesCounted(LeastCount);
            random.Shuffle(order);
            foreach (ParserExample example in order)
            {
                ParserOracle oracle = new(example.Heads, [.. example.Relations.Select(r => Array.IndexOf(steps.Relations, r))]);
                state.Start(example.Heads.Length);
                while (!state.IsDone)
                {
                    Span<ulong> features = buffer.AsSpan(0, ParserFeatures.Of(state, example.Words, buffer));
                    oracle.Look(state);
                    if (epoch == 0) perceptron.Count(features);
                    else perceptron.Score(features, scores);
                    int best = -1, right = -1;
                    for (int s = 0; s < scores.Length; s++)
                    {
                        if (!steps.IsLegal(s, state)) continue;
                        if (best < 0 || scores[s] > scores[best]) best = s;
                        if ((right < 0 || scores[s] > scores[right]) && oracle.IsBest(steps[s].Kind, steps[s].Relation, state)) right = s;
                    }

                    if (right < 0) right = best;
                    if (epoch > 0)
                    {
                        if (best != right)
                        {
                            perceptron.Update(features, right, 1);
                            perceptron.Update(features, best, -1);
                        }

                        perceptron.Tick();
                    }

                    steps.Take(epoch > 1 && random.NextDouble() < FollowsItself ? best : right, state);
                }
            }

            if (epoch > 0 && epoch % 4 == 0) after(epoch, new SparseLinearModel(perceptron.ToModel(MostBytes)));
        }

        return perceptron.ToModel(MostBytes);
    }

    private static string Score(DependencyParser parser, Tagger tagger, List<TreebankDocument> documents, WordClasses classes)
    {
        SyntaxScore score = new();
        ParserState state = new();
        foreach (TreebankDocument d in documents)
        {
            Token[] tokens = [.. d.Words.Select(w => new Token(w.Span))];
            foreach (Sentence s in d.Sentences)
            {
                Span<Token> sentence = tokens.AsSpan(s.FirstToken, s.EndToken - s.FirstToken);
                WordForm[] forms = [.. sentence.ToArray().Select(t => WordForm.Of(d.Text, t.Span, classes))];
                tagger.Tag(forms, sentence);
                parser.Parse(forms, sentence, s.FirstToken, state);
            }

            score.Add(d, tokens, d.Sentences);
        }

        return FormattableString.Invariant($"UAS {score.Uas:F2}, LAS {score.Las:F2}");
    }
}

/// <summary>A gold tree as the parser sees it.</summary>
/// <param name="Words">Its words with predicted tags, and the artificial root.</param>
/// <param name="Heads">Head of each word in the sentence; the number of words is the root.</param>
/// <param name="Relations">Relation of each word.</param>
internal sealed record ParserExample(ParserWord[] Words, int[] Heads, string[] Relations)
{
    /// <summary>The steps that make these arcs, by name.</summary>
    public IEnumerable<string> Arcs => Heads.Select((h, i) => (h > i ? ParserSteps.Left : ParserSteps.Right) + Relations[i]);

    public static IEnumerable<ParserExample> Of(TreebankDocument document, WordClasses classes, Tagger tagger) =>
        document.Sentences.Select(s =>
        {
            int n = s.EndToken - s.FirstToken;
            Token[] gold = [.. document.Words.Skip(s.FirstToken).Take(n)];
            Token[] tagged = [.. gold.Select(w => new Token(w.Span))];
            WordForm[] forms = [.. gold.Select(w => WordForm.Of(document.Text, w.Span, classes))];
            tagger.Tag(forms, tagged);
            return new ParserExample(
                [.. tagged.Select((t, i) => ParserWord.Of(forms[i], t)), ParserWord.Root],
                [.. gold.Select(w => w.Head < 0 ? n : w.Head - s.FirstToken)],
                [.. gold.Select(w => w.Relation!)]);
        });
}
