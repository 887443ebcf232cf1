using Rapporteur.Text.Encounters;

namespace Rapporteur.Text.Stances;

/// <summary>Decides over what the rules read which stance a statement takes, if any: the rules find targets and conditions, what is learnt from marked statements weighs them.</summary>
internal static class StanceDecision
{
    /// <summary>The label of no stance.</summary>
    public const string None = "none";
    private const double Strength = 0.4, InDoubt = 0.3;

    // How likely some stance has to be for it to be kept in doubt; chosen on the dossiers for learning and U1 (0.35 and surer of the issue: recall there 47, not 50).
    private const double Worth = 0.2;

    // On the tuning half, its documents left out five ways, 0.5 costs half a point of macro F1.
    private const double Sure = 0.3;

    // "No observers", "will not", "cannot": these refuse, and say of nothing that it is not so.
    private const double Firm = 0.7;

    /// <summary>The marks of one attribution as the judges have them; doubtful ones where they have none.</summary>
    /// <param name="judges">What was learnt.</param>
    /// <param name="rules">The rules, which have read the attribution.</param>
    /// <param name="marks">What they read.</param>
    public static IReadOnlyList<StanceMark> Decided(StanceJudges judges, AttributedStances rules, IReadOnlyList<StanceMark> marks)
    {
        if (rules.IsPassedOver) return [];
        EncounterText tree = rules.Tree;
        // "No observers, under no flag": there is nothing to weigh.
        if (Main(marks) is { Stance: Stance.Rejects, Strength: >= Firm } && StanceParts.OpensWithNo(tree, StanceParts.Tokens(tree, HandedOn.Of(tree, tree.Text.Attributions[rules.Index])))) return marks;
        double[] chances = Chances(judges, rules, marks);
        int best = Array.IndexOf(chances, chances.Max());
        if (judges.Labels[best] != None) return As(Of(judges.Labels[best]), rules, marks);
        // Few words of news take no stance where they are on a matter at issue: which one they would take is kept, to be weighed with that.
        if (1 - chances[best] < Worth) return [];
        int second = Enumerable.Range(0, chances.Length).Where(k => k != best).MaxBy(k => chances[k]);
        return [.. As(Of(judges.Labels[second]), rules, marks).Select(mark => mark with { Doubtful = true, Strength = Math.Min(mark.Strength, InDoubt) })];
    }

    // What was read, as the stance that is decided.
    private static IReadOnlyList<StanceMark> As(Stance stance, AttributedStances rules, IReadOnlyList<StanceMark> marks)
    {
        EncounterText tree = rules.Tree;
        StanceMark? main = Main(marks);
        // "I have taken all necessary steps": what one has done, one does not ask for.
        if (main is null && stance == Stance.Demands && rules.TellsDone) return [];
        // Only what weighs most in the whole is known of it: a weak sign; weaker yet that one is for what one tells to have done.
        if (main is null) return [.. rules.ReadAs(stance, Strength).Select(mark => Fitting(tree, mark, stance) with { Doubtful = rules.TellsDone && (stance is Stance.Supports or Stance.Offers) })];
        // An offer under a condition that is named is conditional.
        if (main.Stance == stance || (main is { Stance: Stance.Conditional, Condition: not null } && stance is Stance.Offers or Stance.Accepts)) return marks;
        StanceMark? same = marks.Where(mark => mark.Stance == stance).OrderByDescending(mark => mark.Strength).FirstOrDefault();
        if (same is not null) return [.. marks.Where(mark => mark.Stance == stance || mark.Strength < same.Strength)];
        // What is read of the rest rests on the same words: only what agrees with the decision stays beside it.
        return [Fitting(tree, main, stance)];
    }

    /// <summary>How likely each label is; 0 for what may not be decided against the rules.</summary>
    public static double[] Chances(StanceJudges judges, AttributedStances rules, IReadOnlyList<StanceMark> marks)
    {
        StanceParts parts = new(rules.Tree, rules.Index);
        return Allowed(judges.Labels, judges.Probabilities(parts, StanceFeatures.Of(parts, marks), Main(marks) is { } read ? LabelOf(read.Stance) : None), rules, marks);
    }

    private static double[] Allowed(IReadOnlyList<string> labels, double[] likely, AttributedStances rules, IReadOnlyList<StanceMark> marks)
    {
        double[] chances = [.. likely];
        StanceMark? main = Main(marks);
        if (!rules.IsPassedOver && (main is null || !StancePolarity.IsTurned(rules.Tree, main))) return chances;
        for (int k = 0; k < chances.Length; k++)
        {
            if (labels[k] != None && (rules.IsPassedOver || !MayReplace(main!, Of(labels[k]), chances[k]))) chances[k] = 0;
        }

        return chances;
    }

    // Negation is worked out word by word: where it stands, another stance must be likelier than not, and one on the other side is never taken.
    private static bool MayReplace(StanceMark read, Stance learnt, double chance) =>
        read.Stance == learnt || (chance >= Sure && StancePolarity.Agree(read.Stance, learnt) && !(learnt == Stance.Denies && read.Strength >= Firm) && !(learnt == Stance.Rejects && read.Stance == Stance.Denies));

    private static StanceMark? Main(IReadOnlyList<StanceMark> marks) => marks.OrderByDescending(mark => mark.Strength).FirstOrDefault();

    /// <summary>The label of a stance, as marks and models write it.</summary>
    public static string LabelOf(Stance stance) => stance == Stance.LeavesOpen ? "leaves-open" : stance.ToString().ToLowerInvariant();

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
