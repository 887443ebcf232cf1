namespace Rapporteur.Text.Encounters;

/// <summary>Somebody before a forum that has a name: "spoke at the plenary session of the Narrows Shipping Forum", "told the Norland Security Conference".</summary>
internal static class Forum
{
    private static readonly HashSet<string> Names = ["forum", "club", "conference", "summit", "assembly"];
    private static readonly HashSet<string> Sittings = ["session", "meeting", "question", "panel", "opening", "sidelines", "plenary", "dinner"];
    private static readonly HashSet<string> Speaking = ["address", "attend", "tell", "open"];

    /// <summary>The encounter of a person and a forum whose name ends at a token; null when it names none.</summary>
    public static EncounterMention? Read(EncounterText text, Sentence sentence, int last)
    {
        if (text.Text.Tokens[last].Upos != "PROPN" || text.ActorAt(last) is not { } forum || !Names.Contains(text.Lemma(last).ToLowerInvariant()) || text.TypeOf(forum) != EntityType.Organisation || !forum.Contains(' ', StringComparison.Ordinal)) return null;
        int place = text.Relation(last) == "nmod" && text.Text.Tokens[last].Head is >= 0 and int sitting && Sittings.Contains(text.Lemma(sitting)) ? sitting : last;
        if (text.Relation(place) == "nmod" && text.Text.Tokens[place].Head is >= 0 and int answer && text.Lemma(answer) is "answer" or "reply" or "speech" or "address" or "remark") place = answer;
        if (text.Text.Tokens[place].Head is not (>= 0 and int verb) || !text.IsVerb(verb)) return null;
        bool before = text.Relation(place) is "obl" && (text.Case(last) is "at" or "in" || text.Case(place) is "at" or "in")
            || (text.Relation(place) is "obj" or "iobj" && Speaking.Contains(text.Lemma(verb)));
        if (!before || (text.SubjectOf(verb) ?? text.SubjectAbove(verb)) is not { } person) return null;

        List<int> chain = [last, .. EncounterChain.Of(text, verb)];
        string? date = EncounterSetting.Date(text, sentence, last, [last, verb]);
        string[] participants = [.. new[] { person, forum }.Order(StringComparer.Ordinal)];
        return new EncounterMention(
            text.Text.Tokens[last].Span, sentence.Span, EncounterType.Summit, participants, date,
            EncounterSetting.Place(text, sentence, last, [last, verb], participants), StatusReader.Of(text, sentence, chain, EncounterSetting.DayOf(date)));
    }
}
