using Rapporteur.Matching;

namespace Rapporteur.Train.Matching;

/// <summary>Learns from marked events which wordings are one statement, and measures it on events that nothing was learnt from.</summary>
internal static class PairTraining
{
    private const int Hidden = 12;
    private const int Voters = 8;
    private const int Epochs = 12;
    // Best with the events left out in turn among 0.03, 0.1, 0.2 and 0.3: there are few pairs.
    private const double Decay = 0.3;
    // There are three times as many written pairs as marked ones, and what is looked for is news: best of 0.15 to 1 beside 3 on events left out, samples and written material alone together.
    private const double WeightOfMarked = 3;
    private const double WeightOfWritten = 0.3;

    /// <summary>How much surer than between marked wordings the program asks to be, in log-odds.</summary>
    /// <remarks>
    /// The threshold is chosen on members of families; a record has more beside them that belongs to nothing else, and one wrong link hangs two groups together. Before meanings of wordings were compared, of 0, 0.5, 1 and 1.5 with each
    /// event left out, among the appearances found: pairs wrongly in one statement 497, 283, 215 and 142 beside 314, 268, 239 and 221 rightly. With them, of 0, 0.25 and 0.5 (three seeds): events left out given gold 82.3, 81.9 and 80.3,
    /// found 79.0, 78.7 and 78.5, samples given gold 76.4, 75.9 and 73.8, occasions nothing is learnt from 74.4, 73.6 and 71.8 with pairs right 62, 64 and 64 %.
    /// </remarks>
    public const double Caution = 0.25;

    /// <summary>Figures for events that nothing was learnt from: every event judged by a model of the other three and of the written wordings, its threshold chosen on those three, and raised by <paramref name="caution"/>.</summary>
    public static BCubed LeaveOneOut(
        MarkedWording[] marked, MarkedWording[] written, PairNetwork likeness, int seed, TextWriter? log, Action<MarkedWording, string>? found = null, double caution = 0)
    {
        BCubed all = new();
        foreach (IGrouping<string, MarkedWording> left in marked.GroupBy(w => w.Event, StringComparer.Ordinal))
        {
            MarkedWording[] others = [.. marked.Where(w => w.Event != left.Key)];
            PairModel model = Learn(others, written, likeness, seed);
            model = model.With(model.Threshold + caution);
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

    /// <summary>How well a model does on events as they are marked.</summary>
    public static BCubed Measure(MarkedWording[] marked, PairModel model)
    {
        BCubed all = new();
        foreach (IGrouping<string, MarkedWording> group in marked.GroupBy(w => w.Event, StringComparer.Ordinal))
        {
            MarkedWording[] here = [.. group];
            IReadOnlyDictionary<string, string> statements = Statements(here, model);
            all.Add(here, w => statements.GetValueOrDefault(w.Appearance.StatementId, w.Appearance.StatementId));
        }

        return all;
    }

    /// <summary>A model of these events and of the written wordings. The threshold is chosen on the events, or on the written wordings when there are none.</summary>
    public static PairModel Learn(MarkedWording[] marked, MarkedWording[] written, PairNetwork likeness, int seed)
    {
        PairModel untrained = new() { Likeness = likeness, Sameness = likeness, Threshold = 0 };
        List<LabelledPair> beside = [.. Pairs(written, untrained).Select(pair => pair with { Weight = WeightOfWritten })];
        return marked.Length > 0
            ? Learn(marked, beside, likeness, seed, Threshold(marked, beside, likeness, seed))
            : Learn([], beside, likeness, seed, Threshold(InParts(written), [], likeness, seed));
    }

    private static PairModel Learn(MarkedWording[] marked, List<LabelledPair> beside, PairNetwork likeness, int seed, double threshold)
    {
        PairModel untrained = new() { Likeness = likeness, Sameness = likeness, Threshold = 0 };
        LabelledPair[] pairs = [.. Pairs(marked, untrained).Select(pair => pair with { Weight = WeightOfMarked }), .. beside];
        return new PairModel { Likeness = likeness, Sameness = PairLearner.Learn(pairs, Hidden, Voters, Epochs, Decay, seed), Threshold = threshold };
    }

    // Occasions in five parts that are left out in turn.
    private static MarkedWording[] InParts(MarkedWording[] written)
    {
        string[] occasions = [.. written.Select(w => w.Event).Distinct(StringComparer.Ordinal)];
        return [.. written.Select(w => w with { Event = $"part {Array.IndexOf(occasions, w.Event) % 5}" })];
    }

    // The threshold with the best B-cubed F1 on events left out in turn among those given.
    private static double Threshold(MarkedWording[] marked, List<LabelledPair> beside, PairNetwork likeness, int seed)
    {
        (double Threshold, BCubed Score)[] trials = [.. Enumerable.Range(-12, 21).Select(step => (step * 0.25, new BCubed()))];
        foreach (IGrouping<string, MarkedWording> left in marked.GroupBy(w => w.Event, StringComparer.Ordinal))
        {
            PairModel model = Learn([.. marked.Where(w => w.Event != left.Key)], beside, likeness, seed, 0);
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
}
