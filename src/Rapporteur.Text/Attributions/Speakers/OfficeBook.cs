using Rapporteur.Text.Entities;

namespace Rapporteur.Text.Attributions.Speakers;

/// <summary>Which offices a text gives to which people: "Norland's President Mira Arden", "Edda Bray, the chancellor's spokeswoman".</summary>
internal sealed class OfficeBook
{
    private readonly List<(int At, string Office, string? Portfolio, string? Modifier, string Holder)> _entries = [];
    private readonly Dictionary<string, string?> _spokesmen = new(StringComparer.Ordinal); // whom they speak for: "Kremlin"
    private readonly Dictionary<string, string> _people = new(StringComparer.Ordinal); // full name by surname

    /// <summary>Collects the offices that stand directly before a person's name or between commas behind it.</summary>
    public static OfficeBook Of(Prose prose, NameRoster roster)
    {
        OfficeBook book = new();
        List<Word> words = prose.Words;
        foreach (NameMention mention in roster.Mentions)
        {
            if (!mention.IsPerson) continue;
            book._people[mention.Full[(mention.Full.LastIndexOf(' ') + 1)..]] = mention.Full;
            int at = mention.Words.First - 1;
            if (at >= 0 && words[at].Kind == WordKind.Stop) at--;
            // "Arden's spokeswoman, Edda Bray".
            if (at > 0 && words[at].Kind == WordKind.Comma && words[at - 1].Is(Traits.Office | Traits.Spokesman)) book.Add(prose, at - 1, mention);
            while (at >= 0 && mention.Words.First - at < 5 && words[at].Is(Traits.Title | Traits.Office | Traits.Spokesman))
            {
                if (words[at].Is(Traits.Office | Traits.Spokesman)) book.Add(prose, at, mention);
                at--;
            }

            // "Minister of Defence Lia Bren".
            if (at > 1 && at == mention.Words.First - 1 && Portfolio(prose, at) is not null && (words[at - 1].Is("of") || words[at - 1].Is("for")) && words[at - 2].Is(Traits.Office)) book.Add(prose, at - 2, mention);

            int comma = mention.Words.End;
            if (comma + 2 >= words.Count || words[comma].Kind != WordKind.Comma) continue;
            for (int i = comma + 1; i < words.Count && i < comma + 7 && words[i].IsWordOrNumber; i++)
            {
                // "Lia Bren, who went with the prime minister": another's office.
                if (words[i].Is(Traits.Relative)) break;
                if (!words[i].Is(Traits.Office | Traits.Spokesman)) continue;
                if (!Acts(prose, i)) book.Add(prose, i, mention);
                break;
            }
        }

        return book;
    }

    // "According to Bray, the president informed his guest": who does something behind a comma is another.
    private static bool Acts(Prose prose, int office)
    {
        for (int i = office + 1; i < prose.Words.Count && i < office + 5 && prose.Words[i].IsWordOrNumber && !prose.Words[i].Is(Traits.Relative); i++)
        {
            if (prose.UposOf(i) is "AUX" || (prose.UposOf(i) is "VERB" && prose.Source.Tokens[prose.Words[i].Token].Xpos is "VBD" or "VBZ" or "VBP" or "MD")) return true;
        }

        return false;
    }

    /// <summary>True when the text calls somebody a spokesman, aide or adviser.</summary>
    public bool SpeaksForOthers(string? name) => name is not null && _spokesmen.ContainsKey(name);

    /// <summary>The one spokesman, aide or adviser of the text; null when it has none or several.</summary>
    public string? OnlySpokesman => _spokesmen.Count == 1 ? _spokesmen.Keys.Single() : null;

    /// <summary>True when at most one person of the text holds the office.</summary>
    public bool IsClear(string office) => _entries.Where(e => e.Office == Kind(office)).Select(e => e.Holder).Distinct(StringComparer.Ordinal).Count() <= 1;

    /// <summary>Whom a spokesman means by "the president" or "our president": the one he is said to speak for, or who holds that office in the state he speaks for; null when it is not known.</summary>
    public string? PrincipalOf(Prose prose, string? speaker, WordRange subject)
    {
        if (speaker is null || subject.End - subject.First != 2 || !prose.Words[subject.First].Is(Traits.Possessive | Traits.Determiner)) return null;
        if (!SpeaksForOthers(speaker) || prose.Words[subject.First + 1] is not { Entry: not null } word || !word.Is(Traits.Office)) return null;
        string office = Kind(word.Entry.Word);
        // "Presidential spokesman": an article from home says neither for whom nor, of its own president, of which state.
        if (_spokesmen[speaker] is not { } side) return HolderWithoutState(office);
        // "Arden's spokeswoman": she speaks for a person.
        if (_people.GetValueOrDefault(side) is { } person) return person;
        string? holder = _entries.LastOrDefault(e => e.Office == office && e.Modifier is not null && SameStem(e.Modifier, side)).Holder;
        return holder ?? Leaders.Named(side, office, _people) ?? OnlyOneWithoutState(office, side);
    }

    // "Norland's president", where the text has one president whose state it never says: only for states that the lists do not know, because of the
    // others it is known who leads them.
    private string? OnlyOneWithoutState(string office, string state)
    {
        if (Leaders.IsState(state) || (Gazetteer.English.OfPhrase(state) & (Known.State | Known.Demonym)) != Known.Nothing) return null;
        return HolderWithoutState(office);
    }

    /// <summary>True when the text calls somebody the spokesman of one side, and somebody else the officer of another.</summary>
    public bool IsOfAnotherSide(string? spokesman, string officer) =>
        spokesman is not null && _spokesmen.GetValueOrDefault(spokesman) is { } side && !_people.ContainsKey(side)
        && _entries.Exists(e => e.Holder == officer && e.Modifier is not null) && !_entries.Exists(e => e.Holder == officer && e.Modifier is not null && SameStem(e.Modifier, side));

    private string? HolderWithoutState(string office)
    {
        string[] holders = [.. _entries.Where(e => e.Office == office && _entries.All(other => other.Holder != e.Holder || other.Office != office || other.Modifier is null)).Select(e => e.Holder).Distinct(StringComparer.Ordinal)];
        return holders.Length == 1 ? holders[0] : null;
    }

    /// <summary>The last person before a noun phrase, else the first after it, who holds the office it names; null when it names none or nobody holds it.</summary>
    public string? HolderOf(Prose prose, int first, int head)
    {
        Word word = prose.Words[head];
        if (!word.Is(Traits.Office | Traits.Spokesman) || !Definite(prose, first)) return null;
        string office = Kind(word.Entry!.Word);
        string? modifier = ModifierOf(prose, head, first) ?? StateAfter(prose, head + 1);
        string? before = null, after = null;
        string? portfolio = PortfolioOf(prose, head);
        foreach ((int at, string held, string? duty, string? adjective, string holder) in _entries)
        {
            if (held != office && (office != "leader" || !Leads(held, duty))) continue;
            if (portfolio is not null && duty is not null && portfolio != duty) continue;
            if (modifier is not null && (adjective is null || !SameStem(adjective, modifier))) continue;
            if (at < head) before = holder;
            else after ??= holder;
        }

        return before ?? after ?? (modifier is null ? null : Leaders.Named(modifier, office, _people) ?? OnlyOneWithoutState(office, modifier));
    }

    // Who may be called "the leader": heads of state and government, not their ministers and spokesmen.
    private static bool Leads(string office, string? portfolio) => office is "president" or "leader" or "chancellor" or "king" or "queen" or "emperor" or "monarch" || (office == "minister" && portfolio is null or "prime");

    // "The defence minister" is not the foreign minister: the word before a minister or secretary, or behind "of" and "for".
    private static string? PortfolioOf(Prose prose, int office)
    {
        if (prose.Words[office].Is("premier")) return "prime";
        if (!prose.Words[office].Is("minister") && !prose.Words[office].Is("secretary")) return null;
        if (office > 0 && Portfolio(prose, office - 1) is { } before) return before;
        return office + 2 < prose.Words.Count && (prose.Words[office + 1].Is("of") || prose.Words[office + 1].Is("for")) ? Portfolio(prose, office + 2) : null;
    }

    private static string? Portfolio(Prose prose, int word)
    {
        string lower = prose.Words[word].Span.In(prose.Text).ToLowerInvariant();
        return lower switch
        {
            "defense" => "defence",
            "home" => "interior",
            "treasury" => "finance",
            _ => Portfolios.Contains(lower) ? lower : null,
        };
    }

    private static readonly HashSet<string> Portfolios = new(StringComparer.Ordinal)
    {
        "prime", "foreign", "defence", "interior", "finance", "justice", "economy", "energy", "trade", "health", "education", "agriculture", "transport", "environment", "culture", "labour", "industry", "information",
    };

    private static bool Definite(Prose prose, int first) =>
        prose.Words[first].Is("the") || prose.Words[first].Is("our") || prose.Words[first].Capital || prose.Words[first].Is(Traits.Possessive);

    private void Add(Prose prose, int at, NameMention mention)
    {
        Word word = prose.Words[at];
        if (word.Is(Traits.Spokesman) && _spokesmen.GetValueOrDefault(mention.Full) is null) _spokesmen[mention.Full] = ModifierOf(prose, at, at - 4);
        if (!word.Is(Traits.Office | Traits.Spokesman)) return;
        (int, string Office, string? Portfolio, string? Modifier, string Holder) entry = (at, Kind(word.Entry!.Word), PortfolioOf(prose, at), ModifierOf(prose, at, at - 4) ?? StateBehind(prose, mention), mention.Full);
        bool known = _entries.Count > 0 && _entries[^1].Office == entry.Office && _entries[^1].Portfolio == entry.Portfolio && _entries[^1].Modifier == entry.Modifier && _entries[^1].Holder == entry.Holder;
        if (!known) _entries.Add(entry);
    }

    // "The newly elected president of the United States": not the president whom the text has named before.
    private static string? StateAfter(Prose prose, int of)
    {
        if (of + 1 >= prose.Words.Count || !prose.Words[of].Is("of")) return null;
        int first = prose.Words[of + 1].Is("the") ? of + 2 : of + 1, end = first;
        while (end < prose.Words.Count && prose.Words[end] is { Capital: true, Kind: WordKind.Word }) end++;
        return end > first && Leaders.IsState(prose.SpanOf(first, end).In(prose.Text)) ? prose.SpanOf(first, end).In(prose.Text) : null;
    }

    // "President Mira Arden of Norland".
    private static string? StateBehind(Prose prose, NameMention mention)
    {
        int of = mention.Words.End;
        return of + 1 < prose.Words.Count && prose.Words[of].Is("of") && prose.Words[of + 1] is { Capital: true } state ? state.Span.In(prose.Text) : null;
    }

    // The capitalised word before an office: "Norlandic" in "the Norlandic prime minister", "Norland" in "Norland's president".
    private static string? ModifierOf(Prose prose, int office, int limit)
    {
        for (int i = office - 1; i >= Math.Max(0, limit); i--)
        {
            Word word = prose.Words[i];
            if (word.IsGenitive || word.Is(Traits.Office | Traits.Title)) continue;
            if (!word.IsWordOrNumber) return null;
            if (word.Capital && !word.Is(Traits.Determiner | Traits.Pronoun | Traits.Preposition | Traits.Possessive)) return word.Span.In(prose.Text);
        }

        return null;
    }

    // Heads of state and government are called by one another's titles.
    private static string Kind(string office) => office switch
    {
        "spokeswoman" or "spokesperson" => "spokesman",
        "advisor" or "aide" => "adviser",
        "leader" or "head" or "ruler" or "dictator" or "strongman" or "autocrat" or "statesman" => "leader",
        "premier" or "minister" => "minister",
        _ => office,
    };

    // "Norland" and "Norlandic", "Slovak" and "Slovakian": the same first letters.
    private static bool SameStem(string one, string other)
    {
        int length = Math.Max(3, Math.Min(one.Length, other.Length) - 2);
        return one.Length >= length && other.Length >= length && string.CompareOrdinal(one, 0, other, 0, length) == 0;
    }
}
