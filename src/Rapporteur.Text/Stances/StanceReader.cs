using Rapporteur.Text.Encounters;

namespace Rapporteur.Text.Stances;

/// <summary>Reads the stances that attributed words take, by rules over the tree with <c>stances.tsv</c>.</summary>
/// <remarks>What the speaker says others want is not his stance: a predicate with another's subject is passed over, unless it judges ("must", "unacceptable").</remarks>
public static class StanceReader
{
    /// <summary>The stances in the text's attributions, by attribution and then in text order. Everything else must be found already.</summary>
    public static IReadOnlyList<StanceMark> Read(AnnotatedText text)
    {
        if (text.Attributions.Count == 0) return [];
        EncounterText tree = new(text);
        List<StanceMark> marks = [];
        for (int i = 0; i < text.Attributions.Count; i++) marks.AddRange(StanceDecision.Decided(tree, i, new AttributedStances(tree, i).Read()));
        return marks;
    }
}
