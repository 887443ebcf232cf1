using Rapporteur.Text.Actors;

namespace Rapporteur.Text.Encounters;

/// <summary>Who takes part in an encounter, read off the tree around the word that names it.</summary>
internal static class Participants
{
    private static readonly HashSet<string> Company = ["with", "between", "to", "among", "from", "by", "of", "and", "alongside"];
    private static readonly HashSet<string> Light = ["hold", "have", "conduct", "start", "begin", "resume", "open", "finish", "continue", "attend", "plan", "arrange", "agree", "give", "make", "pay", "schedule", "set", "engage", "enter", "initiate", "join", "participate", "take", "kick", "launch", "cancel", "postpone"];
    private static readonly HashSet<string> Journeys = ["travel", "go", "come", "fly", "arrive", "head", "leave", "depart", "return"];
    private static readonly HashSet<string> Pairs = ["leader", "president", "counterpart", "side", "country", "party", "man", "minister", "state", "delegation", "statesman", "neighbour", "nation", "government", "two", "both", "capital"];

    /// <summary>The participants, each once; fewer than two when the text does not name them here.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="trigger">The word that names the encounter.</param>
    /// <param name="type">What it is.</param>
    /// <param name="chain">The word and what governs it (<see cref="EncounterChain"/>).</param>
    public static List<string> Of(EncounterText text, Sentence sentence, int trigger, EncounterType type, IReadOnlyList<int> chain)
    {
        if (type is not (EncounterType.PressConference or EncounterType.Visit) && NearbyParticipants.Between(text, trigger, sentence) is { Count: >= 2 } between) return Fitting(text, between, type, trigger);
        List<string> found = [];
        bool verb = text.IsVerb(trigger), byAgent = false, withCompany = false, onlyCompany = true;
        foreach (int child in text.Children(trigger))
        {
            string relation = text.Relation(child), preposition = text.Case(child);
            bool takesPart = relation is "nsubj" or "nsubj:pass" or "nmod:poss" or "compound" or "obl:agent"
                || (verb && relation is "obj" or "iobj")
                || (relation is "amod" && text.StateOfAdjective(child) is not null)
                || (relation is "nmod" or "obl" or "conj" && Company.Contains(preposition) && !(verb && preposition is "of" or "from"));
            // "With Norland as host": who mediates is no party.
            takesPart &= !(preposition == "with" && child + 1 < text.Text.Tokens.Count && text.Lemma(child + 1) == "as");
            byAgent |= takesPart && preposition == "by";
            if (!takesPart) continue;
            IReadOnlyList<string> named = text.Lemma(child) == "they" && text.ActorAt(child) is null ? text.JoinedBefore(child, sentence) : Phrase(text, child, trigger);
            withCompany |= preposition is not "" && named.Count > 0;
            // "Discussions with Varden and Thackenby" are a third one's.
            onlyCompany &= named.Count == 0 || preposition == "with";
            Add(named);
        }

        // What governs the word adds its subject ("held talks", "was ready to meet") and its company ("held talks on Monday with").
        for (int level = 0; level < chain.Count && (level == 0 || Lacks()); level++)
        {
            if (level == 0 && (!verb || HasSubject(text, trigger))) continue;
            // "X has denied that Y will speak with Z", "X spoke during a visit by Y": X is not among them.
            if (level > 0 && text.Relation(chain[level - 1]) is "ccomp" or "csubj" && HasSubject(text, chain[level - 1])) break;
            if (level > 0 && type == EncounterType.Visit && byAgent) break;
            // Who "reviewed the talks" was not at them; who "reviewed the talks with X" may have been.
            bool offer = level > 0 && chain.Take(level + 1).Any(node => text.Text.Tokens[node].Upos == "NOUN" && node != trigger && EncounterLexicon.English.Status(text.Lemma(node)) == EncounterStatus.Proposed);
            bool light = offer || Light.Contains(text.Lemma(chain[level])) || (type == EncounterType.Visit && Journeys.Contains(text.Lemma(chain[level])));
            if (level > 0 && !verb && !withCompany && !light) continue;
            int node = chain[level];
            foreach (int child in text.Children(node))
            {
                string relation = text.Relation(child);
                if (child == trigger || chain.Contains(child)) continue;
                int known = found.Count;
                if (relation is "nsubj" or "nsubj:pass" or "nmod:poss" || (level > 0 && relation is "obl" && text.Case(child) is "with" or "between")) Add(Phrase(text, child, trigger));
                onlyCompany &= relation == "obl" || found.Count == known;
                if (level > 0 && type is EncounterType.Interview && relation is "obj" or "iobj") Add(Phrase(text, child, trigger));
            }

            // "Norland, where both sides agreed": the place takes no part.
            bool where = text.Children(node).Any(child => text.Lemma(child) is "where" or "when");
            if (!where && text.Relation(node).StartsWith("acl", StringComparison.Ordinal) && text.Text.Tokens[node].Head is >= 0 and int noun && Lacks()) Add(Antecedent(text, node) is { } who ? [who] : Phrase(text, noun, trigger));
            if (text.Relation(node) is "conj" or "xcomp" or "advcl" && !HasSubject(text, node) && text.Text.Tokens[node].Head is >= 0 and int above)
            {
                foreach (int child in text.Children(above))
                {
                    if (text.Relation(child) is "nsubj" && Lacks()) Add(Phrase(text, child, trigger));
                }
            }
        }

        if (type == EncounterType.Visit && LeadsElsewhere(text, trigger)) return [];
        if (type == EncounterType.Visit && Count() < 2) Add(Host(text, chain));
        if (Count() < Wanted(type)) Add(OfSpeaking(text, trigger));
        if (verb && Count() < Wanted(type)) Add(ForWhom(text, trigger));
        if (type == EncounterType.PressConference) return OfPressConference(text, trigger, sentence);
        if (type == EncounterType.Interview && Count() < 2) Add(Interviewers.Of(text, trigger, sentence, found));
        // "I met with Varden", "the doctors met Varden": one of the two is nobody known, and nobody named nearby.
        if (Count() < Wanted(type) && !(type == EncounterType.Interview && verb) && !HasStrangers(text, chain)) Add(NearbyParticipants.Of(text, trigger, sentence));
        if (type == EncounterType.Exchange && Count() < 2) Add(text.LastTwo(trigger, persons: false));
        return Fitting(text, found, type, trigger);

        bool Lacks() => Count() < Wanted(type) || (onlyCompany && withCompany && type is EncounterType.Talks or EncounterType.Meeting or EncounterType.Call && Count() < 3);

        int Count() => Fitting(text, found, type, trigger).Count;

        void Add(IEnumerable<string> actors)
        {
            foreach (string actor in actors)
            {
                if (!found.Contains(actor)) found.Add(actor);
            }
        }
    }

    // "A visit to the tower": nobody's there.
    private static bool LeadsElsewhere(EncounterText text, int visit) =>
        text.Children(visit).FirstOrDefault(child => text.Case(child) == "to", -1) is >= 0 and int goal && Phrase(text, goal, visit).Count == 0;

    // "An announcement from President Varden, who intends to": the person named just before "who", whatever the clause hangs on; null without one.
    private static string? Antecedent(EncounterText text, int clause)
    {
        int who = text.Children(clause).FirstOrDefault(child => text.Lemma(child) == "who", -1);
        return Enumerable.Range(1, ToAntecedent).Select(back => who - back >= 0 ? text.ActorAt(who - back) : null).FirstOrDefault(actor => actor is not null && text.IsPerson(actor));
    }

    private const int ToAntecedent = 3;

    // "Varden told Thackenby in a call", "the two discussed it during a call": who says something to whom there, or several who do.
    private static List<string> OfSpeaking(EncounterText text, int trigger)
    {
        if (text.Case(trigger) is not ("in" or "during" or "at" or "by") || text.VerbOf(trigger) is not (>= 0 and int verb)) return [];
        List<string> subjects = [.. text.Children(verb).Where(child => text.Relation(child) == "nsubj").SelectMany(child => Phrase(text, child, trigger)).Where(text.IsPerson)];
        List<string> objects = [.. text.Children(verb).Where(child => text.Relation(child) is "obj" or "iobj" && text.ActorAt(child) is not null).SelectMany(child => Phrase(text, child, trigger)).Where(text.IsPerson)];
        return subjects.Count >= 2 ? subjects : subjects.Count == 1 && objects.Count == 1 ? [.. subjects, .. objects] : [];
    }

    // "No plans for Varden to meet Thackenby".
    private static List<string> ForWhom(EncounterText text, int verb)
    {
        int mark = text.Children(verb).FirstOrDefault(child => text.Relation(child) == "mark" && text.Lemma(child) == "to", -1);
        for (int node = mark - 1, steps = 0; mark > 0 && node >= 0 && steps < 4; node = text.Text.Tokens[node].Head, steps++)
        {
            if (text.Case(node) == "for") return Phrase(text, node, verb);
        }

        return [];
    }

    // "Will travel to Norland for a visit", "cancelled his trip to Norland": the state that the journey leads to.
    private static List<string> Host(EncounterText text, IReadOnlyList<int> chain) =>
        [.. chain.Skip(1).SelectMany(node => text.Children(node).Where(child => Journeys.Contains(text.Lemma(node)) ? text.Case(child) is "to" or "in" : child > chain[0] && text.Case(child) == "to"))
            .SelectMany(child => Phrase(text, child, chain[0]))];

    // Words before the name of the occasion when it opens the sentence: "At his yearly".
    private const int Opening = 9;

    private static int Wanted(EncounterType type) => type == EncounterType.PressConference ? 1 : 2;

    // Whose it is, else the person named last before it, else the next: "At the briefing Orsim Belkany said", "Belkany said at the briefing".
    private static List<string> OfPressConference(EncounterText text, int trigger, Sentence sentence)
    {
        bool opening = trigger - sentence.FirstToken <= Opening && text.Lemma(sentence.FirstToken) is "at" or "in" or "during" or "on" or "speak" or "address";
        foreach (int child in text.Children(trigger))
        {
            // "At his press conference Orsim Belkany said": the pronoun points ahead.
            if (!opening && text.Relation(child) is "nmod:poss" or "nsubj" && text.Text.Tokens[child].Upos != "PRON" && Phrase(text, child, trigger).Find(text.IsPerson) is { } owner) return [owner];
        }

        // "Varden praised Thackenby at a press conference": it is the subject's.
        if (!opening && text.Relation(trigger) is "obl" or "obj" && text.Text.Tokens[trigger].Head is >= 0 and int holding)
        {
            if (text.SubjectOf(holding) is { } subject) return [subject];
            if (text.Children(holding).Any(child => text.Relation(child) == "nsubj" && text.Text.Tokens[child].Upos == "PROPN")) return [];
        }

        for (int i = trigger - 1; !opening && i >= sentence.FirstToken; i--)
        {
            if (text.ActorAt(i) is { } before && text.IsPerson(before)) return [before];
        }

        if (opening && text.Relation(trigger) == "obl" && text.SubjectOf(text.Text.Tokens[trigger].Head) is { } speaker) return [speaker];
        for (int i = trigger + 1; opening && i < sentence.EndToken; i++)
        {
            if (text.ActorAt(i) is { } after && text.IsPerson(after)) return [after];
        }

        return [];
    }

    private static bool HasSubject(EncounterText text, int node) =>
        text.Children(node).Any(child => text.Relation(child).StartsWith("nsubj", StringComparison.Ordinal));

    // Verbs whose object is who is met; of others it is what is spoken of.
    private static readonly HashSet<string> Meeting = ["meet", "visit", "interview", "telephone", "phone", "ring", "host", "receive", "see"];

    private static bool HasStrangers(EncounterText text, IReadOnlyList<int> chain)
    {
        if (text.Children(chain[0]).Any(child => (text.Case(child) == "with" || (Meeting.Contains(text.Lemma(chain[0])) && text.IsVerb(chain[0]) && text.Relation(child) == "obj")) && IsStrange(text, child, chain[0]))) return true;
        int verb = chain.Take(2).FirstOrDefault(node => text.IsVerb(node) && (node == chain[0] || Light.Contains(text.Lemma(node))), -1);
        return verb >= 0 && SubjectOf(text, verb) is >= 0 and int subject && subject != chain[0] && IsStrange(text, subject, chain[0]);
    }

    // Nobody that the text names, nor an office or a pair that may stand for somebody it names.
    private static bool IsStrange(EncounterText text, int node, int trigger) =>
        text.ActorAt(node) is null
        && (text.Lemma(node) is "i" or "we" or "you" || (text.Text.Tokens[node].Upos == "NOUN" && text.Lemma(node) != "counterpart" && !Pairs.Contains(text.Lemma(node)) && !Offices.Contains(text.Lemma(node))))
        && Phrase(text, node, trigger).Count == 0;

    // Its own subject, the noun that a relative clause is about, or the subject of the verb above: "staff who went there to talk"; -1 when there is none.
    private static int SubjectOf(EncounterText text, int verb)
    {
        for (int node = verb, steps = 0; node >= 0 && steps < 3; node = text.Text.Tokens[node].Head, steps++)
        {
            int subject = text.Children(node).FirstOrDefault(child => text.Relation(child) == "nsubj", -1);
            if (subject >= 0) return text.Lemma(subject) is "who" or "which" or "that" && text.Relation(node).StartsWith("acl", StringComparison.Ordinal) ? text.Text.Tokens[node].Head : subject;
            if (text.Relation(node) is not ("xcomp" or "advcl" or "conj")) break;
        }

        return -1;
    }

    // A person before the state he speaks for; places without a government never take part.
    private static List<string> Fitting(EncounterText text, List<string> found, EncounterType type, int trigger)
    {
        List<string> persons = [.. found.Where(text.IsPerson)];
        List<string> states = [.. found.Where(actor => text.TypeOf(actor) == EntityType.GeoPoliticalEntity)];
        if (type is EncounterType.Talks or EncounterType.Meeting && persons.Count == 1 && states.Count == 1 && text.HomeOf(persons[0]) is { } home)
        {
            // A person and his own state are one side. "Varden's talks with Estmere" are those of two states, "Estmere is ready to talk with Varden" its leader's.
            if (home == states[0]) return persons;
            if (StandsAfter(text, trigger, states[0])) return [home, states[0]];
            if (StandsAfter(text, trigger, persons[0]) && text.HolderOf(states[0], "leader") is { } leader && leader != persons[0]) return [leader, persons[0]];
        }

        return type switch
        {
            EncounterType.PressConference => persons is [var first, ..] ? [first] : [],
            EncounterType.Interview => persons.Count > 0 ? [.. found.Where(actor => text.TypeOf(actor) is EntityType.Person or EntityType.Organisation)] : [],
            // Two states, else a movement or a state that no list knows, which has one name.
            EncounterType.Exchange => states.Count >= 2 ? states
                : [.. found.Where(actor => text.TypeOf(actor) is EntityType.GeoPoliticalEntity or EntityType.Organisation || (text.IsPerson(actor) && !actor.Contains(' ', StringComparison.Ordinal)))],
            // A visit without a state is one to a tower or a school, unless somebody "visited" somebody.
            EncounterType.Visit => persons.Count > 0 && (states.Count > 0 || text.IsVerb(trigger)) ? [.. persons, .. states] : [],
            EncounterType.Call when persons.Count == 1 => persons,
            EncounterType.Talks or EncounterType.Meeting when persons.Count == 1 && states.Count >= 2 => states,
            // "(Agency) - President Varden met": who tells it was not there.
            _ => persons.Count >= 2 ? persons : [.. found.Where(actor => text.TypeOf(actor) != EntityType.Place && (text.Lemma(trigger) is "speak" or "talk" || !OutletWords.Names(actor)))],
        };
    }

    private static bool StandsAfter(EncounterText text, int trigger, string actor)
    {
        for (int i = trigger + 1; i < text.Text.Tokens.Count && i <= trigger + ToCompany; i++)
        {
            if (text.ActorAt(i) == actor) return true;
        }

        return false;
    }

    // Words from the name of an encounter to the name of who is met.
    private const int ToCompany = 8;

    /// <summary>The actors of a noun phrase and of those joined to it.</summary>
    private static List<string> Phrase(EncounterText text, int head, int trigger)
    {
        List<string> actors = [];
        Collect(text, head, trigger, actors, depth: 0);
        // "his Russian counterpart": the holder of that office, when the text names him.
        if (Holders(text, head, actors) is { Count: 2 } holders) return holders;
        if (text.Lemma(head) == "counterpart" && actors is [var state] && text.HolderOfOffice(state, text.SubjectAbove(trigger)) is { } holder) return [holder];
        if (actors.Count == 0 && text.Lemma(head) is "delegation" or "negotiator" or "representative" or "envoy" or "official" or "team"
            && text.Children(head).FirstOrDefault(child => text.Case(child) is "of" or "from", -1) is >= 0 and int whose) return Phrase(text, whose, trigger);
        bool bare = !text.Children(head).Any(child => text.Relation(child) is "det" or "nummod" or "nmod:poss");
        if (actors.Count > 0 || bare || !Pairs.Contains(text.Lemma(head))) return actors;
        if (text.Lemma(head) == "counterpart" || text.Children(head).Any(child => text.Lemma(child) is "their" or "they" && text.Relation(child) == "nmod:poss")) return actors;
        bool two = text.Text.Tokens[head].Xpos is "NNS" || text.Lemma(head) is "two" or "both" || text.Children(head).Any(child => text.Lemma(child) is "each" or "both" or "either");
        return two ? [.. text.LastTwo(head, persons: text.Lemma(head) is not ("side" or "country" or "state" or "delegation" or "capital" or "party" or "nation" or "government"))] : actors;
    }

    /// <summary>Who holds an office in two states: "the presidents of Norland and Estmere"; nobody when the text does not name both.</summary>
    public static List<string> Holders(EncounterText text, int office, List<string> states) =>
        Offices.Contains(text.Lemma(office)) && text.Text.Tokens[office].Xpos is "NNS" && states.Count == 2 && !states.Exists(text.IsPerson)
        && states.ConvertAll(state => text.HolderOf(state, Title(text, office))) is [{ } first, { } second] && first != second ? [first, second] : [];

    private static readonly HashSet<string> Offices = ["president", "leader", "minister", "premier", "chancellor", "king", "diplomat", "envoy", "negotiator"];

    // "Foreign minister" is another office than "prime minister".
    private static string Title(EncounterText text, int office) =>
        text.Lemma(office) == "minister" && office > 0 && text.Relation(office - 1) is "amod" or "compound" ? $"{text.Lemma(office - 1)} minister" : text.Lemma(office);

    private static void Collect(EncounterText text, int node, int trigger, List<string> actors, int depth)
    {
        if (node == trigger || depth > 6) return;
        if ((text.TitleOf(node) ?? text.ActorAt(node)) is { } actor)
        {
            if (!actors.Contains(actor)) actors.Add(actor);
        }
        else if (text.Children(node).FirstOrDefault(child => (text.Relation(child) is "appos" or "flat" || (text.Relation(child) == "compound" && text.Text.Tokens[node].Upos == "PROPN")) && text.ActorAt(child) is { } a && text.IsPerson(a), -1) is >= 0 and int name)
        {
            Collect(text, name, trigger, actors, depth + 1);
        }
        else if (text.StateOfAdjective(node) is { } people)
        {
            if (!actors.Contains(people)) actors.Add(people);
        }
        else
        {
            foreach (int child in text.Children(node))
            {
                bool states = text.Relation(child) is "amod" or "compound" && text.StateOfAdjective(child) is not null;
                if (!states && !(text.Relation(child) is "nmod" or "nmod:poss" && text.Case(child) is "of" or "from" or "'s")) continue;
                // The ministers of a state stand for it; the doctors of a person do not for him.
                List<string> whose = [];
                Collect(text, child, trigger, whose, depth + 1);
                actors.AddRange(whose.Where(actor => !text.IsPerson(actor) && !actors.Contains(actor)));
            }
        }

        foreach (int child in text.Children(node))
        {
            if (text.Relation(child) is "conj" && !text.IsVerb(child)) Collect(text, child, trigger, actors, depth + 1);
        }
    }
}
