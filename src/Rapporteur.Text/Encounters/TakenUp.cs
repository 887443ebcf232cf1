namespace Rapporteur.Text.Encounters;

/// <summary>Encounters that a sentence takes up by a bare noun: "The call lasted an hour", "he said of the talks", "no such meeting took place".</summary>
/// <remarks>The article has named the participants before; the noun tells that the one named last is meant, as long as nothing tells of another occasion.</remarks>
internal static class TakenUp
{
    private static readonly HashSet<string> Pointing = ["the", "this", "that", "these", "those", "their"];

    // "The next meeting" is another one; "the talks with Norland" have participants of their own, "the call for a pause" is none.
    private static readonly HashSet<string> Another = ["next", "last", "previous", "earlier", "past", "further", "additional", "new", "other", "another", "former", "second", "future", "annual", "daily"];
    private static readonly HashSet<string> Company = ["with", "between", "among", "for", "to", "of", "by", "from", "against"];

    /// <summary>The encounter that the noun takes up, as told here; null when it takes up none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="noun">The noun.</param>
    /// <param name="before">The encounters named before it, in text order.</param>
    public static EncounterMention? Read(EncounterText text, Sentence sentence, int noun, IReadOnlyList<EncounterMention> before)
    {
        if (text.Text.Tokens[noun].Upos != "NOUN" || before.Count == 0 || Meant(text, noun) is not { } types) return null;
        bool such = text.Children(noun).Any(child => text.Lemma(child) == "such") && text.Children(noun).Any(child => text.Lemma(child) is "no" or "any");
        if (!such && !Points(text, noun)) return null;
        if (text.Children(noun).Any(child => Another.Contains(text.Lemma(child)) || Company.Contains(text.Case(child)) || text.Relation(child) == "acl" && !text.IsPast(child))) return null;
        if (text.Relation(noun) == "compound" || Named(text, noun, types, before) is not { } named) return null;

        List<int> chain = EncounterChain.Of(text, noun);
        string? date = EncounterSetting.Date(text, sentence, noun, chain);
        // Another day is another occasion, or the day of something else.
        if (date is not null && named.Date is not null && date != named.Date) return null;
        EncounterStatus status = Status(text, sentence, noun, chain, named);
        if (such && status != EncounterStatus.Denied) return null;
        string? place = EncounterSetting.Place(text, sentence, noun, chain, named.Participants);
        // "The Oslo summit" is the one in Oslo.
        if (text.Children(noun).Any(child => text.Relation(child) == "compound" && text.Text.Tokens[child].Upos == "PROPN" && text.ActorAt(child) is var name && name != named.Place && (name is null || !named.Participants.Contains(name)))) return null;
        return named with
        {
            Span = text.Text.Tokens[noun].Span, Sentence = sentence.Span, Date = date ?? named.Date, Place = place ?? named.Place, Status = status, Ordinal = named.Ordinal,
        };
    }

    // "That discussions need time" points at none.
    private static bool Points(EncounterText text, int noun) => text.Children(noun).Any(child =>
        Pointing.Contains(text.Lemma(child)) && text.Relation(child) is "det" or "nmod:poss" && !(text.Written(child) == "that" && text.Text.Tokens[noun].Xpos == "NNS"));

    /// <summary>A report of those whom the text has named together before, seen as the same occasion: "this conversation between the two", "they also discussed".</summary>
    public static EncounterMention Again(EncounterText text, int trigger, EncounterMention told, IReadOnlyList<EncounterMention> before)
    {
        bool points = text.IsVerb(trigger) ? text.Lemma(trigger) == "discuss" : Points(text, trigger) && Meant(text, trigger) is not null;
        if (!points || told.Type != EncounterType.Talks || told.Date is not null || told.Status != EncounterStatus.Held) return told;
        return before.LastOrDefault(mention => mention.Type is EncounterType.Call or EncounterType.Meeting or EncounterType.Summit or EncounterType.Talks && mention.Status == EncounterStatus.Held && mention.Participants.SequenceEqual(told.Participants)) is { } named
            ? told with { Type = named.Type, Date = named.Date, Place = told.Place ?? named.Place } : told;
    }

    /// <summary>Whom "they agreed to meet" and "the two will speak again" mean: those of the encounter named just before.</summary>
    public static IReadOnlyList<string> Participants(EncounterText text, IReadOnlyList<int> chain, IReadOnlyList<EncounterMention> before)
    {
        if (before.Count == 0 || before[^1].Type is EncounterType.PressConference or EncounterType.Interview or EncounterType.Visit || before[^1].Participants.Count != 2) return [];
        bool joined = chain.Any(node => text.Children(node).Any(child => text.Relation(child) is "nsubj" && text.ActorAt(child) is null && IsTheTwo(text, child)));
        int words = text.Text.Tokens[chain[0]].Span.Start - before[^1].Span.Start;
        // "Varden proposed a meeting in Norland", when the text has told of his call with Thackenby: to her.
        bool proposes = text.Text.Tokens[chain[0]].Upos == "NOUN" && StatusReader.Told(text, chain) == EncounterStatus.Proposed
            && chain.Skip(1).Any(node => text.SubjectOf(node) is { } proposer && before[^1].Participants.Contains(proposer));
        return (joined || proposes) && words <= FarBack ? before[^1].Participants : [];
    }

    // "They", "both", "the two leaders"; "European leaders" and "presidents have to" are others.
    private static bool IsTheTwo(EncounterText text, int subject) => text.Lemma(subject) switch
    {
        "they" or "both" or "two" or "pair" => true,
        "leader" or "president" or "minister" or "side" => text.Children(subject).Any(child => text.Relation(child) is "det" or "nummod" && text.Lemma(child) is "the" or "both" or "two")
            && text.Children(subject).All(child => text.Relation(child) is "det" or "nummod" or "punct"),
        _ => false,
    };

    // Characters from one encounter to "they" who have it again: a paragraph or two.
    private const int FarBack = 500;

    // Called by the same word, else the one named last.
    private static EncounterMention? Named(EncounterText text, int noun, EncounterType[] types, IReadOnlyList<EncounterMention> before)
    {
        EncounterMention[] meant = [.. before.Where(mention => types.Contains(mention.Type) && !mention.OnlyTold)];
        return Array.FindLast(meant, mention => mention.Span.Of(text.Text.Text).Equals(text.Written(noun), StringComparison.OrdinalIgnoreCase)) ?? meant.LastOrDefault();
    }

    // What stands above the noun tells; else its clause, when the noun is what the clause is about; else nothing new is said.
    private static EncounterStatus Status(EncounterText text, Sentence sentence, int noun, List<int> chain, EncounterMention named)
    {
        // That somebody asked for it or arranged it undoes nothing.
        if (StatusReader.Told(text, chain) is { } told and (EncounterStatus.Denied or EncounterStatus.Cancelled or EncounterStatus.Postponed)) return told;
        if (!text.Relation(noun).StartsWith("nsubj", StringComparison.Ordinal)) return named.Status;
        return StatusReader.Of(text, sentence, chain, EncounterSetting.DayOf(named.Date));
    }

    private static EncounterType[]? Meant(EncounterText text, int noun) => text.Lemma(noun) switch
    {
        "call" or "phonecall" => [EncounterType.Call, EncounterType.Talks],
        "conversation" or "discussion" => [EncounterType.Call, EncounterType.Talks, EncounterType.Meeting],
        "talk" or "talks" or "negotiation" or "consultation" => [EncounterType.Talks, EncounterType.Meeting, EncounterType.Summit],
        "meeting" or "encounter" => [EncounterType.Meeting, EncounterType.Talks, EncounterType.Summit],
        "summit" => [EncounterType.Summit, EncounterType.Meeting, EncounterType.Talks],
        "visit" or "trip" => [EncounterType.Visit],
        "exchange" or "swap" => [EncounterType.Exchange],
        "interview" => [EncounterType.Interview],
        "briefing" => [EncounterType.PressConference],
        "conference" when text.Children(noun).Any(child => text.Lemma(child) is "press" or "news") => [EncounterType.PressConference],
        _ => null,
    };
}
