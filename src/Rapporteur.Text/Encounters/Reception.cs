namespace Rapporteur.Text.Encounters;

/// <summary>Verbs that tell a meeting only when a person is their object: "received Thackenby", "has not seen Varden yet".</summary>
internal static class Reception
{
    /// <summary>Whether a verb tells that its subject met, or did or would not meet, its object.</summary>
    public static bool Of(EncounterText text, int verb)
    {
        string lemma = text.Lemma(verb);
        if (lemma is not ("receive" or "host" or "see")) return false;
        int person = text.Children(verb).FirstOrDefault(child => text.Relation(child) == "obj" || (lemma != "see" && text.Relation(child).StartsWith("obl", StringComparison.Ordinal) && text.Case(child) == "by"), -1);
        if (person < 0) return false;
        // "US special envoy Mira Toll": the name may hang on the office.
        bool named = text.Children(person).Append(person).Any(node => text.ActorAt(node) is { } actor && text.IsPerson(actor) && text.Relation(node) is not "nmod:poss");
        if (!named && text.Lemma(person) != "counterpart") return false;
        return lemma != "see" || IsLookedFor(text, verb);
    }

    /// <summary>Whether somebody "called" a person by telephone; "called him a liar", "called on him" and "called for calm" are other words.</summary>
    public static bool IsCall(EncounterText text, int verb)
    {
        if (text.Lemma(verb) is not ("call" or "dial")) return false;
        int person = text.Children(verb).FirstOrDefault(child => text.Relation(child) is "obj" or "iobj", -1);
        if (person < verb || text.ActorAt(person) is not { } actor || !text.IsPerson(actor)) return false;
        bool other = text.Children(verb).Any(child => child != person && child > verb && (text.Relation(child) is "obj" or "xcomp" or "ccomp" or "compound:prt" || text.Case(child) is "on" or "upon" or "for" && text.ActorAt(child) is not null));
        int end = person;
        while (end + 1 < text.Text.Tokens.Count && text.ActorAt(end + 1) == actor) end++;
        // What follows the name tells: "a liar", "weak", "onto the stage" are what he was called, and whereto.
        int next = end + 1;
        return !other && (next == text.Text.Tokens.Count || AfterCall.Contains(text.Lemma(next)) || text.Text.Times.Any(time => time.Span.Start == text.Text.Tokens[next].Span.Start));
    }

    /// <summary>Whether somebody told or asked a person something by telephone.</summary>
    public static bool IsByTelephone(EncounterText text, int verb) =>
        text.Children(verb).Concat(text.Children(verb).SelectMany(text.Children)).Any(node => text.Case(node) is "by" or "over" && text.Lemma(node) is "phone" or "telephone" && text.VerbOf(node) == verb)
        && text.Children(verb).Any(child => text.Relation(child) is "obj" or "iobj" && text.ActorAt(child) is { } hearer && text.IsPerson(hearer));

    private static readonly HashSet<string> AfterCall = [".", "on", "after", "before", "from", "in", "this", "last", "later", "earlier", "again", "and", "at", "by", "during", "following"];

    // "Saw him as a rival", "saw Varden fall" are no meetings; who "has not seen X" or "is willing to see X" speaks of one.
    private static bool IsLookedFor(EncounterText text, int verb)
    {
        bool more = text.Children(verb).Any(child => text.Relation(child) is "xcomp" or "ccomp" or "advcl" || text.Case(child) is "as" or "in" or "on");
        if (more) return false;
        bool negated = text.Children(verb).Any(child => text.Lemma(child) is "not" or "n't" or "n’t" or "never") && text.Children(verb).Any(child => text.Lemma(child) == "have");
        return negated || (text.Relation(verb) is "xcomp" or "acl" && text.Text.Tokens[verb].Head is >= 0 and int head && EncounterLexicon.English.Status(text.Lemma(head)) is not null);
    }
}
