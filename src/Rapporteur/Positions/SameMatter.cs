using Rapporteur.Querying;
using Rapporteur.Text;
using Rapporteur.Text.Stances;

namespace Rapporteur.Positions;

/// <summary>Tells whether two stances on one issue are about the same thing in it, and how one stands to the other's.</summary>
internal static class SameMatter
{
    private static readonly string[] Quantifiers = ["no", "any", "every", "all"];

    /// <summary>No two states, no two different parts; and at least one word in both, for an issue's names can be of several things ("the garrison", "the lamp").</summary>
    public static bool Of(Issue issue, StatedStance one, StatedStance other)
    {
        HashSet<string> key = [.. issue.Keys.SelectMany(words => words)];
        return one.Words.Any(word => word[0] != '^' && other.Words.Contains(word))
            && Agree(key, one, other, states: true) && Agree(key, one, other, states: false);
    }

    /// <summary>The first stance as one towards what the second is about: who demands that the levy be lifted rejects the levy.</summary>
    public static Stance Towards(StatedStance one, StatedStance other) => Ends(one) == Ends(other) ? one.Stance : Turned(one.Stance);

    private static bool Ends(StatedStance stance) => stance.Words.Any(EndingWords.Contains);

    /// <summary>The stance towards a thing, of one towards its end.</summary>
    public static Stance Turned(Stance stance) => PositionDrawer.Direction(stance) switch
    {
        > 0 => Stance.Rejects,
        < 0 when stance == Stance.Rejects => Stance.Supports,
        _ => stance,
    };

    // Where both say more than the issue's own words, they must share some of it.
    private static bool Agree(HashSet<string> key, StatedStance one, StatedStance other, bool states)
    {
        // "No observers at all": whatever kind the other is of.
        if (!states && (OfAll(one) || OfAll(other))) return true;
        string[] left = More(key, one, states), right = More(key, other, states);
        return left.Length == 0 || right.Length == 0 || left.Any(right.Contains);
    }

    private static bool OfAll(StatedStance stance) => Quantifiers.Contains(stance.Target.Split(' ', 2)[0].ToLowerInvariant());

    // What puts an end to a thing is about the thing.
    private static string[] More(HashSet<string> key, StatedStance stance, bool states) =>
        [.. stance.Words.Where(word => (word[0] == '^') == states && !key.Contains(word) && !EndingWords.Contains(word))];
}
