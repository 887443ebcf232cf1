namespace Rapporteur.Text.Encounters;

/// <summary>The word that names an encounter and the words above it that say something of it, nearest first.</summary>
/// <remarks>In <c>he agreed to hold talks</c> the chain of "talks" is talks, hold, agreed.</remarks>
internal static class EncounterChain
{
    private const int Longest = 5;

    public static List<int> Of(EncounterText text, int trigger)
    {
        List<int> chain = [trigger];
        for (int node = trigger; chain.Count < Longest; node = chain[^1])
        {
            node = Whole(text, First(text, node));
            int head = text.Text.Tokens[node].Head;
            if (head < 0 || chain.Contains(head) || !Continues(text, node, head)) break;
            chain.Add(head);
        }

        return chain;
    }

    // "Expect a pause, an exchange of prisoners and observers": what governs the first of several things governs all.
    private static int First(EncounterText text, int node) =>
        !text.IsVerb(node) && text.Relation(node) == "conj" && text.Text.Tokens[node].Head is >= 0 and int first && !text.IsVerb(first) ? first : node;

    // "A second round of talks", "a series of meetings": what is said of the round is said of the talks.
    private static int Whole(EncounterText text, int node) =>
        text.Relation(node) == "nmod" && text.Case(node) == "of" && text.Text.Tokens[node].Head is >= 0 and int part && Parts.Contains(text.Lemma(part)) ? part : node;

    private static readonly HashSet<string> Parts = ["round", "series", "session", "pair", "cycle", "string", "day", "hour", "couple", "stage", "phase", "start", "beginning", "resumption", "continuation"];

    private static bool Continues(EncounterText text, int node, int head) => text.Relation(node) switch
    {
        "xcomp" or "obj" or "nsubj" or "nsubj:pass" => true,
        // Beyond the first verb, "said after the talks" tells nothing of what is above "said".
        "obl" or "nmod" => !text.IsVerb(node) && (text.IsVerb(head) || EncounterLexicon.English.Status(text.Lemma(head)) is not null),
        "ccomp" or "acl" or "csubj" or "advcl" => EncounterLexicon.English.Status(text.Lemma(head)) is not null,
        _ => false,
    };
}
