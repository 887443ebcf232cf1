using Rapporteur.Text.Actors;

namespace Rapporteur;

/// <summary>By what an actor is known in the record: one key for all spellings of a name.</summary>
/// <remarks>
/// "Yury" and "Iouri", "Zelenskiy" and "Zelenskyy", "the US" and "America" have one key. A surname has another than the full name: who is meant by it
/// only the article can tell, and has told before a name comes here.
/// </remarks>
public static class ActorKey
{
    /// <summary>The key of a name; empty when it has neither letter nor digit.</summary>
    public static string Of(string name) => ActorRegistry.English.Key(name);
}
