using System.Collections.Frozen;
using System.Globalization;

namespace Rapporteur.Matching.Changes;

/// <summary>How strong a wording is: certainty, modality and intensity, by a list of words with levels.</summary>
internal static class Strength
{
    /// <summary>A change of so many levels is told: "will" to "may", "warned" to nothing is not.</summary>
    public const int Telling = 2;

    // Set by hand after looking at what was found without it (docs/changes.md). Of the shorter one's words that carry meaning so many must be there again: in a free rendering "will" and "must" stand for other things.
    private const double LeastShared = 0.3;

    private static readonly FrozenDictionary<string, int> Levels = DataLines.Of("strengths")
        .Select(line => line.Split('\t')).ToFrozenDictionary(cells => cells[0], cells => int.Parse(cells[2], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <summary>How many levels stronger the second is than the first; below 0 when weaker.</summary>
    /// <param name="before">The first.</param>
    /// <param name="after">The second.</param>
    /// <param name="shorter">True when the second leaves much out: then what is left out does not count, only what was put in.</param>
    public static int Change(WordingText before, WordingText after, bool shorter)
    {
        HashSet<string> old = [.. before.Words.Select(word => word.Key).Where(MeaningChanges.IsContent)], fresh = [.. after.Words.Select(word => word.Key).Where(MeaningChanges.IsContent)];
        if (old.Intersect(fresh).Count() < LeastShared * Math.Min(old.Count, fresh.Count)) return 0;
        Dictionary<string, int> balance = new(StringComparer.Ordinal);
        foreach (string word in Found(after)) balance[word] = balance.GetValueOrDefault(word) + 1;
        foreach (string word in Found(before)) balance[word] = balance.GetValueOrDefault(word) - 1;
        return balance.Where(word => !shorter || word.Value > 0).Sum(word => word.Value * Levels[word.Key]);
    }

    // Two words before one: "at all", "no doubt".
    private static IEnumerable<string> Found(WordingText text)
    {
        for (int i = 0; i < text.Words.Count; i++)
        {
            string one = text.Words[i].Key;
            if (i + 1 < text.Words.Count && $"{one} {text.Words[i + 1].Key}" is var two && Levels.ContainsKey(two))
            {
                i++;
                yield return two;
            }
            else if (Levels.ContainsKey(one)) yield return one;
        }
    }
}
