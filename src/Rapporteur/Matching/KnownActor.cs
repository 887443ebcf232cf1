using System.Collections.Concurrent;

namespace Rapporteur.Matching;

/// <summary>What the key of an actor tells by itself. Remembered, for the same few are quoted every day and every wording asks for it.</summary>
internal sealed class KnownActor
{
    // Some megabytes; when there are more, they are asked anew.
    private const int Most = 20_000;
    private static readonly ConcurrentDictionary<string, KnownActor> Asked = new(StringComparer.Ordinal);

    private KnownActor(string key)
    {
        Name = PersonName.Of(key);
        Surname = Name.Surname.Length > 0 ? Name.Surname : key;
        Governs = Sides.OfBody(key);
        HoldsOfficeOf = Sides.OfPerson(key);
    }

    /// <summary>The key as that of a person.</summary>
    public PersonName Name { get; }

    /// <summary>The surname by its sound, else the whole key.</summary>
    public string Surname { get; }

    /// <summary>The state that the actor governs or is as a body, or null.</summary>
    public string? Governs { get; }

    /// <summary>The state in which the actor holds one of the highest offices, or null.</summary>
    public string? HoldsOfficeOf { get; }

    /// <summary>What an actor's key tells.</summary>
    public static KnownActor Of(string key)
    {
        if (Asked.TryGetValue(key, out KnownActor? known)) return known;
        if (Asked.Count >= Most) Asked.Clear();
        return Asked[key] = new KnownActor(key);
    }
}
