using Rapporteur.Text.Actors;

namespace Rapporteur.Positions.Keeping;

/// <summary>One way in which an appearance names who speaks: the source as written where it names an office, the speaker, whom he speaks for, the side the article tells, and the place from which it reports.</summary>
internal readonly record struct Naming(string Source, string? Speaker, string? OnBehalfOf, string? Side, string? Dateline = null);

/// <summary>Who is who among the names of a record, and for which state each speaks: a function of the set of namings, however often each occurs.</summary>
/// <remarks>
/// "Varden" and "President of Kestria Ilsko Varden" are Ilsko Varden where no other Varden speaks; "Kestria's president" is whoever other articles call so.
/// </remarks>
internal sealed class ActorBook
{
    private const int ShortestSurname = 4;
    private const int LongestAcronym = 3;

    // Fewer reports from a place may be of guests; chosen by reading which places the dossiers for learning have as seats.
    private const int LeastFromSeat = 3;
    private const double ShareFromSeat = 0.6;

    // "Union of Harbour Workers of the Republic" has no more words.
    private const int MostOfBody = 6;
    private static readonly HashSet<string> Between = new(StringComparer.Ordinal) { "to", "of", "for", "by", "with", "and", "against" };
    private static readonly string[] Titles = ["mr", "mrs", "ms", "dr", "sir", "president", "minister", "excellency", "comrade", "madam", "madame"];

    // Titles that other names begin with as well: dropped before somebody who is known.
    private static readonly HashSet<string> Ranks = new(StringComparer.Ordinal) { "general", "colonel", "major", "captain", "commander", "admiral", "judge", "professor", "prof", "bishop", "senator", "lord", "lady", "sheikh", "imam", "mayor", "governor", "brother", "sister", "host", "ambassador" };

    // Full names by their last word.
    private readonly Dictionary<string, SortedDictionary<string, int>> _byLast = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<string, int>> _sides = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<string, int>> _told = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<string, int>> _inherited = new(StringComparer.Ordinal);
    private readonly Dictionary<(string State, string Office), SortedDictionary<string, int>> _holders = [];
    // Full names by how they and their last words sound.
    private readonly Dictionary<string, SortedDictionary<string, int>> _bySound = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> _lastSounds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> _offices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> _voices = new(StringComparer.Ordinal);
    // Longer names of bodies by their last words: "Front" of "Norlandic People's Front".
    private readonly Dictionary<string, SortedSet<string>> _byEnding = new(StringComparer.Ordinal);
    private readonly HashSet<string> _bodies = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _singles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _seats = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _canonical = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _side = new(StringComparer.Ordinal);

    public ActorBook(IReadOnlyCollection<Naming> namings)
    {
        foreach (Naming naming in namings)
        {
            Learn(naming.Speaker);
            Learn(naming.OnBehalfOf);
            if (naming is { Speaker: { } body, Source: "" } && body.Contains(' ', StringComparison.Ordinal)) _bodies.Add(body);
            // A state that the words of an article tell is known by its name everywhere.
            if (naming.Side is { } state && !state.Contains(' ', StringComparison.Ordinal)) _singles.Add(state);
        }

        foreach (Naming naming in namings)
        {
            // "Prime Minister Ada Orr": of which state is told elsewhere, or nowhere.
            if (naming.Speaker is { } titled && SourceOffice.Alone(naming.Source) is { Office: var alone } && OfName(titled) is var full && full.Contains(' ', StringComparison.Ordinal)) Add(_offices, full, BareOffice.Plain(alone));
            if (naming.Speaker is not { } speaker || OfficeIn(naming.Source) is not { } held) continue;
            string name = OfName(speaker);
            if (name.Contains(' ', StringComparison.Ordinal) && !SourceOffice.In(name).Any())
            {
                Count(_holders, held, name);
                Add(_offices, name, BareOffice.Plain(held.Office));
            }

            Count(_sides, name, held.State);
        }

        foreach (Naming naming in namings)
        {
            if ((naming.OnBehalfOf ?? naming.Speaker) is { } holder && naming.Side is { } told && StateOf(told) is { } side) Count(_told, OfName(holder), side);
        }

        LearnSought(namings);
        foreach (Naming naming in namings)
        {
            if (naming is { Speaker: { } voice, OnBehalfOf: { } principal } && _offices.TryGetValue(OfName(voice), out SortedSet<string>? held) && held.Any(BareOffice.SpeaksForOthers)) Add(_voices, OfName(principal), OfName(voice));
        }

        // Who speaks for somebody speaks for his side; told by the side of the one he speaks for most.
        foreach (Naming naming in namings)
        {
            if (naming is { Speaker: { } speaker, OnBehalfOf: { } principal } && OwnSide(Canonical(speaker)) is null && OwnSide(Canonical(principal)) is { } side) Count(_inherited, Canonical(speaker), side);
        }

        LearnSeats(namings);
    }

    // "Talmar will not move": a place that speaks is the seat of those whose words are mostly reported from there.
    private void LearnSeats(IReadOnlyCollection<Naming> namings)
    {
        Dictionary<string, SortedDictionary<string, int>> reported = new(StringComparer.Ordinal);
        foreach (Naming naming in namings)
        {
            if (naming is { Dateline: { } place, Speaker: { } speaker } && StateWords.Known(place) is null && Side(Canonical(speaker)) is { } side && side != place) Count(reported, place, side);
        }

        _side.Clear();
        foreach ((string place, SortedDictionary<string, int> sides) in reported)
        {
            int all = sides.Values.Sum();
            if (Most(sides) is var state && sides[state] >= LeastFromSeat && sides[state] > ShareFromSeat * all && !_byLast.ContainsKey(Key(place))) _seats[place] = state;
        }
    }

    // "Norland’s president" in one report, "President Ada Orr" in others: she, where she is the only president of whom no state is told.
    private void LearnSought(IReadOnlyCollection<Naming> namings)
    {
        (string State, string Office)[] sought = [.. namings.Select(naming => naming.Speaker is { } speaker && SourceOffice.In(speaker).Any() ? OfficeIn(speaker) : null)
            .OfType<(string State, string Office)>().Distinct().Where(office => !_holders.ContainsKey(office)).OrderBy(office => office.State, StringComparer.Ordinal).ThenBy(office => office.Office, StringComparer.Ordinal)];
        foreach (var same in sought.GroupBy(office => office.Office, StringComparer.Ordinal))
        {
            string[] holding = [.. _offices.Where(known => known.Value.Any(held => BareOffice.Is(held, same.Key)) && OwnSide(known.Key) is null).Select(known => known.Key).Take(2)];
            if (holding is not [var one] || same.Count() != 1) continue;
            Count(_sides, one, same.First().State);
            Count(_holders, same.First(), one);
        }
    }

    // "What observers call a retreat" has no speaker, and a paper or a report stands for whoever wrote it.
    private static readonly HashSet<string> Asking = new(StringComparer.Ordinal) { "what", "which", "who", "whose", "whoever", "whatever", "few", "none", "some", "any" };
    private static readonly HashSet<string> Papers = new(StringComparer.Ordinal) { "statement", "report", "reports", "letter", "document", "documents", "text", "article", "paper", "poll", "survey", "headline", "caption" };

    /// <summary>Whether a name can be somebody with a position: no question word, and no paper.</summary>
    public static bool IsSomebody(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && !Asking.Contains(words[0].ToLowerInvariant()) && (words.Any(word => char.IsUpper(word[0])) || !Papers.Contains(words[^1]));
    }

    /// <summary>The name under which a name's positions stand.</summary>
    public string Canonical(string name)
    {
        if (_canonical.TryGetValue(name, out string? known)) return known;
        string found = OfName(name);
        if (OfficeIn(name) is { } held && Holder(held.State, held.Office) is { } holder) found = holder;
        // "Mr Varden’s spokesman": the one who speaks for him, if there is one.
        else if (BareOffice.PrincipalIn(name) is { } principal && VoiceOf(OfName(principal)) is { } voice) found = voice;
        // "Mr Varden’s aides" speak as he does.
        else if (BareOffice.OfHousehold(name) is { } head) found = OfName(head);
        // "The Zembian": the state, where nobody is called so.
        else if (!found.Contains(' ', StringComparison.Ordinal) && StateOf(found) is { } state && StateWords.IsAdjectiveOf(found, state)) found = state;
        return _canonical[name] = found;
    }

    // The one who speaks for somebody: of his own side, where that is known; else the only spokesman of that side.
    private string? VoiceOf(string principal)
    {
        string? side = OwnSide(principal);
        string[] voices = _voices.TryGetValue(principal, out SortedSet<string>? known) ? [.. known.Where(voice => OwnSide(voice) is not { } own || own == side)] : [];
        if (voices.Length != 1 && side is not null) voices = [.. _offices.Where(held => held.Value.Any(BareOffice.SpeaksForOthers) && OwnSide(held.Key) == side).Select(held => held.Key).Take(2)];
        return voices is [var one] ? one : null;
    }

    /// <summary>The name for one whom an article calls by an office alone ("the President"): the one among its speakers who holds it, as the record has it; else the name itself.</summary>
    /// <param name="name">As the article has it.</param>
    /// <param name="speakers">Who else speaks in the article.</param>
    public string Canonical(string name, IEnumerable<string> speakers)
    {
        if (BareOffice.Of(name) is not { } office) return Canonical(name);
        string[] holding = [.. speakers.Where(speaker => BareOffice.Of(speaker) is null).Select(Canonical).Distinct(StringComparer.Ordinal)
            .Where(speaker => _offices.TryGetValue(speaker, out SortedSet<string>? held) && held.Any(one => BareOffice.Is(one, office)))];
        return holding is [var one] ? one : Canonical(name);
    }

    /// <summary>The state that somebody speaks for by office, wherever the record tells; null when it does not.</summary>
    public string? Side(string canonical)
    {
        if (_side.TryGetValue(canonical, out string? known)) return known;
        // A state speaks for itself, whatever office its name is met with.
        if (_holders.Keys.Any(held => held.State == canonical)) return _side[canonical] = canonical;
        return _side[canonical] = OwnSide(canonical) ?? (_inherited.TryGetValue(canonical, out SortedDictionary<string, int>? sides) ? Most(sides) : null);
    }

    /// <summary>Who holds an office of a state, as most articles have it; null when none tells.</summary>
    public string? Holder(string state, string office)
    {
        string plain = BareOffice.Plain(office);
        if (_holders.TryGetValue((state, plain), out SortedDictionary<string, int>? holders)) return Most(holders);
        // "Prime Minister Ada Orr", where she speaks for the state by other words.
        string[] holding = [.. _offices.Where(known => known.Value.Any(held => BareOffice.Is(held, plain)) && OwnSide(known.Key) == state).Select(known => known.Key).Take(2)];
        return holding is [var one] ? one : null;
    }

    /// <summary>The state whose government a name means ("Ada Orr’s government"); the name itself where it means none.</summary>
    public string OfGovernment(string canonical) => BareOffice.HeadIn(canonical) is { } head && Side(Canonical(head)) is { } state ? state : canonical;

    /// <summary>Whether the record has somebody in an office of speaking for others.</summary>
    public bool SpeaksForOthers(string canonical) => _offices.TryGetValue(canonical, out SortedSet<string>? held) && held.Any(BareOffice.SpeaksForOthers);

    // The words of a source are surer than what its article tells somewhere.
    private string? OwnSide(string canonical) =>
        _sides.TryGetValue(canonical, out SortedDictionary<string, int>? sides) || _told.TryGetValue(canonical, out sides) ? Most(sides)
        : _seats.TryGetValue(canonical, out string? seated) ? seated
        : StateBody.StateIn(canonical) is { } state ? StateOf(state) : null;

    private void Learn(string? name)
    {
        if (name is null) return;
        string[] words = Words(name);
        if (words.Length == 1) _singles.Add(words[0]);
        LearnEndings(words);
        if (IsShouted(words)) return;
        // "President of Kestria Ilsko Varden" is no name to bring others to.
        if (words.Length is not (2 or 3) || !char.IsUpper(words[0][0]) || SourceOffice.In(string.Join(' ', words)).Any()) return;
        string full = string.Join(' ', words);
        Count(_byLast, Key(words[^1]), full);
        Count(_bySound, NameSound.Key(Key(full)), full);
        if (words.Length == 2) Add(_lastSounds, NameSound.Key(Key(words[^1])), NameSound.Key(Key(full)));
    }

    // "Front", "Business Council": what a body is called once it has been named. What follows "of" is another's name.
    private void LearnEndings(string[] words)
    {
        if (words.Length is < 2 or > MostOfBody || !words.All(word => char.IsUpper(word[0]) || Between.Contains(word) || word == "the")) return;
        for (int i = 1; i < words.Length; i++)
        {
            if (char.IsUpper(words[i][0]) && char.IsUpper(words[i - 1][0])) Add(_byEnding, Key(string.Join(' ', words[i..])), string.Join(' ', words));
        }
    }

    // "TARIK ORR": a transcript's way to write who speaks, and no other name; "EU" is one.
    private static bool IsShouted(string[] words) => words.Length > 0 && words.All(word => word.Length > LongestAcronym && !word.Any(char.IsLower));

    // The spelling that most have of a name that sounds so.
    private string OfName(string name)
    {
        string spelt = OfSpelling(name);
        if (_bySound.TryGetValue(NameSound.Key(Key(spelt)), out SortedDictionary<string, int>? alike)) return Most(alike);
        // "Warden", where no other name sounds so.
        bool surname = spelt.Length >= ShortestSurname && !spelt.Contains(' ', StringComparison.Ordinal) && char.IsUpper(spelt[0]) && !_byLast.ContainsKey(Key(spelt)) && StateWords.Known(spelt) is null;
        return surname && _lastSounds.TryGetValue(NameSound.Key(Key(spelt)), out SortedSet<string>? full) && full.Count == 1 ? Most(_bySound[full.Min!]) : spelt;
    }

    private string OfSpelling(string name)
    {
        string[] words = WithoutRank(Words(name));
        if (words.Length == 0) return name;
        if (Within(words) is { } inner) return inner;
        if (!char.IsUpper(words[^1][0])) return name;
        bool known = _byLast.TryGetValue(Key(words[^1]), out SortedDictionary<string, int>? full);
        // "T. Orr", where one Orr's name begins so.
        if (known && words is [[_, '.'], _] && full!.Keys.Where(other => other[0] == words[0][0] && other.Contains(' ', StringComparison.Ordinal) && other[1] != '.').Take(2).ToArray() is [var initialled]) return initialled;
        if (words.Length > 1 && IsShouted(words)) return full?.Keys.FirstOrDefault(other => Key(other) == Key(string.Join(' ', words))) ?? string.Join(' ', words.Select(word => word[0] + word[1..].ToLowerInvariant()));
        if (StateWords.Known(words[^1]) is null && _byEnding.TryGetValue(Key(string.Join(' ', words)), out SortedSet<string>? longer) && longer is { Count: 1 } && !(known && full!.ContainsKey(string.Join(' ', words)))) return longer.Min!;
        if (full is null) return words.Length == 1 ? words[0] : name;
        if (words.Length == 1)
        {
            // A state, and whom no other shares the name with.
            if (StateWords.Known(words[0]) is not null) return words[0];
            string[] shortest = [.. full.Keys.Where(known => !full.Keys.Any(other => other != known && known.EndsWith(" " + other, StringComparison.Ordinal)))];
            return shortest is [var one] ? one : words[0];
        }

        string whole = string.Join(' ', words);
        // "Aides to Ada Orr" are not she.
        string? within = full.Keys.Where(known => whole.EndsWith(" " + known, StringComparison.Ordinal) && !Between.Contains(words[^(known.Count(character => character == ' ') + 2)])).MinBy(known => known.Length);
        return within ?? (full.ContainsKey(whole) || whole != name ? whole : name);
    }

    // "Furious Ada Orr last night": a full name with words about it that name nobody else.
    private string? Within(string[] words)
    {
        for (int end = 2; end < words.Length; end++)
        {
            if (words[end].Length == 0 || char.IsUpper(words[end][0]) || words[end] is "and" or "or" or "of" || !_byLast.TryGetValue(Key(words[end - 1]), out SortedDictionary<string, int>? full)) continue;
            string before = string.Join(' ', words[..end]);
            if (words[..end].All(word => char.IsUpper(word[0])) && full.Keys.Where(known => before == known || before.EndsWith(" " + known, StringComparison.Ordinal)).MinBy(known => known.Length) is { } found) return found;
        }

        return null;
    }

    private (string State, string Office)? OfficeIn(string words)
    {
        foreach ((string word, string office) in SourceOffice.In(words))
        {
            if (StateOf(word) is { } state) return (state, BareOffice.Plain(office));
        }

        return null;
    }

    // A state's name or adjective, of the lists or as this record's speakers are called.
    private string? StateOf(string word)
    {
        if (_states.TryGetValue(word, out string? known)) return known;
        string? state = StateWords.Known(word);
        // A party or union, whose leader is named by it.
        if (state is null && word.Contains(' ', StringComparison.Ordinal) && _bodies.Contains(word)) state = word;
        // "The Zembian" is of Zembia, also where he is called so himself.
        if (state is null && !_byLast.ContainsKey(Key(word))) state = _singles.FirstOrDefault(name => name != word && StateWords.IsAdjectiveOf(word, name)) ?? (_singles.Contains(word) ? word : null);
        return _states[word] = state;
    }

    private static string[] Words(string name)
    {
        string[] words = name.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        // "Zembian President Ada Orr": the name follows the office.
        foreach ((_, string office) in SourceOffice.In(name))
        {
            int end = Array.FindLastIndex(words, word => string.Equals(word, office[(office.LastIndexOf(' ') + 1)..], StringComparison.OrdinalIgnoreCase));
            if (end >= 0 && end < words.Length - 1 && words.Skip(end + 1).All(word => char.IsUpper(word[0]))) return words[(end + 1)..];
        }

        // "Minister of Defence Lia Bren".
        if (SourceOffice.Alone(name) is { Name: var titled } && name.EndsWith(titled, StringComparison.Ordinal)) return titled.Split(' ');
        int skip = 0;
        while (skip < words.Length - 1 && Titles.Contains(words[skip].TrimEnd('.').ToLowerInvariant())) skip++;
        return words[skip..];
    }

    // "General Orr", where an Orr is known by another first name.
    private string[] WithoutRank(string[] words) =>
        words.Length > 1 && Ranks.Contains(words[0].TrimEnd('.').ToLowerInvariant()) && _byLast.TryGetValue(Key(words[^1]), out SortedDictionary<string, int>? full) && full.Keys.Any(name => !name.StartsWith(words[0], StringComparison.Ordinal)) ? words[1..] : words;

    private static string Key(string word) => Folding.Key(word);

    private static void Add(Dictionary<string, SortedSet<string>> into, string key, string what)
    {
        if (!into.TryGetValue(key, out SortedSet<string>? all)) into[key] = all = new(StringComparer.Ordinal);
        all.Add(what);
    }

    private static void Count<TKey>(Dictionary<TKey, SortedDictionary<string, int>> into, TKey key, string what)
        where TKey : notnull
    {
        if (!into.TryGetValue(key, out SortedDictionary<string, int>? counts)) into[key] = counts = new(StringComparer.Ordinal);
        counts[what] = counts.GetValueOrDefault(what) + 1;
    }

    private static string Most(SortedDictionary<string, int> counts) => counts.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).First().Key;
}
