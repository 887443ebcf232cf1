using Rapporteur.Text.Actors;
using Rapporteur.Text.Encounters;
using Rapporteur.Text.Entities;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Stances;

/// <summary>Tells whether a subject stands for the one who speaks: himself, his principal, or the state whose office he holds.</summary>
internal sealed class StanceHolder
{
    // A title stands with the first mentions or nowhere, and is no longer than this.
    private const int MentionsRead = 3;
    private const int LongestTitle = 50;

    private static readonly string[] Heads = ["president", "premier", "chancellor"];
    private static readonly string[] Both = ["side", "leader", "president", "party", "delegation", "government", "minister"];
    private static readonly string[] First = ["i", "we", "us", "our", "my", "me"];
    private static readonly Lazy<string[]> Offices = new(() => [.. EmbeddedData.Lines("Languages/English/side-offices.txt")]);

    private static readonly Lazy<Dictionary<string, string>> Seats = new(() =>
        EmbeddedData.Lines("Languages/English/seats.tsv").Select(line => line.Split('\t')).ToDictionary(cells => cells[0], cells => cells[1], StringComparer.Ordinal));

    // One who holds two states' offices (a dependency's) speaks for the one that is a state of its own name first met; kings speak through ministers.
    private static readonly Lazy<ILookup<string, OfficeHolder>> Leaders = new(() =>
        OfficeHolder.All().Where(holder => (Gazetteer.English.OfPhrase(holder.State) & Known.State) != Known.Nothing).OrderBy(holder => holder.Since).ToLookup(holder => holder.Words[^1], StringComparer.Ordinal));

    private readonly EncounterText _tree;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly bool _speakerKnown;
    private readonly bool _official;

    public StanceHolder(EncounterText tree, Attribution attribution)
    {
        _tree = tree;
        _speakerKnown = attribution.Speaker is not null;
        foreach (string? name in new[] { attribution.Speaker, attribution.OnBehalfOf })
        {
            if (name is null) continue;
            string own = StateOf(name);
            _names.Add(own);
            if (own != name || Gazetteer.English.StateOf.ContainsKey(name.ToLowerInvariant())) Side ??= own;
            foreach (RoleMention role in tree.Text.Roles)
            {
                if (role.Actor != name || role.Of is not { } of) continue;
                _names.Add(StateOf(of));
                if (Speaks(role.Title)) Side ??= StateOf(of);
            }

            Side ??= OfficeOf(name);
        }

        Side ??= OfSource(attribution) ?? OfTitle(attribution.OnBehalfOf ?? attribution.Speaker);
        if (Side is not null) _names.Add(Side);
        _official = Side is null && HasOffice(attribution);
        SpeaksForOthers = attribution.Source.Any(span => span.In(tree.Text.Text).Contains("spokes", StringComparison.OrdinalIgnoreCase))
            || tree.Text.Roles.Any(role => role.Actor is { } actor && actor == attribution.Speaker && role.Title.Contains("spokes", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The state that the speaker or his principal speaks for by office, or null.</summary>
    public string? Side { get; }

    /// <summary>Whether the subject of a predicate is the speaker or his side. No subject at all counts as his.</summary>
    public bool Holds(int predicate)
    {
        int subject = Subject(predicate);
        if (subject < 0) return true;
        string written = _tree.Written(subject);
        if (First.Contains(written)) return true;
        if (_tree.Children(subject).Any(child => First.Contains(_tree.Written(child)))) return true;
        // "Norland will not leave", an official says of whom the text does not tell whose he is: a state that he speaks for.
        if (_official && _tree.ActorAt(subject) is { } state && !_tree.IsPerson(state) && _tree.TypeOf(state) != EntityType.Place) return true;
        if (_tree.ActorAt(subject) is { } actor) return !_speakerKnown || _names.Contains(StateOf(actor)) || (Side is not null && SideOf(actor) == Side);
        if (written is "you" or "who" or "which" or "that") return false;
        // "The two presidents agreed", "both sides are ready": the speaker's is one of them.
        if (_tree.Text.Tokens[subject].Xpos == "NNS" && Both.Contains(_tree.Lemma(subject)) && !_tree.Children(subject).Any(child => _tree.Relation(child) is "amod" or "nmod" or "compound")) return true;
        return _tree.Text.Tokens[subject].Upos == "PRON" && written is not ("it" or "this" or "everyone" or "nobody" or "someone")
            || _tree.Lemma(subject) is "side" or "government" or "country" or "leadership"
            // "the president" in a spokesman's mouth, where the text does not tell which.
            || ((Side is not null || _official) && _tree.ActorAt(subject) is null && _tree.Text.Tokens[subject].Upos == "NOUN" && Heads.Contains(_tree.Lemma(subject)) && _tree.Children(subject).Count <= 1);
    }

    /// <summary>Whether the subject of a predicate is the speaker, or his side by its name or as "our": no pronoun of a third person, and nobody left unsaid.</summary>
    public bool HoldsPlainly(int predicate)
    {
        int subject = Subject(predicate);
        if (subject < 0) return false;
        string written = _tree.Written(subject);
        if (written is "i" or "we" || _tree.Children(subject).Any(child => _tree.Relation(child) == "nmod:poss" && _tree.Written(child) is "our" or "my")) return true;
        return _tree.Text.Tokens[subject].Upos != "PRON" && _tree.ActorAt(subject) is { } actor && ((_official && !_tree.IsPerson(actor) && _tree.TypeOf(actor) != EntityType.Place) || _names.Contains(StateOf(actor)) || (Side is not null && SideOf(actor) == Side));
    }

    /// <summary>Whether the actor at a token is the speaker or his side.</summary>
    public bool Is(int token) => _tree.ActorAt(token) is { } actor && _names.Contains(StateOf(actor));

    /// <summary>The subject of a predicate, also the one it shares with another; -1 when there is none.</summary>
    public int Subject(int predicate)
    {
        for (int steps = 0; predicate >= 0 && steps < 4; steps++)
        {
            foreach (int child in _tree.Children(predicate))
            {
                if (_tree.Relation(child) is "nsubj" or "nsubj:pass" or "nsubj:outer") return child;
            }

            // "is ready and willing to": the subject stands with the first of them.
            if (_tree.Relation(predicate) is not ("conj" or "xcomp")) return -1;
            predicate = _tree.Text.Tokens[predicate].Head;
        }

        return -1;
    }

    // "the Slovak leader", "Moscow": what the source's own words tell.
    private string? OfSource(Attribution attribution)
    {
        foreach (int i in StanceParts.Tokens(_tree, attribution.Source).Order().Distinct())
        {
            if (!attribution.Source.Any(span => span.Contains(_tree.Text.Tokens[i].Span))) continue;
            if (i + 1 < _tree.Text.Tokens.Count && _tree.StateOfAdjective(i) is { } state && Speaks(OfficeWords(i + 1))) return state;
            // "Moscow", and not "a resident of Moscow".
            Token head = _tree.Text.Tokens[Math.Max(0, _tree.Text.Tokens[i].Head)];
            bool heads = _tree.Text.Tokens[i].Head < 0 || !attribution.Source.Any(span => span.Contains(head.Span));
            if (heads && _tree.ActorAt(i) is { } actor && (StateOf(actor) != actor || Gazetteer.English.StateOf.ContainsKey(actor.ToLowerInvariant()))) return StateOf(actor);
        }

        return null;
    }

    // "Zembian Foreign Minister Ada Orr", "Zembia's president": also where no list has the state, but the text names it.
    private string? OfTitle(string? name)
    {
        if (name is null) return null;
        foreach (EntityMention mention in _tree.Text.Entities.Where(mention => mention.Actor == name && mention.Type == EntityType.Person).Take(MentionsRead))
        {
            int from = mention.Span.Start;
            while (from > 0 && mention.Span.Start - from < LongestTitle && _tree.Text.Text[from - 1] is not ('.' or '\n' or '”' or '“')) from--;
            string before = _tree.Text.Text[from..mention.Span.Start].TrimEnd(' ', ',');
            foreach ((string word, string office) in SourceOffice.In(before + " X"))
            {
                // What stands further before belongs to somebody else.
                if (!before.EndsWith(office, StringComparison.OrdinalIgnoreCase) && !before.EndsWith("of " + word, StringComparison.Ordinal)) continue;
                if (StateWords.Known(word) is { } state) return state;
                EntityMention? place = _tree.Text.Entities.FirstOrDefault(entity => entity.Type == EntityType.GeoPoliticalEntity && entity.Actor is { } named && (named == word || StateWords.IsAdjectiveOf(word, named)));
                if (place is not null) return place.Actor;
            }
        }

        return null;
    }

    /// <summary>Whether the speaker speaks for a state, named or not.</summary>
    public bool Official => Side is not null || _official;

    /// <summary>Whether the speaker speaks for another by office.</summary>
    public bool SpeaksForOthers { get; }

    // "The presidential spokesman": by his title, or the source's own words; "our president has said" in his mouth.
    private bool HasOffice(Attribution attribution) =>
        _tree.Text.Roles.Any(role => role.Actor is { } actor && (actor == attribution.Speaker || actor == attribution.OnBehalfOf) && Speaks(role.Title))
        || Opens(attribution.Content[0].In(_tree.Text.Text).ToLowerInvariant())
        || attribution.Source.Any(span => Speaks(span.In(_tree.Text.Text).ToLowerInvariant()));

    private static bool Opens(string content) => content.StartsWith("our ", StringComparison.Ordinal) && Heads.Any(head => content.StartsWith("our " + head, StringComparison.Ordinal));

    private string OfficeWords(int from) => string.Join(' ', Enumerable.Range(from, Math.Min(3, _tree.Text.Tokens.Count - from)).Select(_tree.Written));

    // The state that a person speaks for by an office named in this text, or known of old.
    private string? SideOf(string actor)
    {
        foreach (RoleMention role in _tree.Text.Roles)
        {
            if (role.Actor == actor && role.Of is { } of && Speaks(role.Title)) return StateOf(of);
        }

        return OfficeOf(actor);
    }

    private static string? OfficeOf(string name)
    {
        List<string> words = NameFolding.Words(name);
        return words.Count < 2 ? null : Leaders.Value[words[^1]].FirstOrDefault(holder => holder.Office != "king" && holder.IsCalled(words))?.State;
    }

    private static bool Speaks(string title) =>
        !Offices.Value.Any(word => word[0] == '-' && title.Contains(word[1..], StringComparison.Ordinal))
        && Offices.Value.Any(word => word[0] != '-' && title.Contains(word, StringComparison.Ordinal));

    private static string StateOf(string name) =>
        Gazetteer.English.StateOf.TryGetValue(name.ToLowerInvariant(), out string? state) || Seats.Value.TryGetValue(name.ToLowerInvariant(), out state) ? state : name;
}
