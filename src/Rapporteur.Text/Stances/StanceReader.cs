using Rapporteur.Text.Encounters;

namespace Rapporteur.Text.Stances;

/// <summary>Reads the stances that attributed words take, by rules over the tree with <c>stances.tsv</c>.</summary>
/// <remarks>What the speaker says others want is not his stance: a predicate with another's subject is passed over, unless it judges ("must", "unacceptable").</remarks>
public static class StanceReader
{
    /// <summary>The stances in the text's attributions, by attribution and then in text order. Everything else must be found already.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fast">Whether only the regression decides, and not the networks: for a tenth of the time (<c>docs/positions.md</c> has the figures of both).</param>
    public static IReadOnlyList<StanceMark> Read(AnnotatedText text, bool fast = false)
    {
        StanceJudges judges = fast ? StanceJudges.Fast : StanceJudges.All;
        if (text.Attributions.Count == 0) return [];
        EncounterText tree = new(text);
        List<StanceMark> marks = [];
        for (int i = 0; i < text.Attributions.Count; i++) marks.AddRange(StanceDecision.Decided(judges, tree, i, new AttributedStances(tree, i).Read()));
        return marks;
    }
}
