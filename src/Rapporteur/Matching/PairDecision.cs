namespace Rapporteur.Matching;

/// <summary>Decides whether two wordings report one statement: same actor, same occasion, same proposition.</summary>
public static class PairDecision
{
    /// <summary>Log-odds that two wordings are one statement, 0 at the point of decision; null when they must not be, whatever they say.</summary>
    public static double? LogOdds(Proposition left, Proposition right) => LogOdds(left, right, PairModel.Shared);

    /// <summary>Why two wordings are or are not one statement.</summary>
    public static MatchExplanation Explain(Proposition left, Proposition right)
    {
        bool sameActor = left.IsOfSameActor(right), sameOccasion = SameOccasion(left, right), numbersAgree = PairFeatures.NumbersAgree(left, right);
        double[] features = PairModel.Shared.Features(left, right);
        double score = PairModel.Shared.Sameness.LogOdds(features) - PairModel.Shared.Threshold - Doubt(left, right);
        double[] added = PairModel.Shared.Sameness.Contributions(features);
        string[] shared = [.. left.Reading.Words.Select(word => word.Stem).Intersect(right.Reading.Words.Select(word => word.Stem), StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        MatchReason[] reasons =
        [
            .. added.Select((value, i) => new MatchReason(PairFeatures.Names[i], Math.Round(features[i], 3), Math.Round(value, 2)))
                .Where(reason => reason.Adds != 0).OrderByDescending(reason => Math.Abs(reason.Adds)).ThenBy(reason => reason.Feature, StringComparer.Ordinal),
        ];
        return new MatchExplanation(
            sameActor, sameOccasion, numbersAgree, left.Reading.Negations > 0 == right.Reading.Negations > 0, shared, reasons, Math.Round(score, 3),
            sameActor && sameOccasion && numbersAgree && score > 0 && !PairFeatures.AreOpposite(features));
    }

    /// <summary>True when two wordings of one actor surely say the same on whatever day, and on the same side: both deny, or neither does. Words so few that the verb which reports them decides ("accepted | observers") never do.</summary>
    /// <param name="one">Words of a report.</param>
    /// <param name="other">Words of another.</param>
    public static bool SaySame(string one, string other)
    {
        Proposition left = new("", null, DateOnly.MinValue, DateOnly.MinValue, one, ""), right = new("", null, DateOnly.MinValue, DateOnly.MinValue, other, "");
        if (Math.Min(left.Reading.Words.Length, right.Reading.Words.Length) < WordsThatTell || left.Reading.Negations > 0 != right.Reading.Negations > 0 || !PairFeatures.NumbersAgree(left, right)) return false;
        double[] features = PairModel.Shared.Features(left, right);
        return !PairFeatures.AreOpposite(features) && Alike(features);
    }

    /// <summary>True when a store has to put the two into one group to be clustered: alike, and with a key in common.</summary>
    public static bool AreAlike(Proposition left, Proposition right) => left.Keys.Intersect(right.Keys, StringComparer.Ordinal).Any() && LogOdds(left, right) > 0;

    /// <summary>How two wordings that are not one statement belong together all the same.</summary>
    public static StatementRelation Relation(Proposition left, Proposition right)
    {
        if (!left.IsOfSameActor(right)) return StatementRelation.None;
        double[] features = PairModel.Shared.Features(left, right);
        bool alike = Alike(features);
        if (!SameOccasion(left, right)) return alike && !PairFeatures.AreOpposite(features) && PairFeatures.NumbersAgree(left, right) ? StatementRelation.Repeats : StatementRelation.None;
        if (PairFeatures.AreOpposite(features)) return StatementRelation.OppositePolarity;
        return alike && !PairFeatures.NumbersAgree(left, right) ? StatementRelation.OtherNumber : StatementRelation.None;
    }

    private static bool Alike(double[] features) => PairModel.Shared.Sameness.LogOdds(features) > PairModel.Shared.Threshold;

    internal static double? LogOdds(Proposition left, Proposition right, PairModel model)
    {
        if (!MayBeOne(left, right)) return null;
        double[] features = model.Features(left, right);
        return PairFeatures.AreOpposite(features) ? null : model.Sameness.LogOdds(features) - model.Threshold - Doubt(left, right);
    }

    private static double Doubt(Proposition left, Proposition right) => ((left.Reading.Holding ^ right.Reading.Holding) is true ? DoubtOfGivingUp : 0) + DoubtOfDay(left, right);

    // "Norland will not give up its aims", "Estmere must give up its wish to join": the one holds on and the other lets go, though they share the weightiest word.
    private const double DoubtOfGivingUp = 3;

    // The pairs that the model has learnt from were said within days of each other. Where two articles have no day at all, neither said nor published nor
    // likely, much less speaks for one occasion, and the words must be nearly the same. Chosen by reading what 2.5 to 4.5 join in undated articles: below it different propositions on one subject.
    private static double DoubtOfDay(Proposition left, Proposition right) => left.Day is not null && right.Day is not null ? 0
        : left.Origin is null || left.Origin != right.Origin ? UndatedDoubt
        : left.InHeading != right.InHeading || left.Reading.Holding is { } holding && holding == right.Reading.Holding ? DoubtOfHeading : DoubtInText;

    private const double UndatedDoubt = 4.5;

    // A clause has a subject, a verb, and what it is about.
    private const int WordsThatTell = 5;

    // In one article much is said on one subject, and it is of one time, told or not. A heading says again what the text tells, the text seldom says a thing twice. Of the pairs of one article of the marked events and
    // the samples with 1 to 2 log-odds, by a model of written wordings alone, 13 of 22 with a heading are right and 14 of 45 without; with 2 to 3, 11 of 12 and 11 of 20; with more, 21 of 23 and 19 of 25. Where both hold on to something or give it up, they are as sure as with a heading.
    private const double DoubtOfHeading = 1.25, DoubtInText = 2.25;

    /// <summary>False when two wordings cannot be one statement whatever they say: words of another actor, on other days, with other figures, or told with one cue.</summary>
    public static bool MayBeOne(Proposition left, Proposition right) =>
        left.IsOfSameActor(right) && SameOccasion(left, right) && PairFeatures.NumbersAgree(left, right) && !ToldTogether(left, right);

    // "Said that ... and that ...": two things.
    private static bool ToldTogether(Proposition left, Proposition right) => left.Cue is { } cue && cue == right.Cue && left.Origin is not null && left.Origin == right.Origin;

    private static bool SameOccasion(Proposition left, Proposition right) => Occasion.Of(left).GoesWith(Occasion.Of(right));
}

/// <summary>How a statement belongs to another one of the same actor.</summary>
public enum StatementRelation
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>The same said on another day.</summary>
    Repeats,

    /// <summary>The same words with another number: a variant that changes the meaning.</summary>
    OtherNumber,

    /// <summary>The same words denied in one of them: a variant that changes the meaning.</summary>
    OppositePolarity,
}

/// <summary>What joined two wordings, or kept them apart.</summary>
/// <param name="SameActor">The words are of one actor, or of one who speaks for the other.</param>
/// <param name="SameOccasion">Said on the same day, as far as the reports tell.</param>
/// <param name="NumbersAgree">The same figures, or one of them gives none or fewer.</param>
/// <param name="NegationAgrees">Both deny, or neither does.</param>
/// <param name="SharedWords">Stems of content words in both.</param>
/// <param name="Reasons">The features that weigh most first.</param>
/// <param name="Score">Log-odds that they are one statement, 0 at the point of decision.</param>
/// <param name="Same">The decision.</param>
public sealed record MatchExplanation(
    bool SameActor, bool SameOccasion, bool NumbersAgree, bool NegationAgrees, IReadOnlyList<string> SharedWords, IReadOnlyList<MatchReason> Reasons,
    double Score, bool Same);

/// <summary>One feature of a pair.</summary>
/// <param name="Feature">Its name.</param>
/// <param name="Value">Its value for the pair.</param>
/// <param name="Adds">How much it moves the log-odds from where they would be with its usual value.</param>
public sealed record MatchReason(string Feature, double Value, double Adds);
