using Rapporteur.Text.Actors;

namespace Rapporteur.Text.Encounters;

/// <summary>Finds the calls, meetings, talks, visits, summits, exchanges, press conferences and interviews that a text names.</summary>
/// <remarks>Only those whose participants it names too: "the talks" of nobody in particular are no encounter.</remarks>
public static class EncounterFinder
{
    private static readonly HashSet<string> Generic = ["such", "every", "any", "each"];
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];

    /// <summary>The encounters named, in text order. Names, coreference and times must be there already.</summary>
    public static IReadOnlyList<EncounterMention> Find(AnnotatedText text)
    {
        EncounterText tree = new(text, readsTitles: true);
        List<EncounterMention> found = [];
        foreach (Sentence sentence in text.Sentences)
        {
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (Read(tree, sentence, i, found) is { } mention) found.AddRange(Divided(tree, TakenUp.Again(tree, i, mention, found), i, sentence));
                else if (Forum.Read(tree, sentence, i) is { } forum) found.Add(forum);
                else if (TakenUp.Read(tree, sentence, i, found) is { } again) found.Add(again);
            }
        }

        return found;
    }

    private static EncounterMention? Read(EncounterText text, Sentence sentence, int trigger, IReadOnlyList<EncounterMention> before)
    {
        if (text.Text.Tokens[trigger].Upos is not ("NOUN" or "VERB") || text.ActorAt(trigger) is not null) return null;
        if (TypeOf(text, trigger) is not { } type || (!text.IsVerb(trigger) && text.Children(trigger).Any(child => Generic.Contains(text.Lemma(child))))) return null;

        List<int> chain = EncounterChain.Of(text, trigger);
        List<string> participants = Participants.Of(text, sentence, trigger, type, chain);
        if (participants.Count < 2 && type != EncounterType.PressConference) participants = [.. TakenUp.Participants(text, chain, before)];
        if (type == EncounterType.PressConference && participants.Count == 1) participants.Add("reporters");
        if (participants.Count < 2 || AskedWhether(text, chain)) return null;
        if (type == EncounterType.Talks && text.IsVerb(trigger) && participants.Find(actor => text.TypeOf(actor) == EntityType.Organisation) is { } audience)
        {
            // "Spoke to the network" is an interview, "spoke to the Shipowners' Union" a speech.
            if (audience.Split(' ').Any(OutletWords.Names)) type = EncounterType.Interview;
            else if (text.Lemma(trigger) is "speak" or "talk") return null;
        }

        if (type == EncounterType.Meeting && text.Lemma(trigger) == "sit" && Enumerable.Range(trigger + 1, Math.Min(ToNames, sentence.EndToken - trigger - 1)).TakeWhile(i => !text.IsVerb(i)).Any(i => OutletWords.Names(text.Written(i)))) type = EncounterType.Interview;
        participants.Sort(StringComparer.Ordinal);
        IReadOnlyList<int> journey = EncounterSetting.Journey(text, chain);
        string? date = EncounterSetting.Date(text, sentence, trigger, journey);
        if (date is null && (LooksBack(text, chain) || LongSilence(text, trigger, chain))) return null;
        // Of a press conference only its own words tell; what was said there is another matter.
        EncounterStatus status = StatusReader.Of(text, sentence, type is EncounterType.PressConference or EncounterType.Interview && !text.IsVerb(trigger) ? Arranging(text, chain) : chain, EncounterSetting.DayOf(date));
        if (status is EncounterStatus.Planned or EncounterStatus.Proposed) date = EncounterSetting.Ahead(text, sentence, trigger, chain, date);
        else if (status == EncounterStatus.Held) date = EncounterSetting.Behind(text, sentence, date) ?? (type == EncounterType.PressConference ? EncounterSetting.DayOfSaying(text, participants) : null);
        // What has a day after that of publication is still to come, whatever the tense of what stands above it.
        if (status == EncounterStatus.Held && EncounterSetting.DayOf(date) > text.Text.Published) status = EncounterStatus.Planned;
        return new EncounterMention(
            text.Text.Tokens[trigger].Span, sentence.Span, type, participants, date,
            EncounterSetting.Place(text, sentence, trigger, journey, participants), status, Ordinal(text, trigger),
            OnlyTold: type == EncounterType.PressConference && text.IsVerb(trigger));
    }

    // "Cancelled the interview", "will take part in an interview"; in "said in an interview" the verb tells of something else.
    private static List<int> Arranging(EncounterText text, List<int> chain) =>
        chain.Count > 1 && (text.Relation(chain[0]) is "obj" or "nsubj:pass" || text.Lemma(chain[1]) is "participate" or "take") ? chain[..2] : chain[..1];

    // "Asked whether he had met Thackenby", "would not say if they had met": that is not told.
    private static bool AskedWhether(EncounterText text, List<int> chain) => chain.Take(2).Any(node =>
        text.IsPast(node) && text.Children(node).Any(child => text.Relation(child) == "mark" && text.Lemma(child) is "if" or "whether")
        && (text.Relation(node) == "ccomp" || (text.Relation(node) == "advcl" && text.Text.Tokens[node].Head is >= 0 and int head && text.Lemma(head) is "ask" or "wonder" or "question")));

    // "years had passed since they last talked", "their last talk": some encounter long ago, without a day.
    private static bool LooksBack(EncounterText text, List<int> chain) => chain.Take(2).SelectMany(text.Children).Any(child => text.Lemma(child) is "last" or "since" or "previous" or "earlier");

    // "years without a conversation", "have not spoken since": that nothing was for long is no encounter, nor the denial of one.
    private static bool LongSilence(EncounterText text, int trigger, List<int> chain) =>
        text.Case(trigger) == "without"
        || (chain.Take(2).Any(node => text.Children(node).Any(child => text.Lemma(child) is "not" or "n't" or "n’t" or "never")
            && text.Children(node).Any(child => text.Relation(child).StartsWith("aux", StringComparison.Ordinal) && text.Lemma(child) == "have"))
            && chain.Take(2).SelectMany(text.Children).Any(child => text.Case(child) is "since" or "for" or "in" && (text.Lemma(child) is "year" or "month" or "decade" or "week" || text.Case(child) == "since")));

    // "will speak with both Varden and Zephara's Thackenby" announces two calls.
    private static IEnumerable<EncounterMention> Divided(EncounterText text, EncounterMention mention, int trigger, Sentence sentence)
    {
        int both = Enumerable.Range(trigger, Math.Min(ToBoth, sentence.EndToken - trigger)).FirstOrDefault(i => text.Written(i) == "both" && i > trigger, -1);
        // So do "separate calls with Varden and Thackenby".
        if (both < 0 && text.Children(trigger).Any(child => text.Lemma(child) is "separate" or "separately")) both = trigger;
        if (both < 0 || mention.Participants.Count > 3) return [mention];
        List<string> after = [];
        for (int i = both + 1; i < sentence.EndToken && i <= both + ToNames && after.Count < 2 && text.Text.Tokens[i].Upos != "VERB"; i++)
        {
            if (text.ActorAt(i) is { } actor && text.IsPerson(actor) && !after.Contains(actor)) after.Add(actor);
        }

        string[] one = [.. mention.Participants.Where(actor => !after.Contains(actor))];
        return one.Length != 1 || after.Count < 2 ? [mention]
            : after.Select(other => mention with { Participants = [.. new[] { one[0], other }.Order(StringComparer.Ordinal)] });
    }

    // Words from the name of the encounter to "both", and from there to the second name. Read off the dossier's sentences.
    private const int ToBoth = 8, ToNames = 10;

    private static EncounterType? TypeOf(EncounterText text, int trigger)
    {
        bool verb = text.Text.Tokens[trigger].Upos == "VERB";
        if (verb && Reception.Of(text, trigger)) return EncounterType.Meeting;
        if (verb && text.Lemma(trigger) == "meet" && text.Children(trigger).Any(child => text.Relation(child) is "obj" or "nsubj:pass" && Met.Contains(text.Lemma(child)))) return null;
        if (verb && (Reception.IsCall(text, trigger) || Reception.IsByTelephone(text, trigger))) return EncounterType.Call;
        if (!verb && text.Lemma(trigger) == "call" && SaidIn(text, trigger)) return EncounterType.Call;
        if (verb && text.Lemma(trigger) == "discuss" && text.Children(trigger).Any(child => text.Relation(child) == "nsubj" && text.ActorAt(child) is { } one && text.IsPerson(one)
            && text.Children(child).Any(other => text.Relation(other) == "conj" && text.ActorAt(other) is { } second && text.IsPerson(second)))) return EncounterType.Talks;
        if (verb && MutualRelease.Of(text, trigger)) return EncounterType.Exchange;
        // "Neither spoke with reporters"; briefings in the plural are what somebody is given.
        if (verb && text.Lemma(trigger) is "speak" or "talk" && text.Children(trigger).Any(child => text.Case(child) is "with" or "to" && Press.Contains(text.Lemma(child)))) return null;
        if (text.Lemma(trigger) == "briefing" && text.Text.Tokens[trigger].Xpos == "NNS" && !text.Children(trigger).Any(child => text.Lemma(child) is "press" or "news" or "daily")) return null;
        string written = text.Written(trigger);
        IReadOnlyList<EncounterLexicon.Entry> entries = EncounterLexicon.English.Of(verb, written);
        foreach (EncounterLexicon.Entry entry in entries.Count > 0 ? entries : EncounterLexicon.English.Of(verb, text.Lemma(trigger)))
        {
            if (entry.Beside.Count == 0 || Beside(text, trigger, entry.Beside)) return entry.Type;
        }

        return verb && text.Lemma(trigger) is "speak" or "talk" or "converse" && IsMutual(text, trigger) ? EncounterType.Talks : null;
    }

    // "Told Thackenby in a call", and not "in a call for calm".
    private static bool SaidIn(EncounterText text, int call) =>
        text.Case(call) is "in" or "during" && text.VerbOf(call) is >= 0 and int verb
        && text.Children(verb).Any(child => text.Relation(child) is "obj" or "iobj" && text.ActorAt(child) is { } hearer && text.IsPerson(hearer))
        && !text.Children(call).Any(child => text.Case(child) is "for" or "to" or "on" && text.Text.Tokens[child].Upos != "PROPN");

    // "The two leaders spoke on Sunday about the border", "Varden and Thackenby talked for an hour": with each other, unless something says before whom.
    private static bool IsMutual(EncounterText text, int verb)
    {
        int subject = text.Children(verb).FirstOrDefault(child => text.Relation(child) == "nsubj", -1);
        if (subject < 0 || text.Text.Tokens[subject].Xpos is "NN" or "NNP" && !text.Children(subject).Any(child => text.Relation(child) == "conj")) return false;
        return text.Children(verb).All(child => text.Relation(child) is not ("obj" or "xcomp" or "ccomp")
            && (text.Relation(child) is not ("obl" or "advmod") || text.Case(child) is "" or "on" or "for" or "about" or "over" or "in" or "by" or "during"));
    }

    private static bool Beside(EncounterText text, int trigger, IReadOnlyList<string> lemmas)
    {
        // "The guards exchanged cigarettes" exchanges no guards, and who exchanges lists of prisoners none either.
        bool verb = text.IsVerb(trigger);
        if (text.Lemma(trigger) is "exchange" or "swap" && Enumerable.Range(trigger + 1, Math.Clamp(text.Text.Tokens.Count - trigger - 1, 0, ToThings)).Any(i => Things.Contains(text.Lemma(i)))) return false;
        foreach (int child in text.Children(trigger))
        {
            if (verb && text.Relation(child) == "nsubj") continue;
            if (lemmas.Contains(text.Lemma(child)) || lemmas.Contains(text.Written(child)) || text.Children(child).Any(below => text.Relation(below) is "case" && lemmas.Contains(text.Lemma(below)))) return true;
        }

        // Where the tree errs: the words just before and after.
        int from = verb ? trigger : Math.Max(0, trigger - 1), to = Math.Min(text.Text.Tokens.Count - 1, trigger + (verb && lemmas.Contains("telephone") ? ToTelephone : 4));
        for (int i = from; i <= to; i++)
        {
            if (i > trigger && (text.IsVerb(i) || (verb && text.Lemma(i) is "after" or "before" or "during" or "following" or "amid"))) break;
            if (i != trigger && (lemmas.Contains(text.Lemma(i)) || lemmas.Contains(text.Written(i)))) return true;
        }

        return false;
    }

    // What is exchanged that is no prisoner, and how far after the word it stands.
    private static readonly HashSet<string> Things = ["list", "letter", "view", "word", "message", "information", "opinion", "fire", "blow", "gift", "note", "document", "accusation", "threat", "proposal", "draft"];
    private const int ToThings = 3;

    // "Met the conditions": whom nobody meets.
    private static readonly HashSet<string> Met = ["challenge", "criterion", "criteria", "demand", "need", "requirement", "deadline", "condition", "threat", "obligation", "target", "goal", "expectation", "standard", "commitment", "fate", "resistance", "criticism", "quota", "objective", "cost", "aggression", "opposition"];

    // From "spoke" to "by telephone": "with Varden for ninety minutes".
    private const int ToTelephone = 9;

    private static readonly HashSet<string> Press = ["reporter", "journalist", "media", "press", "newsman", "correspondent"];

    private static int? Ordinal(EncounterText text, int trigger)
    {
        foreach (int child in text.Children(trigger))
        {
            int number = Array.IndexOf(Ordinals, text.Lemma(child)) + 1;
            if (number > 0) return number;
        }

        return null;
    }
}
