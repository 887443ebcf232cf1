using Rapporteur.Text.Encounters;

namespace Rapporteur.Text.Stances;

/// <summary>Words for something said ("backed the warning"): they are about what it was about.</summary>
internal static class SaidBefore
{
    /// <summary>The mark with the words of the last stance before it that its target is a name for; the mark itself where it is none, or says itself of what.</summary>
    /// <param name="tree">The text.</param>
    /// <param name="mark">What was read.</param>
    /// <param name="earlier">The stances of the attributions before, in order.</param>
    public static StanceMark In(EncounterText tree, StanceMark mark, IReadOnlyList<StanceMark> earlier)
    {
        if (mark.Words.Count > 1 || Named(mark.Target.In(tree.Text.Text)) is not { } stances) return mark;
        StanceMark? said = earlier.LastOrDefault(other => stances.Contains(other.Stance) && other.Words.Any(word => word[0] != '^'));
        return said is null ? mark : mark with { Words = [.. said.Words] };
    }

    private static Stance[]? Named(string target) => target.ToLowerInvariant() switch
    {
        "warning" or "threat" or "ultimatum" => [Stance.Threatens],
        "demand" or "demands" or "request" or "call" => [Stance.Demands],
        "offer" or "proposal" or "promise" or "pledge" => [Stance.Offers],
        "refusal" or "rejection" => [Stance.Rejects, Stance.Conditional],
        "denial" => [Stance.Denies],
        _ => null,
    };
}
