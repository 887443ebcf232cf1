using Rapporteur.Text.Entities;

namespace Rapporteur.Text.Actors;

/// <summary>Which names stand for one actor, in whatever article they are met: spellings of a person, other names of a state, holders of high offices.</summary>
/// <remarks>
/// Facts that hold before any article is read: states from the World Factbook, holders of high offices from there and from congress-legislators.
/// What one article tells (full name and surname, initials and body) the article's own reading binds. Nobody is put together on a surname
/// alone: a lone surname is bound to a holder of office only where the article names his state and no other holder bears it.
/// </remarks>
public sealed class ActorRegistry
{
    /// <summary>The registry of English names.</summary>
    public static ActorRegistry English { get; } = new(OfficeHolder.All());

    // Whoever is elected is in the news before he takes office, and for some time after he has left it.
    private const int DaysBefore = 120, DaysAfter = 365;

    private readonly ILookup<string, OfficeHolder> _bySurname;

    internal ActorRegistry(IEnumerable<OfficeHolder> holders) => _bySurname = holders.ToLookup(holder => holder.Words[^1], StringComparer.Ordinal);

    /// <summary>The one form of a name that is shown: "Volodymyr Zelensky" and "Vladimir Zelenskiy" → "Volodymyr Zelenskyy", "the US" → "United States".</summary>
    /// <param name="name">A name as written. One that the registry does not know comes back as it is.</param>
    public string Canonical(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (StateOf(name) is { } state) return state;
        return HolderOf(NameFolding.Words(name)) is { } holder ? holder.Name : name;
    }

    /// <summary>What two names of one actor have in common and those of two actors have not; empty for a name without letter or digit.</summary>
    /// <param name="name">A full name, a state, a body, or the words of a nameless source.</param>
    public string Key(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        List<string> words = NameFolding.Words(StateOf(name) ?? name);
        if (HolderOf(words) is { } holder) words = [.. holder.Words];
        if (words.Count > 1 && words[0] is "the") words.RemoveAt(0);
        // "Dmitry Sergeyevich Peskov": the father's name tells nothing that name and surname do not.
        if (words.Count == 3 && OfficeHolder.IsPatronymic(words[1])) words.RemoveAt(1);
        return string.Join(' ', words);
    }

    /// <summary>The one holder of a high office whom a lone surname means; null when none or several could be meant.</summary>
    /// <param name="surname">One word.</param>
    /// <param name="names">True for a state that the article names, by any of its names.</param>
    /// <param name="published">Day of the article, or null when it is not known: then those in office when the list was made count.</param>
    public string? HolderNamed(string surname, Func<string, bool> names, DateOnly? published)
    {
        ArgumentNullException.ThrowIfNull(names);
        List<string> words = NameFolding.Words(surname);
        if (words.Count != 1) return null;
        DateOnly day = published ?? OfficeHolder.ListMade;
        string? found = null;
        foreach (OfficeHolder holder in _bySurname[words[0]])
        {
            bool fits = holder.Since.DayNumber - DaysBefore <= day.DayNumber && day.DayNumber - DaysAfter <= holder.Until.DayNumber;
            if (!fits || holder.Name == found || !names(holder.State)) continue;
            if (found is not null) return null;
            found = holder.Name;
        }

        return found;
    }

    /// <summary>The state in which a person holds or held one of the highest offices; null for others.</summary>
    /// <param name="name">Given name and surname, in any spelling.</param>
    public string? StateOfHolder(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return HolderOf(NameFolding.Words(name))?.State;
    }

    // Only a state's own names: "Washington" may be a person, "Paris" a city.
    private static string? StateOf(string name)
    {
        string bare = name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
        return (Gazetteer.English.OfPhrase(bare) & Known.State) == Known.Nothing ? null : Gazetteer.English.StateOf.GetValueOrDefault(bare.ToLowerInvariant());
    }

    private OfficeHolder? HolderOf(List<string> words)
    {
        if (words.Count < 2) return null;
        OfficeHolder? found = null;
        foreach (OfficeHolder holder in _bySurname[words[^1]])
        {
            if (!holder.IsCalled(words) || holder.Name == found?.Name) continue;
            // "J. Hald", where two holders begin with J.
            if (found is not null) return null;
            found = holder;
        }

        return found;
    }
}
