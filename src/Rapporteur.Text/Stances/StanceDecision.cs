using Rapporteur.Text.Encounters;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Stances;

/// <summary>Decides over what the rules read which stance a statement takes, if any: the rules find targets and conditions, what is learnt from marked statements weighs them.</summary>
internal static class StanceDecision
{
    private const string None = "none";
    private const double Strength = 0.4;

    // Even odds; set by hand.
    private const double Sure = 0.5;
    private static readonly Lazy<StanceModel> Learnt = new(() => StanceModel.Read(EmbeddedData.Model("stances/stances.bin")));

    /// <summary>The marks of one attribution as the built-in model has them.</summary>
    public static IReadOnlyList<StanceMark> Decided(EncounterText tree, int index, IReadOnlyList<StanceMark> marks) => Decided(Learnt.Value, tree, index, marks);

    /// <summary>The marks of one attribution as a model has them.</summary>
    public static IReadOnlyList<StanceMark> Decided(StanceModel model, EncounterText tree, int index, IReadOnlyList<StanceMark> marks)
    {
        double[] chances = Chances(model, tree, index, marks);
        int best = Array.IndexOf(chances, chances.Max());
        StanceMark? main = Main(marks);
        if (model.Labels[best] == None) return [];
        Stance stance = Of(model.Labels[best]);
        // Only what weighs most in the whole is known of it: a weak sign.
        if (main is null) return [.. new AttributedStances(tree, index).ReadAs(stance, Strength).Select(mark => Fitting(tree, mark, stance))];
        if (main.Stance == stance) return marks;
        StanceMark? same = marks.Where(mark => mark.Stance == stance).OrderByDescending(mark => mark.Strength).FirstOrDefault();
        if (same is not null) return [.. marks.Where(mark => mark.Stance == stance || mark.Strength < same.Strength)];
        // What is read of the rest rests on the same words: only what agrees with the decision stays beside it.
        return [Fitting(tree, main, stance)];
    }

    /// <summary>How likely each label is; 0 for what may not be decided against the rules.</summary>
    public static double[] Chances(StanceModel model, EncounterText tree, int index, IReadOnlyList<StanceMark> marks)
    {
        StanceEvidence evidence = StanceFeatures.Of(tree, index, marks);
        double[] chances = model.Probabilities(evidence);
        StanceMark? main = Main(marks);
        bool turned = main is not null && StancePolarity.IsTurned(tree, main);
        // What somebody else wants was passed over by the rules on purpose.
        if (!turned && !(main is null && evidence.OfAnother)) return chances;
        for (int k = 0; k < chances.Length; k++)
        {
            if (model.Labels[k] == None) continue;
            Stance stance = Of(model.Labels[k]);
            // Negation is worked out word by word: where it stands, another stance on the same side must be likelier than not, and the other side is never taken.
            if (stance != main?.Stance && (chances[k] < Sure || (main is not null && !StancePolarity.Agree(main.Stance, stance)))) chances[k] = 0;
        }

        return chances;
    }

    private static StanceMark? Main(IReadOnlyList<StanceMark> marks) => marks.OrderByDescending(mark => mark.Strength).FirstOrDefault();

    private static Stance Of(string label) => Enum.Parse<Stance>(label.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    // A condition stands with a conditional stance, and with a refusal or threat that ends with it; an offer with one is no plain offer.
    private static StanceMark Fitting(EncounterText tree, StanceMark mark, Stance stance)
    {
        TextSpan? condition = mark.Condition;
        if (stance == Stance.Conditional) condition ??= StanceCondition.Anywhere(tree, tree.Text.Attributions[mark.Attribution].Content);
        else if (stance is not (Stance.Rejects or Stance.Threatens or Stance.Demands)) condition = null;
        return mark with { Stance = stance, Condition = condition };
    }
}
