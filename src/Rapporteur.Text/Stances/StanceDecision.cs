using Rapporteur.Text.Encounters;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Stances;

/// <summary>Decides over what the rules read which stance a statement takes, if any: the rules find targets and conditions, what is learnt from marked statements weighs them.</summary>
internal static class StanceDecision
{
    private const string None = "none";

    // A learnt answer counts against the rules only when it is at least this likely; set by hand: even odds.
    private const double Sure = 0.5;

    // And this likely, where the rules read nothing.
    private const double SureAlone = 0.5;
    private const double Strength = 0.4;
    private static readonly Lazy<StanceModel> Learnt = new(() => StanceModel.Read(EmbeddedData.Model("stances/stances.bin")));

    /// <summary>The marks of one attribution as the built-in model has them.</summary>
    public static IReadOnlyList<StanceMark> Decided(EncounterText tree, int index, IReadOnlyList<StanceMark> marks) => Decided(Learnt.Value, tree, index, marks);

    /// <summary>The marks of one attribution as a model has them.</summary>
    public static IReadOnlyList<StanceMark> Decided(StanceModel model, EncounterText tree, int index, IReadOnlyList<StanceMark> marks)
    {
        // Conditions and threats are too rare among the marked statements to be learnt: what the rules read there stays.
        if (marks.Any(mark => mark.Stance is Stance.Conditional or Stance.Threatens)) return marks;
        double[] chances = model.Probabilities(StanceFeatures.Of(tree, index, marks));
        int best = Array.IndexOf(chances, chances.Max());
        if (chances[best] < Sure) return marks;
        if (model.Labels[best] == None) return [];
        Stance stance = Enum.Parse<Stance>(model.Labels[best].Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
        // Only what weighs most in the whole is known of it: a weak sign.
        if (marks.Count == 0) return chances[best] < SureAlone ? marks : new AttributedStances(tree, index).ReadAs(stance, Strength);
        StanceMark main = marks.OrderByDescending(mark => mark.Strength).First();
        if (main.Stance == stance || !Near(main.Stance, stance)) return marks;
        // What is read of the rest rests on the same words: only what agrees with the decision stays beside it.
        return [.. marks.Where(mark => mark == main || mark.Stance == stance).Select(mark => mark == main ? mark with { Stance = stance } : mark)
            .OrderBy(mark => mark.Target).ThenBy(mark => mark.Stance).DistinctBy(mark => (mark.Target, mark.Stance))];
    }

    // The rules work out negation word by word: what is learnt never makes a refusal of what is granted, or the other way round.
    private static bool Near(Stance read, Stance learnt) => (For(read) && For(learnt)) || (read is Stance.Rejects or Stance.Denies && learnt is Stance.Rejects or Stance.Denies);

    private static bool For(Stance stance) => stance is Stance.Demands or Stance.Supports or Stance.Accepts or Stance.Offers;
}
