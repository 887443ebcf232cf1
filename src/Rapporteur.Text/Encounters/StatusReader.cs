namespace Rapporteur.Text.Encounters;

/// <summary>How far an encounter has come: from tense, modality, negation and the words that govern its name.</summary>
/// <remarks>
/// What stands above a word says how much of it is fact (Saurí and Pustejovsky 2012, "Are you sure that this happened?"): walking up from the
/// name, each governing word and each negation changes the reading below it; where nothing governs, tense and mood decide.
/// </remarks>
internal static class StatusReader
{
    private static readonly HashSet<string> Negations = ["no", "not", "n't", "n’t", "never", "neither", "nor", "without", "hardly"];
    private static readonly HashSet<string> Futures = ["will", "shall", "'ll", "wo", "’ll"];
    private static readonly HashSet<string> Modals = ["would", "could", "may", "might", "can", "should", "must", "'d", "ca"];
    private static readonly HashSet<string> Motion = ["go", "come", "travel", "fly", "arrive", "return", "head", "rush", "drive", "journey"];
    private static readonly HashSet<string> Habits = ["often", "sometimes", "always", "frequently", "occasionally", "regularly", "usually", "time"];

    // How far after the word "next week" or "tomorrow" may stand, no verb between.
    private const int Near = 8;

    /// <param name="text">The text.</param>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="chain">The word and what governs it, nearest first.</param>
    /// <param name="day">The day of the encounter, when known.</param>
    public static EncounterStatus Of(EncounterText text, Sentence sentence, IReadOnlyList<int> chain, DateOnly? day)
    {
        EncounterStatus? word = Told(text, chain, out Mood mood);
        if (word is EncounterStatus.Cancelled or EncounterStatus.Postponed && chain.SelectMany(text.Children).Any(child => text.Lemma(child) is "may" or "might" or "could")) return EncounterStatus.Planned;
        // "Their next meeting may take place in Norland" is a possibility.
        if (word == EncounterStatus.Planned && mood is { Modal: true, Future: false } && chain.SelectMany(text.Children).Any(child => text.Lemma(child) is "may" or "might" or "could")) return EncounterStatus.Proposed;
        return word is not null && word != EncounterStatus.Held ? word.Value : ByMood(text, sentence, chain, mood, day, word);
    }

    /// <summary>What the words above the name say of the encounter; null when they say nothing and only tense and mood can tell.</summary>
    /// <param name="text">The text.</param>
    /// <param name="chain">The word and what governs it, nearest first.</param>
    public static EncounterStatus? Told(EncounterText text, IReadOnlyList<int> chain) => Told(text, chain, out _);

    private static EncounterStatus? Told(EncounterText text, IReadOnlyList<int> chain, out Mood mood)
    {
        EncounterStatus? word = null;
        mood = default;
        bool reached = true;
        IReadOnlyList<int> all = WithJoined(text, chain);
        for (int level = 0; level < all.Count; level++)
        {
            int node = all[level];
            EncounterStatus? here = Modifier(text, node);
            // "At the talks they agreed to": what stands above a place says nothing of what is there.
            reached &= level == 0 || Governs(text, node, all[level - 1]);
            bool clause = level > 0 && text.Relation(all[level - 1]) == "ccomp";
            if (level > 0 && reached && !FailsAtAnother(text, node, all[level - 1]) && Governing(text, node) is { } governing)
            {
                // "announced that they had met": what was announced is told in a tense of its own.
                bool told = clause && mood is { Past: true, Modal: false, Future: false } && governing is EncounterStatus.Planned or EncounterStatus.Proposed;
                if (!told) here = Stronger(here, governing);
            }

            if (level > 0 && Beside(text, node, all[level - 1]) is { } beside) here = Stronger(here, beside);
            // "The two did not speak of it at the talks" denies no talks.
            if (Negated(text, node) && reached) here = Opposite(here);
            if (level > 0 && OpenDate(text, node)) here = EncounterStatus.Proposed;
            word = Over(word, here);
            mood = mood.With(text, node, reached);
        }

        foreach (int joined in Afterwards(text, chain[^1]))
        {
            if (Governing(text, joined) is EncounterStatus.Cancelled or EncounterStatus.Postponed && !Negated(text, joined)) word = Governing(text, joined);
        }

        return Over(word, Existing(text, all[^1]));
    }

    // "There are no plans for Varden to meet": the plans hang beside the verb.
    private static EncounterStatus? Existing(EncounterText text, int top)
    {
        if (text.Relation(top) is not ("advcl" or "xcomp" or "acl") || text.Text.Tokens[top].Head is not (>= 0 and int head) || text.Lemma(head) != "be") return null;
        int noun = text.Children(head).FirstOrDefault(child => text.Relation(child) == "nsubj", -1);
        if (noun < 0 || !text.Children(head).Any(child => text.Relation(child) == "expl") || EncounterLexicon.English.Status(text.Lemma(noun)) is not { } status) return null;
        return Negated(text, noun) ? Opposite(status) : status;
    }

    private static EncounterStatus ByMood(EncounterText text, Sentence sentence, IReadOnlyList<int> chain, Mood mood, DateOnly? day, EncounterStatus? word)
    {
        int trigger = chain[0];
        bool ahead = day is { } known && text.Text.Published is { } published && known > published;
        if (mood.Future || (ahead && !mood.Past)) return EncounterStatus.Planned;
        if (text.Case(trigger) == "ahead" && (day is null || text.Text.Published is null || day >= text.Text.Published)) return EncounterStatus.Planned;
        if (mood.Infinitive) return Infinitive(text, chain, word, ahead);
        if (mood.Modal && chain.SelectMany(text.Children).Any(child => Habits.Contains(text.Lemma(child)))) return EncounterStatus.Held;
        if (mood.Conditional || mood.Modal) return day is not null && !mood.Conditional ? EncounterStatus.Planned : EncounterStatus.Proposed;
        if (mood.Past) return EncounterStatus.Held;

        bool subordinate = text.Children(trigger).Any(child => text.Relation(child) is "mark" or "advmod" or "case" && text.Lemma(child) is "when" or "before" or "until" or "after" or "once");
        if (subordinate && text.Text.Tokens[trigger].Xpos is "VBZ" or "VBP") return EncounterStatus.Planned;
        if (subordinate && text.Text.Tokens[trigger].Xpos == "VBG" && MainIsModal(text, trigger)) return EncounterStatus.Proposed;
        return Soon(text, sentence, trigger) ? EncounterStatus.Planned : EncounterStatus.Held;
    }

    // "flew to Oslo to meet": it came to it. "is to meet", and "Varden to meet Thackenby" in a headline: it will. "glad to meet": who knows.
    private static EncounterStatus Infinitive(EncounterText text, IReadOnlyList<int> chain, EncounterStatus? word, bool ahead)
    {
        if (word == EncounterStatus.Held) return EncounterStatus.Held;
        int verb = chain.FirstOrDefault(node => text.Children(node).Any(child => text.Relation(child) == "mark" && text.Lemma(child) == "to"), chain[0]);
        int head = text.Text.Tokens[verb].Head;
        bool be = text.Children(verb).Any(child => (text.Relation(child) == "cop" || text.Relation(child).StartsWith("aux", StringComparison.Ordinal)) && text.Lemma(child) == "be");
        if (head < 0 || head == verb || be || text.Lemma(head) == "be" || text.Relation(verb) is "acl" && text.ActorAt(head) is not null) return EncounterStatus.Planned;
        if (IsMotion(text, head) && Negated(text, head)) return EncounterStatus.Denied;
        if (!IsMotion(text, head)) return ahead ? EncounterStatus.Planned : EncounterStatus.Proposed;
        return text.Text.Tokens[head].Xpos is "VBD" or "VBN" ? EncounterStatus.Held : EncounterStatus.Planned;
    }

    /// <summary>Whether a verb tells a journey.</summary>
    public static bool IsMotion(EncounterText text, int verb) => text.IsVerb(verb) && (Motion.Contains(text.Lemma(verb)) || Motion.Contains(text.Written(verb)));

    // The verbs above one that is joined by "and" or "or" to another and shares what governs that: "no plans to attend or meet".
    private static List<int> WithJoined(EncounterText text, IReadOnlyList<int> chain)
    {
        List<int> all = [.. chain];
        int top = all[^1];
        if (text.Relation(top) != "conj" || text.Text.Tokens[top].Head is not (>= 0 and int first)) return all;
        bool alone = !text.Children(top).Any(child => text.Relation(child).StartsWith("nsubj", StringComparison.Ordinal) || text.Relation(child).StartsWith("aux", StringComparison.Ordinal));
        bool alike = text.Text.Tokens[top].Xpos == text.Text.Tokens[first].Xpos;
        if (!alone || !alike) return all;
        all.Add(first);
        all.AddRange(EncounterChain.Of(text, first).Skip(1).Where(node => !all.Contains(node)));
        return all;
    }

    // "were planned for Friday but have been called off".
    private static IEnumerable<int> Afterwards(EncounterText text, int top) =>
        text.Children(top).Where(child => text.Relation(child) == "conj" && text.IsVerb(child)
            && !text.Children(child).Any(below => text.Relation(below).StartsWith("nsubj", StringComparison.Ordinal) && text.Lemma(below) is not ("it" or "they" or "that" or "which")));

    // "Expressed readiness for talks": what stands beside the talks says how far they have come, wherever the tree hangs them.
    private static EncounterStatus? Beside(EncounterText text, int node, int below)
    {
        if (text.Relation(below) != "obl" || text.Case(below) is not ("for" or "to" or "of" or "on")) return null;
        int noun = text.Children(node).FirstOrDefault(child => text.Relation(child) == "obj" && child < below && !text.IsVerb(child), -1);
        return noun < 0 ? null : EncounterLexicon.English.Status(text.Lemma(noun));
    }

    private static readonly HashSet<string> Taking = ["engage", "participate", "take", "enter", "partake", "join"];

    // The object, the subject and the complement of a word are what it says something of; "at the talks" is only where it was said.
    private static bool Governs(EncounterText text, int node, int below) => text.Relation(below) switch
    {
        // "Compromises are possible in talks": so are the talks.
        "obl" when text.Case(below) is "in" or "at" && text.Text.Tokens[node].Upos == "ADJ" && EncounterLexicon.English.Status(text.Lemma(node)) == EncounterStatus.Proposed => true,
        "obl" when Taking.Contains(text.Lemma(node)) && text.Case(below) is "in" or "into" => true,
        "obl" or "nmod" => text.Case(below) is "for" or "to" or "on" or "of" or "about" or "from" or "against" || text.Children(below).Any(child => text.Relation(child) == "mark" && text.Lemma(child) == "to"),
        _ => true,
    };

    private static EncounterStatus? Governing(EncounterText text, int node)
    {
        string lemma = text.Lemma(node);
        foreach (int child in text.Children(node))
        {
            if (EncounterLexicon.English.Status($"{lemma}-{text.Lemma(child)}") is { } phrase) return phrase;
        }

        // "Is prepared to meet" is readiness; "prepared the meeting" is a plan.
        bool adjective = text.Text.Tokens[node].Upos == "ADJ" || (text.Text.Tokens[node].Xpos == "VBN" && text.Children(node).Any(child => text.Relation(child) is "cop" or "aux:pass"));
        return (adjective ? EncounterLexicon.English.Status(text.Written(node)) : null) ?? EncounterLexicon.English.Status(lemma) ?? EncounterLexicon.English.Status(text.Written(node));
    }

    // "The talks failed to bring peace": they were held; "failed to take place": they were not.
    private static bool FailsAtAnother(EncounterText text, int node, int below) =>
        text.Lemma(node) == "fail" && text.Relation(below).StartsWith("nsubj", StringComparison.Ordinal)
        && !text.Children(node).Any(child => text.Relation(child) == "xcomp" && text.Lemma(child) is "take" or "happen" or "materialise" or "materialize" or "occur" or "begin" or "start");

    // "No date has been set for a meeting": it is not off.
    private static bool OpenDate(EncounterText text, int node) => text.Children(node).Any(child =>
        text.Relation(child) is "nsubj:pass" or "obj" or "nsubj" && text.Lemma(child) is "date" or "time" or "venue" && text.Children(child).Any(word => text.Lemma(word) == "no"));

    private static EncounterStatus? Modifier(EncounterText text, int node)
    {
        EncounterStatus? found = null;
        foreach (int child in text.Children(node))
        {
            if (text.Relation(child) is "amod" or "advmod" or "compound" or "acl" && Governing(text, child) is { } modifier) found = Stronger(found, modifier);
        }

        return found;
    }

    private static bool Negated(EncounterText text, int node)
    {
        bool negated = false;
        foreach (int child in text.Children(node))
        {
            // "not only" and "no doubt" deny nothing.
            bool only = child + 1 < text.Text.Tokens.Count && text.Lemma(child + 1) is "only" or "just" or "doubt";
            if (Negations.Contains(text.Lemma(child)) && !only) negated = !negated;
            // "Nobody has put it off".
            if (text.Relation(child) == "nsubj" && (text.Lemma(child) is "nobody" or "none" || (text.Lemma(child) == "one" && text.Children(child).Any(word => text.Lemma(word) == "no")))) negated = !negated;
        }

        return negated;
    }

    private static EncounterStatus? Opposite(EncounterStatus? said) => said switch
    {
        EncounterStatus.Denied => EncounterStatus.Proposed,
        EncounterStatus.Cancelled or EncounterStatus.Postponed => EncounterStatus.Planned,
        _ => EncounterStatus.Denied,
    };

    // What a governing word makes of the reading below it: a denial of a denial leaves it open, of a cancellation it stands.
    private static EncounterStatus? Over(EncounterStatus? below, EncounterStatus? above) => (below, above) switch
    {
        (_, null) => below,
        (EncounterStatus.Denied, EncounterStatus.Denied) => EncounterStatus.Proposed,
        (EncounterStatus.Cancelled or EncounterStatus.Postponed, EncounterStatus.Denied) => EncounterStatus.Planned,
        // Who threatens or asks to call it off has not done so.
        (EncounterStatus.Cancelled or EncounterStatus.Postponed, EncounterStatus.Proposed) => EncounterStatus.Planned,
        _ => Stronger(below, above.Value),
    };

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

    private static bool MainIsModal(EncounterText text, int trigger) =>
        text.Text.Tokens[trigger].Head is >= 0 and int head && text.Children(head).Any(child => Modals.Contains(text.Lemma(child)) || Futures.Contains(text.Lemma(child)));

    private static bool Soon(EncounterText text, Sentence sentence, int trigger)
    {
        for (int i = trigger + 1; i < sentence.EndToken && i <= trigger + Near; i++)
        {
            if (text.IsVerb(i)) return false;
            if (text.Lemma(i) is "tomorrow" || (text.Lemma(i) is "next" or "coming" && i + 1 < sentence.EndToken && text.Lemma(i + 1) is "week" or "month" or "year" or "day")) return true;
        }

        return false;
    }

    /// <summary>What the auxiliaries and the tense of the words in the chain come to.</summary>
    private readonly record struct Mood(bool Future, bool Modal, bool Past, bool Infinitive, bool Conditional)
    {
        public Mood With(EncounterText text, int node, bool reached)
        {
            Mood mood = this;
            foreach (int child in text.Children(node))
            {
                string lemma = text.Lemma(child);
                if (text.Relation(child).StartsWith("aux", StringComparison.Ordinal)) mood = mood with { Future = mood.Future || Futures.Contains(lemma), Modal = mood.Modal || Modals.Contains(lemma) };
                if (text.Relation(child) is "mark") mood = mood with { Infinitive = mood.Infinitive || (lemma == "to" && text.IsVerb(node) && !mood.Past && reached), Conditional = mood.Conditional || lemma is "if" or "whether" or "unless" };
            }

            // Above an infinitive the tense is another verb's.
            bool past = text.Text.Tokens[node].Xpos is "VBD" || (text.Text.Tokens[node].Xpos is "VBN" && !mood.Modal && !mood.Future);
            return mood with { Past = mood.Past || (past && !mood.Infinitive && !mood.Modal && !mood.Future) };
        }
    }
}
