using Rapporteur.Matching;

namespace Rapporteur.Train.Matching;

/// <summary>Makes <c>models/matching</c>: meanings of words, and the judgement whether two wordings are one statement.</summary>
internal sealed class MatchingTraining : ITraining
{
    private const int Hidden = 12;

    public string Name => "matching";

    public void Run(TrainingContext context)
    {
        string folder = Path.Combine(context.Models, Name);
        Directory.CreateDirectory(folder);
        using (FileStream words = File.Create(Path.Combine(folder, "words.bin"))) WordMeaningsBuilder.Write(context, words);
        using (FileStream words = File.OpenRead(Path.Combine(folder, "words.bin"))) WordMeanings.Replace(WordMeanings.Read(words));

        PairNetwork likeness = Likeness(context);
        MarkedWording[] marked = [.. MarkedWording.All(Path.Combine(context.Shared, "dossier"))];
        MarkedWording[] written = [.. WrittenWordings.All(WrittenWordings.Folder)], samples = [.. MarkedWording.All("samples")];
        context.Log.WriteLine($"matching: events left out in turn: {PairTraining.LeaveOneOut(marked, written, likeness, context.Seed, context.Log)}");
        context.Log.WriteLine($"matching: all events, learnt from the written wordings only: {PairTraining.Measure(marked, PairTraining.Learn([], written, likeness, context.Seed))}");
        PairModel model = PairTraining.Learn(marked, written, likeness, context.Seed);
        model = model.With(model.Threshold + PairTraining.Caution);
        context.Log.WriteLine($"matching: samples, of which nothing is learnt: {PairTraining.Measure(samples, model)} (threshold {model.Threshold:F2})");
        using FileStream pairs = File.Create(Path.Combine(folder, "pairs.bin"));
        model.Write(pairs);
    }

    /// <summary>How alike people would find two sentences, learnt from STS.</summary>
    public static PairNetwork Likeness(TrainingContext context)
    {
        List<LabelledPair> train = StsCorpus.Read(context.Corpus("sts", "data", "stsb-en-train.csv"), context.Share);
        // What tells of the occasion has no meaning there, and meanings have been tuned on these pairs.
        PairNetwork network = PairLearner.Learn(train, Hidden, 3, 12, 0.01, context.Seed, i => i < PairFeatures.Count - PairFeatures.NotOfWords);
        List<LabelledPair> dev = StsCorpus.Read(context.Corpus("sts", "data", "stsb-en-dev.csv"), 1);
        context.Log.WriteLine(FormattableString.Invariant($"matching: correlation with people on STS dev {Correlation(dev, network):F3}"));
        return network;
    }

    private static double Correlation(List<LabelledPair> pairs, PairNetwork network)
    {
        double[] x = [.. pairs.Select(pair => 1 / (1 + Math.Exp(-network.LogOdds(pair.Features))))], y = [.. pairs.Select(pair => pair.Target)];
        double mx = x.Average(), my = y.Average();
        return x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum() / Math.Sqrt(x.Sum(a => (a - mx) * (a - mx)) * y.Sum(b => (b - my) * (b - my)));
    }
}
