using System.Collections.Frozen;
using Rapporteur.Text.Actors;

namespace Rapporteur.Matching;

/// <summary>For which state a body speaks: "the Kremlin", "Moscow" and "the president's spokesman" are one side when they say something.</summary>
internal static class Sides
{
    private static readonly FrozenDictionary<string, string> Seats =
        ContentWords.Lines("seats").Select(line => line.Split('\t')).ToFrozenDictionary(cells => cells[0], cells => cells[1], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> SidesByKey = Seats
        .Concat(StateNames.All).GroupBy(pair => ActorKey.Of(pair.Key), StringComparer.Ordinal)
        .ToFrozenDictionary(same => same.Key, same => same.Order(Comparer<KeyValuePair<string, string>>.Create((x, y) => string.CompareOrdinal(x.Key, y.Key))).First().Value, StringComparer.Ordinal);

    /// <summary>The state that an actor known by this key governs or is, or null: for "white house" "usa". A person is no side by himself.</summary>
    public static string? OfBody(string actorKey) => SidesByKey.GetValueOrDefault(actorKey);

    /// <summary>The state in which a person known by this key holds one of the highest offices, or null.</summary>
    public static string? OfPerson(string actorKey) => ActorRegistry.English.StateOfHolder(actorKey) is { } governed ? StateOf(governed) : null;

    /// <summary>For whom the spokesman of a body speaks: the state of a seat of power or of the holder of its highest office, else the body itself.</summary>
    /// <param name="body">As written: "Kremlin", "Russian", "Veidt".</param>
    /// <param name="states">The states that the article names.</param>
    /// <param name="published">Day of the article, or null.</param>
    public static string OfPrincipal(string body, IReadOnlySet<string> states, DateOnly? published)
    {
        string key = ActorKey.Of(body);
        if (OfBody(key) is { } state) return state;
        string name = ActorRegistry.English.HolderNamed(body, other => StateOf(other) is { } named && states.Contains(named), published) ?? body;
        return OfPerson(name) ?? key;
    }

    /// <summary>The states an article names.</summary>
    public static IReadOnlySet<string> In(IEnumerable<string> words) => words.Select(StateNames.Of).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>The one seat of power that an article names, or null when it names none or several.</summary>
    public static string? OnlySeat(string foldedText)
    {
        string[] named = [.. Seats.Keys.Where(seat => $" {foldedText} ".Contains($" {seat} ", StringComparison.Ordinal))];
        return named.Select(seat => Seats[seat]).Distinct(StringComparer.Ordinal).Count() == 1 ? named.Min(StringComparer.Ordinal) : null;
    }

    private static string? StateOf(string name) => SidesByKey.GetValueOrDefault(ActorKey.Of(name));
}
