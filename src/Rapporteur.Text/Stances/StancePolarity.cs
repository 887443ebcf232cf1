using Rapporteur.Text.Encounters;

namespace Rapporteur.Text.Stances;

/// <summary>Which stances are for a thing and which against it, and whether a statement has words that turn one into the other.</summary>
internal static class StancePolarity
{
    /// <summary>Whether a word of denial, or one that turns what depends on it round ("give up", "an end to"), stands in the cue, or in the sentence that a mark was read in.</summary>
    public static bool IsTurned(EncounterText tree, StanceMark mark)
    {
        Attribution attribution = tree.Text.Attributions[mark.Attribution];
        if (StanceParts.Tokens(tree, attribution.Cue).Exists(i => Turns(tree, i))) return true;
        List<int> content = StanceParts.Tokens(tree, HandedOn.Of(tree, attribution));
        int target = content.Find(i => tree.Text.Tokens[i].Span.Start >= mark.Target.Start);
        foreach (Sentence sentence in tree.Text.Sentences)
        {
            if (target < sentence.FirstToken || target >= sentence.EndToken) continue;
            return content.Exists(i => i >= sentence.FirstToken && i < sentence.EndToken && Turns(tree, i));
        }

        return false;
    }

    /// <summary>Whether a learnt stance may stand where the rules read another: on the same side, or on none. What the rules leave open is not refused by what is learnt.</summary>
    public static bool Agree(Stance read, Stance learnt) => read == learnt || Side(read) == Side(learnt)
        || learnt is Stance.Conditional or Stance.LeavesOpen
        || (learnt == Stance.Threatens && read == Stance.Rejects);

    private static bool Turns(EncounterText tree, int i) =>
        tree.Lemma(i) is "not" or "never" or "n't" or "no" or "nor" or "neither" or "without" or "nothing" or "nobody" or "none"
        || StanceLexicon.English.Of(tree.Text.Tokens[i].Upos ?? "", tree.Lemma(i)).Any(entry => entry.Role == StanceRole.Invert);

    // Neither for nor against: 0.
    private static int Side(Stance stance) => stance switch
    {
        Stance.Demands or Stance.Supports or Stance.Accepts or Stance.Offers => 1,
        Stance.Rejects or Stance.Denies => -1,
        _ => 0,
    };
}
