using Rapporteur.Querying;

namespace Rapporteur.Positions;

/// <summary>Tells whether two stances on one issue are about the same thing in it: no two states, no two different parts.</summary>
internal static class SameMatter
{
    public static bool Of(Issue issue, StatedStance one, StatedStance other)
    {
        HashSet<string> key = [.. issue.Keys.SelectMany(words => words)];
        return Agree(key, one, other, states: true) && Agree(key, one, other, states: false);
    }

    // Where both say more than the issue's own words, they must share some of it.
    private static bool Agree(HashSet<string> key, StatedStance one, StatedStance other, bool states)
    {
        string[] left = More(key, one, states), right = More(key, other, states);
        return left.Length == 0 || right.Length == 0 || left.Any(right.Contains);
    }

    private static string[] More(HashSet<string> key, StatedStance stance, bool states) =>
        [.. stance.Words.Where(word => (word[0] == '^') == states && !key.Contains(word))];
}
