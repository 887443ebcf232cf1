using Rapporteur.Text.Encounters;

namespace Rapporteur.Text.Stances;

/// <summary>Which stances are for a thing and which against it, and whether a statement has words that turn one into the other.</summary>
internal static class StancePolarity
{
    /// <summary>Whether a word of denial, or one that turns what depends on it round ("give up", "an end to"), stands in the cue or the content.</summary>
    public static bool IsTurned(EncounterText tree, Attribution attribution)
    {
        foreach (int i in StanceParts.Tokens(tree, attribution.Cue).Concat(StanceParts.Tokens(tree, attribution.Content)))
        {
            if (tree.Lemma(i) is "not" or "never" or "n't" or "no" or "nor" or "neither" or "without" or "nothing" or "nobody" or "none") return true;
            if (StanceLexicon.English.Of(tree.Text.Tokens[i].Upos ?? "", tree.Lemma(i)).Any(entry => entry.Role == StanceRole.Invert)) return true;
        }

        return false;
    }

    /// <summary>Whether a learnt stance may stand where the rules read another: it is on the same side, or names the condition or the threat that comes with that side.</summary>
    public static bool Agree(Stance read, Stance learnt) => read == learnt || Side(read) == Side(learnt)
        || (learnt == Stance.Conditional && read is not Stance.Denies)
        || (learnt == Stance.Threatens && read == Stance.Rejects);

    // Neither for nor against: 0.
    private static int Side(Stance stance) => stance switch
    {
        Stance.Demands or Stance.Supports or Stance.Accepts or Stance.Offers => 1,
        Stance.Rejects or Stance.Denies => -1,
        _ => 0,
    };
}
