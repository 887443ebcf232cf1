namespace Rapporteur.Text.Encounters;

/// <summary>How far an encounter has come: from tense, modality, negation and the words that govern its name.</summary>
internal static class StatusReader
{
    private static readonly HashSet<string> Negations = ["no", "not", "n't", "never", "neither", "nor", "without"];
    private static readonly HashSet<string> Futures = ["will", "shall", "'ll", "wo", "’ll"];
    private static readonly HashSet<string> Modals = ["would", "could", "may", "might", "can", "should", "must", "'d", "ca"];

    /// <param name="text">The text.</param>
    /// <param name="chain">The word and what governs it, nearest first.</param>
    /// <param name="day">The day of the encounter, when known.</param>
    public static EncounterStatus Of(EncounterText text, IReadOnlyList<int> chain, DateOnly? day)
    {
        bool negated = false, future = false, modal = false, past = false, infinitive = false, conditional = false;
        EncounterStatus? word = null;
        foreach (int node in chain)
        {
            if (node != chain[0] && (EncounterLexicon.English.Status(Key(text, node)) ?? EncounterLexicon.English.Status(text.Written(node))) is { } governing) word = Stronger(word, governing);
            foreach (int child in text.Children(node))
            {
                string lemma = text.Lemma(child);
                if (Negations.Contains(lemma) || (text.Relation(child) == "case" && lemma == "without")) negated = !negated;
                if (text.Relation(child).StartsWith("aux", StringComparison.Ordinal))
                {
                    future |= Futures.Contains(lemma);
                    modal |= Modals.Contains(lemma);
                }

                if (text.Relation(child) is "mark") (infinitive, conditional) = (infinitive || lemma == "to", conditional || lemma is "if" or "whether" or "unless");
                if (text.Relation(child) is "amod" or "advmod" or "compound" or "acl" && EncounterLexicon.English.Status(lemma) is { } modifier) word = Stronger(word, modifier);
            }

            past |= text.Text.Tokens[node].Xpos is "VBD" or "VBN";
        }

        bool ahead = day is { } known && text.Text.Published is { } published && known > published;
        if (word is EncounterStatus.Denied) return negated ? EncounterStatus.Proposed : EncounterStatus.Denied;
        if (word is EncounterStatus.Cancelled or EncounterStatus.Postponed && !negated) return word.Value;
        if (negated) return EncounterStatus.Denied;
        if (word is EncounterStatus.Proposed && !future) return EncounterStatus.Proposed;
        if (future || word is EncounterStatus.Planned || ahead) return EncounterStatus.Planned;
        if (modal || conditional) return EncounterStatus.Proposed;
        if (infinitive && text.IsVerb(chain[0])) return EncounterStatus.Proposed;
        if (text.Text.Tokens[chain[0]].Xpos == "VBG" && text.Children(chain[0]).Any(child => text.Lemma(child) is "when" or "before")) return EncounterStatus.Proposed;
        bool presentVerb = text.IsVerb(chain[0]) && text.Text.Tokens[chain[0]].Xpos is "VBZ" or "VBP" && !past;
        return presentVerb && text.Children(chain[0]).Any(child => text.Lemma(child) is "when" or "before" or "until") ? EncounterStatus.Planned : EncounterStatus.Held;
    }

    // "called off" is another verb than "called".
    private static string Key(EncounterText text, int node) =>
        text.Lemma(node) == "call" && text.Children(node).Any(child => text.Lemma(child) == "off") ? "call-off" : text.Lemma(node);

    private static EncounterStatus? Stronger(EncounterStatus? one, EncounterStatus other) => one is null || Rank(other) > Rank(one.Value) ? other : one;

    private static int Rank(EncounterStatus status) => status switch
    {
        EncounterStatus.Denied => 5,
        EncounterStatus.Cancelled => 4,
        EncounterStatus.Postponed => 3,
        EncounterStatus.Proposed => 2,
        EncounterStatus.Planned => 1,
        _ => 0,
    };
}
