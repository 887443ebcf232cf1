namespace Rapporteur.Matching;

/// <summary>Decides whether two wordings report one statement: same actor, same occasion, same proposition.</summary>
public static class PairDecision
{
    private const double Threshold = 0.3;
    private const double ShareOfDice = 0.3;
    private const double EnoughShared = 1;
    private const double CostOfNegation = 0.15;

    /// <summary>Why two wordings are or are not one statement.</summary>
    public static MatchExplanation Explain(Proposition left, Proposition right)
    {
        bool sameActor = left.Actor.Length > 0 && left.Actor == right.Actor;
        bool sameOccasion = SameOccasion(left, right);
        bool numbersAgree = left.Numbers.Count == 0 || right.Numbers.Count == 0 || left.Numbers.SetEquals(right.Numbers);
        string[] shared = [.. left.Words.Keys.Where(right.Words.ContainsKey).Order(StringComparer.Ordinal)];
        double weight = shared.Sum(word => Math.Min(left.Words[word], right.Words[word]));
        double of = left.Words.Values.Sum(), other = right.Words.Values.Sum();
        double score = 0;
        if (weight > 0)
        {
            score = (ShareOfDice * 2 * weight / (of + other)) + ((1 - ShareOfDice) * weight / Math.Min(of, other));
            if (weight < EnoughShared) score *= 0.5 + (0.5 * weight / EnoughShared);
            if (left.Negated != right.Negated) score -= CostOfNegation;
        }

        return new MatchExplanation(sameActor, sameOccasion, numbersAgree, left.Negated == right.Negated, shared, score,
            sameActor && sameOccasion && numbersAgree && score >= Threshold);
    }

    // A day that both give decides, else the days of publication. A report without any day may be of any occasion: clustering gives it to one.
    private static bool SameOccasion(Proposition left, Proposition right) =>
        left.SaidOn is { } one && right.SaidOn is { } two ? one == two
        : left.Day is { } day && right.Day is { } other ? Math.Abs(day.DayNumber - other.DayNumber) <= Proposition.WindowDays
        : true;
}

/// <summary>What joined two wordings, or kept them apart.</summary>
/// <param name="SameActor">The words are of one actor.</param>
/// <param name="SameOccasion">Said on the same day, as far as the reports tell.</param>
/// <param name="NumbersAgree">The same figures, or one of them gives none.</param>
/// <param name="NegationAgrees">Both deny, or neither does.</param>
/// <param name="SharedWords">Stems of content words in both.</param>
/// <param name="Score">How much of the shorter and of both together is shared, 0 to 1.</param>
/// <param name="Same">The decision.</param>
public sealed record MatchExplanation(
    bool SameActor, bool SameOccasion, bool NumbersAgree, bool NegationAgrees, IReadOnlyList<string> SharedWords, double Score, bool Same);
