using System.Collections.Frozen;
using System.Globalization;

namespace Rapporteur.Matching.Changes;

/// <summary>How strong a wording is, on scales of likelihood, obligation, commitment, censure, degree, extent and gravity: words of a list with levels.</summary>
/// <remarks>
/// Each scale is compared by itself: "must" and "has to" are one level of obligation, "should" is a lower one. A scale that only one of two wordings speaks on tells something when the word is
/// far from the plain one (<see cref="Marked"/>).
/// </remarks>
internal static class Strength
{
    // "Absolutely", "may": what no plain wording has. "Very" and "probably" come and go in paraphrases. Set by hand.
    private const int Marked = 2;

    // In a free rendering "will" and "must" stand for other things. Of the shorter one's words that carry meaning so many must be there again for one word in the place of another, and so many for a word
    // that was put in or left out. Best on the tuning half of eval/strengths.tsv and on E1 and E2 of 0.3, 0.4 and 0.5, and of 0.4 to 0.7.
    private const double LeastShared = 0.4, LeastSharedAlone = 0.7;

    private const int LongestEntry = 3;

    private static readonly FrozenDictionary<string, (string Scale, int Level)[]> Levels = DataLines.Of("strengths").Select(line => line.Split('\t'))
        .GroupBy(cells => cells[0], StringComparer.Ordinal)
        .ToFrozenDictionary(same => same.Key, same => same.Select(cells => (cells[1], int.Parse(cells[2], CultureInfo.InvariantCulture))).ToArray(), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Negations = DataLines.Of("negations").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What makes the second weaker or stronger than the first; empty when nothing does.</summary>
    /// <param name="before">The first.</param>
    /// <param name="after">The second.</param>
    /// <param name="shorter">True when the second leaves much out: then what is left out does not count, only what was put in.</param>
    public static IReadOnlyList<StrengthShift> Shifts(WordingText before, WordingText after, bool shorter)
    {
        HashSet<string> old = [.. before.Words.Select(word => word.Key).Where(MeaningChanges.IsContent)], fresh = [.. after.Words.Select(word => word.Key).Where(MeaningChanges.IsContent)];
        double shared = old.Intersect(fresh).Count() / Math.Max(1.0, Math.Min(old.Count, fresh.Count));
        if (shared < LeastShared) return [];
        List<Found> was = Read(before), now = Read(after);
        // What stands in both plays no part, however often it does in one of them.
        HashSet<string> both = [.. was.Select(found => found.Entry).Intersect(now.Select(found => found.Entry), StringComparer.Ordinal)];
        was.RemoveAll(found => both.Contains(found.Entry));
        now.RemoveAll(found => both.Contains(found.Entry));
        List<StrengthShift> shifts = [];
        foreach (string scale in was.Concat(now).Select(found => found.Scale).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (Shift(scale, was.FindAll(found => found.Scale == scale), now.FindAll(found => found.Scale == scale), shorter, shared >= LeastSharedAlone) is { } shift) shifts.Add(shift);
        }

        return shifts;
    }

    private static StrengthShift? Shift(string scale, List<Found> was, List<Found> now, bool shorter, bool alone)
    {
        if (was.Count > 0 && now.Count > 0)
        {
            int by = Furthest(now).Level - Furthest(was).Level;
            return by == 0 ? null : new StrengthShift(scale, Furthest(was).Written, Furthest(now).Written, by);
        }

        if (!alone) return null;
        if (now.Count > 0) return Math.Abs(Furthest(now).Level) < Marked ? null : new StrengthShift(scale, "", Furthest(now).Written, Furthest(now).Level);
        return shorter || Math.Abs(Furthest(was).Level) < Marked ? null : new StrengthShift(scale, Furthest(was).Written, "", -Furthest(was).Level);
    }

    // Of several words on one scale the one furthest from the plain one; of equals the first.
    private static Found Furthest(List<Found> found) => found.MaxBy(one => Math.Abs(one.Level));

    // Longer entries before shorter: "no doubt" is not a doubt.
    private static List<Found> Read(WordingText text)
    {
        List<Found> found = [];
        for (int i = 0; i < text.Words.Count;)
        {
            int length = Math.Min(LongestEntry, text.Words.Count - i);
            while (length > 0 && !Levels.ContainsKey(Entry(i, length))) length--;
            if (length == 0)
            {
                i++;
                continue;
            }

            // What is denied says nothing of the kind: "not certain".
            if (i == 0 || !Negations.Contains(text.Words[i - 1].Key))
                found.AddRange(Levels[Entry(i, length)].Select(level => new Found(Entry(i, length), string.Join(' ', text.Words.Skip(i).Take(length).Select(word => word.Written)), level.Scale, level.Level)));
            i += length;
        }

        return found;

        string Entry(int start, int length) => length == 1 ? text.Words[start].Key : string.Join(' ', text.Words.Skip(start).Take(length).Select(word => word.Key));
    }

    private readonly record struct Found(string Entry, string Written, string Scale, int Level);
}

/// <summary>A word, or what stands in its place, that makes a wording weaker or stronger.</summary>
/// <param name="Scale">On which scale: likelihood, obligation, commitment, censure, degree, extent or gravity.</param>
/// <param name="Before">The word in the first wording; empty when none stands there.</param>
/// <param name="After">The word in the second; empty when none does.</param>
/// <param name="By">How many levels stronger; below 0 when weaker.</param>
public sealed record StrengthShift(string Scale, string Before, string After, int By);
