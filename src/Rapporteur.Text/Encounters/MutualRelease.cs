namespace Rapporteur.Text.Encounters;

/// <summary>An exchange told by its two halves: "a thousand captives are to be freed by each side", "both countries released 40 prisoners".</summary>
internal static class MutualRelease
{
    private static readonly HashSet<string> Freeing = ["free", "freed", "frees", "freeing", "release", "released", "releases", "releasing", "repatriate", "repatriated", "return", "returned"];
    private static readonly HashSet<string> Captives = ["captive", "prisoner", "detainee", "hostage", "pow", "soldier", "serviceman", "body", "civilian"];
    private static readonly HashSet<string> Sides = ["side", "country", "state", "party", "government", "army"];

    /// <summary>Whether a verb tells that each of two sides frees captives.</summary>
    public static bool Of(EncounterText text, int verb) =>
        Freeing.Contains(text.Written(verb))
        && text.Children(verb).Any(child => text.Relation(child) is "obj" or "nsubj:pass" && Captives.Contains(text.Lemma(child)))
        && text.Children(verb).Any(child => text.Relation(child) is "nsubj" or "obl:agent" or "obl" && Sides.Contains(text.Lemma(child)) && text.Children(child).Any(word => text.Lemma(word) is "each" or "both" or "either"));
}
