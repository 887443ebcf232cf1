namespace Rapporteur.Text.Encounters;

/// <summary>Participants by the order of words, for sentences whose tree does not join them to the encounter.</summary>
internal static class NearbyParticipants
{
    // Words from the name of the encounter to "with" or "between", and from there to the last name. Read off the dossier's sentences.
    private const int ToPreposition = 5;
    private const int ToName = 14;

    // Longest title between a state and the name of its office-holder: "president - elect".
    private const int TitleLength = 5;

    public static List<string> Of(EncounterText text, int trigger, Sentence sentence)
    {
        List<string> company = Company(text, trigger, sentence);
        if (company.Count == 0) company = Before(text, trigger, sentence);
        if (company.Count != 1) return company;

        // The other one: the person named last before it, else the next after its companion.
        for (int i = trigger - 1; i >= sentence.FirstToken; i--)
        {
            if (Other(i) is { } before) return [.. company, before];
        }

        for (int i = trigger + 1; i < sentence.EndToken; i++)
        {
            if (Other(i) is { } after) return [.. company, after];
        }

        return company;

        string? Other(int i) => text.ActorAt(i) is { } actor && text.TypeOf(actor) == text.TypeOf(company[0]) && !company.Contains(actor) ? actor : null;
    }

    /// <summary>"A call between Varden and Estmerian President Oriel Thackenby", "talks between Norlandish and Estmerian officials": named in so many words; nobody when not so.</summary>
    public static List<string> Between(EncounterText text, int trigger, Sentence sentence)
    {
        int preposition = Enumerable.Range(trigger + 1, ToBetween).FirstOrDefault(i => i < sentence.EndToken && text.Lemma(i) == "between", -1);
        if (preposition < 0 || Enumerable.Range(trigger + 1, preposition - trigger - 1).Any(text.IsVerb)) return [];
        List<string> found = [];
        bool and = false;
        int last = preposition;
        for (int i = preposition + 1; i < sentence.EndToken && i <= preposition + ToName && !text.IsVerb(i); i++)
        {
            if (text.Lemma(i) is "and" or "&") and = true;
            if (text.ActorAt(i) is { } inTitle && text.TitleOf(i) is not null && !text.IsPerson(inTitle)) continue;
            if ((text.ActorAt(i) ?? text.StateOfAdjective(i)) is not { } actor || found.Contains(actor) || IsOwner(i, actor)) continue;
            found.Add(actor);
            last = i;
            if (and) break;
        }

        if (!and || found.Count < 2) return [];
        // "Between the Norlandish and Estmerian leaders": those who lead them, when the text names them.
        int office = Enumerable.Range(last + 1, 2).FirstOrDefault(i => i < sentence.EndToken && text.Text.Tokens[i].Xpos == "NNS", -1);
        return office >= 0 && Participants.Holders(text, office, found) is { Count: 2 } holders ? holders : found;

        // "Estmere's Oriel Thackenby", "Estmerian President Oriel Thackenby": the state only tells whose she is.
        bool IsOwner(int i, string actor) => !text.IsPerson(actor)
            && Enumerable.Range(i + 1, TitleLength).TakeWhile(j => j < sentence.EndToken && text.Lemma(j) is not (("," or "and")) && !text.IsVerb(j)).Any(j => text.ActorAt(j) is { } name && text.IsPerson(name));
    }

    // Words from the name of the encounter to "between": "in Norland", "on Monday".
    private const int ToBetween = 3;

    // "talks with X", "a call between X and Y"; a verb or a full stop ends the search.
    private static List<string> Company(EncounterText text, int trigger, Sentence sentence)
    {
        List<string> found = [];
        int preposition = -1;
        for (int i = trigger + 1; i < sentence.EndToken && i <= trigger + ToPreposition && preposition < 0; i++)
        {
            if (text.Lemma(i) is "with" or "between") preposition = i;
            else if (text.IsVerb(i)) return found;
        }

        if (preposition < 0) return found;
        int wanted = text.Lemma(preposition) == "between" ? 2 : 1;
        for (int i = preposition + 1; i < sentence.EndToken && i <= preposition + ToName && found.Count < wanted; i++)
        {
            if (text.IsVerb(i)) break;
            if (text.ActorAt(i) is { } actor && !found.Contains(actor) && text.TypeOf(actor) is EntityType.Person or EntityType.GeoPoliticalEntity) Take(i, actor);
        }

        return found;

        // "Ukraine's Mira Toll": the owner of a person takes no part.
        void Take(int i, string actor)
        {
            if (text.IsPerson(actor) || !StandsBeforePerson(i)) found.Add(actor);
        }

        // Nor does the state in a person's title: "US President Mira Toll".
        bool StandsBeforePerson(int i)
        {
            for (int j = i + 1; j < sentence.EndToken && j <= i + TitleLength; j++)
            {
                if (text.Lemma(j) is "," or "and") return false;
                if (text.ActorAt(j) is { } name && text.IsPerson(name)) return true;
            }

            return false;
        }
    }

    // "Russia-Ukraine talks", "Varden and Thackenby at a meeting": names joined by a dash or "and" just before.
    private static List<string> Before(EncounterText text, int trigger, Sentence sentence)
    {
        List<string> found = [];
        bool joined = false;
        for (int i = trigger - 1; i >= sentence.FirstToken && i >= trigger - ToName && found.Count < 2; i--)
        {
            if (text.TitleOf(i) is not null) continue;
            string? actor = text.ActorAt(i) ?? text.StateOfAdjective(i);
            if (actor is not null && !found.Contains(actor))
            {
                if (found.Count == 1 && !joined) break;
                found.Insert(0, actor);
                joined = false;
            }
            else if (actor is null && text.Lemma(i) is "-" or "–" or "and" or "/") joined = true;
            else if (text.IsVerb(i) && text.Lemma(i) is not ("hold" or "have")) break;
        }

        return found.Count == 2 ? found : [];
    }
}
