using Rapporteur.Text.Actors;
using Rapporteur.Text.Entities;

namespace Rapporteur.Text.Encounters;

/// <summary>One text's trees with the actors on them, as the search for encounters walks them.</summary>
internal sealed class EncounterText
{
    private readonly List<int>[] _children;
    private readonly string[] _lemmas;

    /// <summary>The actor named or meant at each token, or null.</summary>
    private readonly string?[] _actorAt;
    private readonly Dictionary<string, EntityType> _typeOf = new(StringComparer.Ordinal);

    private readonly bool _readsTitles;

    /// <param name="text">The text; names, coreference and times must be there already.</param>
    /// <param name="readsTitles">Whether "President-elect Mira Toll" is read as her title. The decision about stances has learnt from trees without.</param>
    public EncounterText(AnnotatedText text, bool readsTitles = false)
    {
        _readsTitles = readsTitles;
        Text = text;
        int count = text.Tokens.Count;
        _children = new List<int>[count];
        for (int i = 0; i < count; i++) _children[i] = [];
        for (int i = 0; i < count; i++)
        {
            if (text.Tokens[i].Head is >= 0 and int head && head < count && head != i) _children[head].Add(i);
        }

        _lemmas = [.. text.Tokens.Select(token => (token.Lemma ?? token.Span.In(text.Text)).ToLowerInvariant())];
        _actorAt = new string?[count];
        foreach (EntityMention entity in text.Entities)
        {
            if (entity.Actor is null) continue;
            string actor = entity.Type == EntityType.GeoPoliticalEntity ? StateOf(entity.Actor) : entity.Actor;
            // A city that is no capital hosts talks and takes no part in them.
            Known known = Gazetteer.English.OfPhrase(actor);
            bool city = (known & Known.City) != Known.Nothing && (known & (Known.State | Known.Capital)) == Known.Nothing;
            _typeOf.TryAdd(actor, city && entity.Type == EntityType.GeoPoliticalEntity ? EntityType.Place : entity.Type);
            Set(entity.Span, actor);
        }

        for (int i = 0; i < count; i++) _actorAt[i] ??= Announcer(i);
        foreach (ActorReference reference in text.Coreference) Set(reference.Span, reference.Actor);
    }

    public AnnotatedText Text { get; }

    public IReadOnlyList<int> Children(int i) => _children[i];

    public string Lemma(int i) => _lemmas[i];

    /// <summary>The word as it stands, in small letters.</summary>
    public string Written(int i) => Text.Tokens[i].Span.In(Text.Text).ToLowerInvariant();

    /// <summary>The relation to the head; a subject that stands outside a nominal clause is one like any other.</summary>
    public string Relation(int i) => Text.Tokens[i].Relation is not { } relation ? "" : _readsTitles && relation == "nsubj:outer" ? "nsubj" : relation;

    public bool IsVerb(int i) => Text.Tokens[i].Upos is "VERB" or "AUX" && !IsElect(i);

    /// <summary>Whether a word is a past tense or a past participle.</summary>
    public bool IsPast(int i) => Text.Tokens[i].Xpos is "VBD" or "VBN";

    // "President - elect Mira Toll" is a title, which taggers take for an election.
    private bool IsElect(int i) => _readsTitles && _lemmas[i] is "elect" or "designate" && i > 0 && Written(i - 1) is "-" or "–";

    /// <summary>The actor named or meant at a token, or null; that of "president" in "President-elect Mira Toll" is she.</summary>
    public string? ActorAt(int i) => _actorAt[i] ?? (i + 3 < _actorAt.Length && IsElect(i + 2) ? _actorAt[i + 3] : null);

    public EntityType TypeOf(string actor) => _typeOf.GetValueOrDefault(actor, EntityType.Person);

    public bool IsPerson(string actor) => TypeOf(actor) == EntityType.Person;

    /// <summary>The state whose people or government an adjective names, or null.</summary>
    public string? StateOfAdjective(int i)
    {
        ReadOnlySpan<char> word = Text.Tokens[i].Span.Of(Text.Text);
        if ((Gazetteer.English.OfPhrase(word) & Known.Demonym) != Known.Nothing) return Gazetteer.English.StateOf.TryGetValue(word.ToString().ToLowerInvariant(), out string? state) ? Named(state) : null;
        // Of a state that no list knows: "Norlandish" where the text names Norland.
        if (!_readsTitles || word.Length < ShortestAdjective || !char.IsUpper(word[0])) return null;
        string adjective = word.ToString();
        return _typeOf.Where(known => known.Value == EntityType.GeoPoliticalEntity && StateWords.IsAdjectiveOf(adjective, known.Key)).Select(known => known.Key).Order(StringComparer.Ordinal).FirstOrDefault();
    }

    private const int ShortestAdjective = 5;

    /// <summary>The state that a person speaks for: by his office in this text, else by the list of those who lead states; null when neither tells.</summary>
    public string? HomeOf(string person) =>
        Text.Roles.FirstOrDefault(role => role.Actor == person && role.Of is not null && IsState(StateOf(role.Of))) is { Of: { } of } ? Named(StateOf(of)) : StateLedBy(person) is { } led ? Named(led) : null;

    private bool IsState(string name) => _typeOf.TryGetValue(name, out EntityType type) ? type == EntityType.GeoPoliticalEntity : (Gazetteer.English.OfPhrase(name) & Known.State) != Known.Nothing;

    // By the full name, else by the surname where the text names the state.
    private string? StateLedBy(string person)
    {
        if (!_readsTitles || person.Contains(' ', StringComparison.Ordinal)) return ActorRegistry.English.StateOfHolder(person);
        if (_ledBy.TryGetValue(person, out string? known)) return known;
        return _ledBy[person] = ActorRegistry.English.HolderNamed(person, NamedStates.Contains, Text.Published) is { } holder ? ActorRegistry.English.StateOfHolder(holder) : null;
    }

    private HashSet<string> NamedStates => _named ??= [.. Enumerable.Range(0, _actorAt.Length)
        .Select(i => _actorAt[i] is { } actor && TypeOf(actor) == EntityType.GeoPoliticalEntity ? actor : StateOfAdjective(i)).OfType<string>()];

    private HashSet<string>? _named;
    private readonly Dictionary<string, string?> _ledBy = new(StringComparer.Ordinal);

    /// <summary>The lemma of the preposition that introduces a noun phrase; "" when there is none.</summary>
    public string Case(int i)
    {
        foreach (int child in _children[i])
        {
            if (Relation(child) == "case") return _lemmas[child];
        }

        return "";
    }

    /// <summary>The nearest two different actors of one kind named before a place: whom "the two leaders" or "both sides" means.</summary>
    /// <remarks>"The two presidents" are such only as are known to be. Who says something of the two is none of them.</remarks>
    public IReadOnlyList<string> LastTwo(int before, bool persons)
    {
        bool byOffice = persons && _lemmas[before] is "president" or "minister" or "chancellor" or "premier";
        HashSet<string> holders = byOffice ? [.. Text.Roles.Where(role => Office(role.Title).EndsWith(_lemmas[before], StringComparison.Ordinal)).Select(role => role.Actor)] : [];
        if (!persons && _readsTitles) return LastTwoStates(before);
        HashSet<string> speakers = SubjectsAbove(before);
        List<string> found = [];
        for (int i = before - 1; i >= 0 && found.Count < 2; i--)
        {
            if (_actorAt[i] is not { } actor || IsPerson(actor) != persons || (!persons && TypeOf(actor) != EntityType.GeoPoliticalEntity) || found.Contains(actor)) continue;
            if (persons && (speakers.Contains(actor) || (byOffice && !holders.Contains(actor) && (_lemmas[before] == "minister" || ActorRegistry.English.StateOfHolder(actor) is null)))) continue;
            found.Add(actor);
        }

        return found.Count == 2 ? found : [];
    }

    // The pair of states joined last ("the Norland-Estmere border", "Norlandish and Estmerian"), else the two named last, by their names, their peoples' or those who lead them.
    private IReadOnlyList<string> LastTwoStates(int before)
    {
        List<string> found = [];
        string? later = null;
        for (int i = before - 1, at = before; i >= 0; i--)
        {
            string? state = _actorAt[i] is not { } actor ? StateOfAdjective(i) : TypeOf(actor) == EntityType.GeoPoliticalEntity ? actor : IsPerson(actor) ? HomeOf(actor) : null;
            if (state is null) continue;
            if (later is not null && later != state && at - i == 2 && _lemmas[i + 1] is "-" or "–" or "and" or "/") return [state, later];
            if (!found.Contains(state) && found.Count < 2) found.Add(state);
            (later, at) = (state, i);
        }

        return found.Count == 2 ? found : [];
    }

    /// <summary>The person in whose title a state stands: she in "US President-elect Mira Toll"; null when the name is no part of a title.</summary>
    public string? TitleOf(int state)
    {
        if (_actorAt[state] is not { } actor || TypeOf(actor) != EntityType.GeoPoliticalEntity) return null;
        for (int i = state + 1; i < _actorAt.Length && i <= state + LongestTitle; i++)
        {
            if (_actorAt[i] is { } name) return name != actor && IsPerson(name) && i > state + 1 ? name : null;
            bool secretaryOf = _lemmas[i] == "of" && i > state + 1;
            bool dash = _lemmas[i] is "-" or "–";
            if (Text.Tokens[i].Upos is not ("PROPN" or "NOUN" or "ADJ") && !IsElect(i) && !secretaryOf && !dash) return null;
        }

        return null;
    }

    // Words of a title: "President - elect", "Deputy Prime Minister".
    private const int LongestTitle = 5;

    // The subjects of the verbs above the clause that a word stands in.
    private HashSet<string> SubjectsAbove(int word)
    {
        HashSet<string> subjects = new(StringComparer.Ordinal);
        bool above = false;
        for (int node = Text.Tokens[word].Head, steps = 0; node >= 0 && steps < 8; node = Text.Tokens[node].Head, steps++)
        {
            foreach (int child in above ? _children[node] : [])
            {
                if (Relation(child).StartsWith("nsubj", StringComparison.Ordinal) && _actorAt[child] is { } actor) subjects.Add(actor);
            }

            above |= Relation(node) is "ccomp";
        }

        return subjects;
    }

    /// <summary>The two persons joined by "and" that a "they" after them in its sentence means, or nobody.</summary>
    public IReadOnlyList<string> JoinedBefore(int pronoun, Sentence sentence)
    {
        for (int i = pronoun - 1; i >= sentence.FirstToken; i--)
        {
            if (Relation(i) != "conj" || _actorAt[i] is not { } second || !IsPerson(second) || Text.Tokens[i].Head is not (>= 0 and int head)) continue;
            if (_actorAt[head] is { } first && IsPerson(first) && first != second) return [first, second];
        }

        return [];
    }

    /// <summary>Whom the text names as holding in a state the office that somebody holds in his own, or null.</summary>
    /// <param name="state">The state, by its canonical name.</param>
    /// <param name="like">Whose office; when unknown or without one, the highest office named counts.</param>
    public string? HolderOfOffice(string state, string? like)
    {
        string[] offices = [.. Text.Roles.Where(role => role.Actor == like).Select(role => Office(role.Title)).Distinct()];
        RoleMention[] holders = [.. Text.Roles.Where(role => role.Of is not null && StateOf(role.Of) == state && role.Actor != like && !role.Title.StartsWith("former", StringComparison.Ordinal))];
        return holders.FirstOrDefault(role => offices.Contains(Office(role.Title)))?.Actor
            ?? (offices.Length == 0 ? holders.FirstOrDefault(role => Office(role.Title) is "president" or "prime minister" or "leader" or "king" or "queen")?.Actor : null)
            ?? OnlyLeader(state, like);
    }

    /// <summary>Who holds an office in a state: "the presidents of Kestria and Estmere", "the Kestrian and Estmerian leaders"; null when the text names nobody.</summary>
    /// <param name="state">The state, by its canonical name.</param>
    /// <param name="office">The word for the office, in the singular; "leader" is whoever leads.</param>
    public string? HolderOf(string state, string office) =>
        Text.Roles.FirstOrDefault(role => StateOfRole(role) == state && !role.Title.StartsWith("former", StringComparison.Ordinal)
            && (office == "leader" ? IsLeading(role.Title) : role.Title.EndsWith(office, StringComparison.Ordinal)))?.Actor ?? (office is "leader" or "president" ? OnlyLeader(state, null) : null);

    private static bool IsLeading(string title) => Office(title) is "president" or "prime minister" or "leader" or "king" or "queen" or "chancellor" or "premier";

    private string? StateOfRole(RoleMention role) => role.Of is not null ? StateOf(role.Of) : null;

    // Where the article takes the office for known: the one person it names who holds a high office of that state.
    private string? OnlyLeader(string state, string? like)
    {
        string[] leaders = [.. Text.Entities.Where(entity => entity.Type == EntityType.Person && entity.Actor is { } actor && actor != like && StateLedBy(actor) == state)
            .Select(entity => entity.Actor!).Distinct(StringComparer.Ordinal)];
        return leaders is [var one] ? one : null;
    }

    // "X has announced that he will speak with Y": the subject of what is announced is the one who announces.
    private string? Announcer(int pronoun)
    {
        if (_lemmas[pronoun] is not ("he" or "she") || !Relation(pronoun).StartsWith("nsubj", StringComparison.Ordinal)) return null;
        int clause = Text.Tokens[pronoun].Head;
        if (clause < 0 || Relation(clause) != "ccomp") return null;
        // "Let it be known that": the subject stands a verb higher.
        int verb = Text.Tokens[clause].Head;
        for (int steps = 0; steps < 2 && verb >= 0; steps++)
        {
            foreach (int child in _children[verb])
            {
                if (Relation(child) == "nsubj") return _actorAt[child] is { } actor && IsPerson(actor) ? actor : null;
            }

            if (Relation(verb) != "xcomp") break;
            verb = Text.Tokens[verb].Head;
        }

        return null;
    }

    /// <summary>The verb that a noun tells the occasion of, also where the noun hangs on the verb's object ("told her in a call"); -1 when there is none.</summary>
    public int VerbOf(int noun)
    {
        int node = Relation(noun) == "nmod" && Text.Tokens[noun].Head is >= 0 and int named && _actorAt[named] is not null && Relation(named) is "obj" or "iobj" ? Text.Tokens[noun].Head : noun;
        return (node != noun || Relation(noun) == "obl") && Text.Tokens[node].Head is >= 0 and int verb && IsVerb(verb) ? verb : -1;
    }

    /// <summary>The person who is the subject of a verb, or null.</summary>
    public string? SubjectOf(int verb)
    {
        foreach (int child in verb < 0 ? [] : _children[verb])
        {
            if (Relation(child) != "nsubj") continue;
            // "Her spokeswoman Dessa Pellow said": the name may hang on the office.
            return _actorAt[child] is { } actor && IsPerson(actor) ? actor
                : _children[child].Where(name => Relation(name) is "appos" or "flat").Select(name => _actorAt[name]).FirstOrDefault(name => name is not null && IsPerson(name));
        }

        return null;
    }

    /// <summary>The actor that is the subject of the nearest verb at or above a word, or null.</summary>
    public string? SubjectAbove(int i)
    {
        for (int node = i, steps = 0; node >= 0 && steps < 6; node = Text.Tokens[node].Head, steps++)
        {
            foreach (int child in _children[node])
            {
                if (Relation(child).StartsWith("nsubj", StringComparison.Ordinal) && _actorAt[child] is { } actor && IsPerson(actor)) return actor;
            }
        }

        return null;
    }

    // "foreign minister" is another office than "prime minister"; "vice president" than "president".
    private static string Office(string title)
    {
        string[] words = title.Split(' ');
        return words.Length > 1 && words[^1] is "minister" or "secretary" || (words.Length > 1 && words[^2] == "vice") ? $"{words[^2]} {words[^1]}" : words[^1];
    }

    private void Set(TextSpan span, string actor)
    {
        int low = 0, high = Text.Tokens.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Text.Tokens[middle].Span.End <= span.Start) low = middle + 1;
            else high = middle;
        }

        for (int i = low; i < Text.Tokens.Count && Text.Tokens[i].Span.Start < span.End; i++) _actorAt[i] ??= actor;
    }

    private string StateOf(string name) => Gazetteer.English.StateOf.TryGetValue(name.ToLowerInvariant(), out string? state) ? state : name;

    private string Named(string state)
    {
        _typeOf.TryAdd(state, EntityType.GeoPoliticalEntity);
        return state;
    }
}
