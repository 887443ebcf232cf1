using Rapporteur.Text;
using Rapporteur.Text.Coreference;
using Rapporteur.Train.Learning;

namespace Rapporteur.Train.Names;

/// <summary>Makes <c>models/names/pronouns.bin</c>: a ranking of antecedents (softmax over the candidates), learnt from GAP's development part.</summary>
internal static class PronounTraining
{
    private const int Rounds = 12;
    private const int Folds = 5;
    // Every second article of PolNeAR train, to keep training short.
    private const int NewsEvery = 2;
    private const double Rate = 0.05;

    // Steps on news with gender hidden and seen: best on the marked pronouns of PolNeAR dev among five pairs.
    private const double HiddenRate = 0.3;
    private const double OpenRate = 0.1;
    private const double Decay = 0.0005;

    // A weight of 1.0 in the file.
    private const double Steps = 100;

    public static void Run(TrainingContext context)
    {
        List<GapExample> examples = GapCorpus.Read(context.Corpus("gap", "gap-development.tsv"), new TextAnalyser(), Math.Max(1, (int)Math.Round(1 / context.Share)));
        List<AnnotatedText> news = News(context);
        GapScores scores = new();
        for (int fold = 0; fold < Folds; fold++)
        {
            double[] learnt = Learn([.. examples.Where((_, i) => i % Folds != fold)], news, context.Seed);
            PronounResolver resolver = new(Quantised(learnt));
            foreach (GapExample example in examples.Where((_, i) => i % Folds == fold)) scores.Add(example, resolver);
        }

        context.Log.WriteLine($"names: pronouns, GAP development in {Folds} folds: {scores}");
        byte[] file = new byte[PronounFeatures.Count * sizeof(short)];
        Buffer.BlockCopy(Quantised(Learn(examples, news, context.Seed)), 0, file, 0, file.Length);
        ModelFile.Write(Path.Combine(context.Models, "names"), "pronouns.bin", file);
    }

    private static short[] Quantised(double[] weights) => [.. weights.Select(w => (short)Math.Clamp(Math.Round(w * Steps), short.MinValue, short.MaxValue))];

    private static double[] Learn(List<GapExample> examples, List<AnnotatedText> news, int seed)
    {
        Random random = new(seed);
        double[] weights = new double[PronounFeatures.Count], sums = new double[PronounFeatures.Count];
        for (int round = 0; round < Rounds; round++)
        {
            PronounResolver resolver = new(Quantised(weights));
            foreach (GapExample example in examples.OrderBy(_ => random.Next()).ToArray()) Learn(example, resolver, weights);
            foreach (AnnotatedText text in news) LearnFromNews(text, resolver, weights);
            for (int i = 0; i < weights.Length; i++) sums[i] += weights[i];
        }

        for (int i = 0; i < sums.Length; i++) sums[i] /= Rounds;
        return sums;
    }

    private static void Learn(GapExample example, PronounResolver resolver, double[] weights)
    {
        TextReading reading = new(example.Text);
        List<CastMember> cast = Cast.Gather(reading);
        RoleReferences.Resolve(reading, cast, reading.InQuotation);
        resolver.Walk(reading, cast, (context, best) =>
        {
            if (context.Pronoun.Word != example.Pronoun) return best;
            Step(context, [.. context.Candidates.Select(c => example.IsAntecedent(reading, c))], weights, Rate);
            return best;
        });
    }

    // News without labels teach too: where one of several candidates alone has the pronoun's gender, that one is meant. What
    // is learnt is everything but gender, which is hidden, so that it serves where two have the same.
    private static void LearnFromNews(AnnotatedText text, PronounResolver resolver, double[] weights)
    {
        TextReading reading = new(text);
        List<CastMember> cast = Cast.Gather(reading);
        RoleReferences.Resolve(reading, cast, reading.InQuotation);
        resolver.Walk(reading, cast, (seen, best) =>
        {
            PronounContext context = new(reading, seen.Pronoun, cast, reading.InQuotation, default, hideGender: true);
            bool[] right = [.. context.Candidates.Select(c => c.Gender == seen.Pronoun.Gender)];
            if (right.Length < 2 || right.Count(r => r) != 1 || context.Candidates.Exists(c => c.Gender == 'u')) return best;
            // Only the weights for reports move: what GAP teaches of other texts stays.
            Step(context, right, weights, HiddenRate, PronounFeatures.Report);
            Step(seen, [.. seen.Candidates.Select(c => c.Gender == seen.Pronoun.Gender)], weights, OpenRate, PronounFeatures.Report);
            return best;
        });
    }

    private static List<AnnotatedText> News(TrainingContext context)
    {
        TextAnalyser analyser = new();
        int every = NewsEvery * Math.Max(1, (int)Math.Round(1 / context.Share));
        return [.. Directory.GetFiles(context.Corpus("polnear", "train", "text"), "*.txt").Order(StringComparer.Ordinal)
            .Where((_, i) => i % every == 0)
            .Select(file => analyser.Annotate(File.ReadAllText(file)))];
    }

    // One step of gradient ascent on the log-likelihood that a right candidate is chosen.
    private static void Step(PronounContext context, bool[] right, double[] weights, double rate, int from = 0)
    {
        if (!right.Contains(true)) return;
        int[][] features = new int[right.Length][];
        double[] scores = new double[right.Length];
        List<int> filled = [];
        for (int c = 0; c < right.Length; c++)
        {
            PronounFeatures.Fill(context, c, filled);
            features[c] = [.. filled];
            scores[c] = filled.Sum(f => weights[f]);
        }

        double most = scores.Max();
        double[] exps = [.. scores.Select(s => Math.Exp(s - most))];
        double all = exps.Sum(), good = exps.Where((_, c) => right[c]).Sum();
        for (int c = 0; c < right.Length; c++)
        {
            double gradient = (right[c] ? exps[c] / good : 0) - (exps[c] / all);
            foreach (int f in features[c].Where(f => f >= from)) weights[f] += rate * (gradient - (Decay * weights[f]));
        }
    }
}
