using Rapporteur.Matching;

namespace Rapporteur.Train.Matching;

/// <summary>Makes <c>models/matching</c>: meanings of words, and the judgement whether two wordings are one statement.</summary>
internal sealed class MatchingTraining : ITraining
{
    private const int Hidden = 12;
    private const int Voters = 8;
    private const int Epochs = 12;
    // Best with the events left out in turn among 0.03, 0.1, 0.2 and 0.3: there are few pairs.
    private const double Decay = 0.3;

    public string Name => "matching";

    public void Run(TrainingContext context)
    {
        string folder = Path.Combine(context.Models, Name);
        Directory.CreateDirectory(folder);
        using (FileStream words = File.Create(Path.Combine(folder, "words.bin"))) WordMeaningsBuilder.Write(context, words);
        using (FileStream words = File.OpenRead(Path.Combine(folder, "words.bin"))) WordMeanings.Replace(WordMeanings.Read(words));

        PairNetwork likeness = Likeness(context);
        MarkedWording[] marked = [.. MarkedWording.All(Path.Combine(context.Shared, "dossier"))];
        context.Log.WriteLine($"matching: events left out in turn: {LeaveOneOut(marked, likeness, context.Seed, context.Log)}");
        PairModel model = Learn(marked, likeness, context.Seed, Threshold(marked, likeness, context.Seed));
        using FileStream pairs = File.Create(Path.Combine(folder, "pairs.bin"));
        model.Write(pairs);
    }

    /// <summary>Figures for events that nothing was learnt from: every event judged by a model of the other three, its threshold chosen on them.</summary>
    public static BCubed LeaveOneOut(MarkedWording[] marked, PairNetwork likeness, int seed, TextWriter? log, Action<MarkedWording, string>? found = null)
    {
        BCubed all = new();
        foreach (IGrouping<string, MarkedWording> left in marked.GroupBy(w => w.Event, StringComparer.Ordinal))
        {
            MarkedWording[] others = [.. marked.Where(w => w.Event != left.Key)];
            PairModel model = Learn(others, likeness, seed, Threshold(others, likeness, seed));
            MarkedWording[] here = [.. left];
            IReadOnlyDictionary<string, string> statements = Statements(here, model);
            BCubed one = new();
            one.Add(here, w => statements.GetValueOrDefault(w.Appearance.StatementId, w.Appearance.StatementId));
            all.Add(here, w => statements.GetValueOrDefault(w.Appearance.StatementId, w.Appearance.StatementId));
            log?.WriteLine(FormattableString.Invariant($"matching:   {left.Key}: {one} (threshold {model.Threshold:F2})"));
            foreach (MarkedWording wording in here) found?.Invoke(wording, statements.GetValueOrDefault(wording.Appearance.StatementId, wording.Appearance.StatementId));
        }

        return all;
    }

    /// <summary>How alike people would find two sentences, learnt from STS.</summary>
    public static PairNetwork Likeness(TrainingContext context)
    {
        List<LabelledPair> train = StsCorpus.Read(context.Corpus("sts", "data", "stsb-en-train.csv"), context.Share);
        // What tells of the occasion has no meaning there.
        PairNetwork network = PairLearner.Learn(train, Hidden, 3, 12, 0.01, context.Seed, i => i < PairFeatures.Count - 5);
        List<LabelledPair> dev = StsCorpus.Read(context.Corpus("sts", "data", "stsb-en-dev.csv"), 1);
        context.Log.WriteLine(FormattableString.Invariant($"matching: correlation with people on STS dev {Correlation(dev, network):F3}"));
        return network;
    }

    private static PairModel Learn(MarkedWording[] marked, PairNetwork likeness, int seed, double threshold)
    {
        PairModel untrained = new() { Likeness = likeness, Sameness = likeness, Threshold = 0 };
        return new PairModel { Likeness = likeness, Sameness = PairLearner.Learn(Pairs(marked, untrained), Hidden, Voters, Epochs, Decay, seed), Threshold = threshold };
    }

    // The threshold with the best B-cubed F1 on events left out in turn among those given.
    private static double Threshold(MarkedWording[] marked, PairNetwork likeness, int seed)
    {
        (double Threshold, BCubed Score)[] trials = [.. Enumerable.Range(-12, 21).Select(step => (step * 0.25, new BCubed()))];
        foreach (IGrouping<string, MarkedWording> left in marked.GroupBy(w => w.Event, StringComparer.Ordinal))
        {
            PairModel model = Learn([.. marked.Where(w => w.Event != left.Key)], likeness, seed, 0);
            MarkedWording[] here = [.. left];
            foreach ((double threshold, BCubed score) in trials)
            {
                IReadOnlyDictionary<string, string> statements = Statements(here, model.With(threshold));
                score.Add(here, w => statements.GetValueOrDefault(w.Appearance.StatementId, w.Appearance.StatementId));
            }
        }

        // The middle of the best five neighbours: a single peak is chance.
        return Enumerable.Range(2, trials.Length - 4).MaxBy(i => trials[(i - 2)..(i + 3)].Sum(trial => trial.Score.F1)) is var best ? trials[best].Threshold : 0;
    }

    private static List<LabelledPair> Pairs(MarkedWording[] marked, PairModel model)
    {
        List<LabelledPair> pairs = [];
        foreach (IGrouping<string, MarkedWording> group in marked.GroupBy(w => w.Event, StringComparer.Ordinal))
        {
            MarkedWording[] here = [.. group.Where(w => w.Appearance.Proposition is not null)];
            for (int right = 0; right < here.Length; right++)
            {
                for (int left = 0; left < right; left++)
                {
                    Proposition one = here[left].Appearance.Proposition!, other = here[right].Appearance.Proposition!;
                    if (!PairDecision.MayBeOne(one, other)) continue;
                    pairs.Add(new LabelledPair(model.Features(one, other), here[left].Families.Overlaps(here[right].Families) ? 1 : 0));
                }
            }
        }

        return pairs;
    }

    private static IReadOnlyDictionary<string, string> Statements(MarkedWording[] wordings, PairModel model)
    {
        Dictionary<string, Proposition> propositions = new(StringComparer.Ordinal);
        foreach (MarkedWording wording in wordings)
        {
            if (wording.Appearance.Proposition is { } proposition) propositions[wording.Appearance.StatementId] = proposition;
        }

        return Clustering.Statements(propositions, (one, other) => PairDecision.LogOdds(one, other, model), ForcedLinks.None);
    }

    private static double Correlation(List<LabelledPair> pairs, PairNetwork network)
    {
        double[] x = [.. pairs.Select(pair => 1 / (1 + Math.Exp(-network.LogOdds(pair.Features))))], y = [.. pairs.Select(pair => pair.Target)];
        double mx = x.Average(), my = y.Average();
        return x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum() / Math.Sqrt(x.Sum(a => (a - mx) * (a - mx)) * y.Sum(b => (b - my) * (b - my)));
    }
}
