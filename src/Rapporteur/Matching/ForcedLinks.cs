namespace Rapporteur.Matching;

/// <summary>What people decided about wordings, which goes before what the words say.</summary>
/// <param name="Joined">Identities of wordings that are one statement.</param>
/// <param name="Apart">Wordings that stand by themselves, but for those they are joined with.</param>
public sealed record ForcedLinks(IReadOnlyCollection<(string One, string Other)> Joined, IReadOnlySet<string> Apart)
{
    /// <summary>Nothing was decided.</summary>
    public static ForcedLinks None { get; } = new([], new HashSet<string>());
}
