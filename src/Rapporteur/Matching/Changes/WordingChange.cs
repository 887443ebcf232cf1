using Rapporteur.Text;

namespace Rapporteur.Matching.Changes;

/// <summary>What changed from one wording of a statement to another.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Meanings">What changed the meaning; empty unless <see cref="WordingKind.MeaningChanged"/>.</param>
/// <param name="Runs">The words side by side.</param>
/// <param name="Strengths">The words that make it softer or sharper; empty unless <see cref="WordingKind.Softened"/> or <see cref="WordingKind.Sharpened"/>.</param>
public sealed record WordingChange(WordingKind Kind, IReadOnlyList<MeaningChange> Meanings, IReadOnlyList<WordRun> Runs, IReadOnlyList<StrengthShift> Strengths)
{
    // Set by hand, not searched for: a little over half. What it reaches is in docs/changes.md.
    private const double ShortenedTo = 0.55;

    // "Never", said again: a text of fewer words cannot be cut.
    private const int FewestToShorten = 5;

    /// <summary>Compares two wordings of one statement. A function of the two alone.</summary>
    public static WordingChange Of(Wording before, Wording after)
    {
        WordingText old = WordingText.Of(before), fresh = WordingText.Of(after);
        IReadOnlyList<WordRun> runs = WordingDiff.Of(old, fresh);
        IReadOnlyList<MeaningChange> meanings = MeaningChanges.Of(old, fresh, before.IsEnglish && after.IsEnglish, before.Denied || after.Denied);
        if (meanings.Count > 0) return new WordingChange(WordingKind.MeaningChanged, meanings, runs, []);
        if (old.Words.SequenceEqual(fresh.Words)) return new WordingChange(WordingKind.Verbatim, [], runs, []);
        bool shorter = IsShortened(old, fresh, before.IsEnglish != after.IsEnglish);
        IReadOnlyList<StrengthShift> shifts = before.IsEnglish && after.IsEnglish ? Strength.Shifts(old, fresh, shorter) : [];
        return shifts.Sum(shift => shift.By) switch
        {
            > 0 => new WordingChange(WordingKind.Sharpened, [], runs, shifts),
            < 0 => new WordingChange(WordingKind.Softened, [], runs, shifts),
            _ => new WordingChange(shorter ? WordingKind.Shortened : WordingKind.Paraphrase, [], runs, []),
        };
    }

    private static bool IsShortened(WordingText old, WordingText fresh, bool translated)
    {
        if (old.Words.Count < FewestToShorten) return false;
        HashSet<string> known = [.. old.Words.Select(word => word.Key)];
        // At least two words gone and nothing new, or far fewer words.
        bool cut = fresh.Words.Count <= old.Words.Count - 2 && fresh.Words.All(word => known.Contains(word.Key));
        // Languages without articles say as much in fewer, longer words.
        double share = (double)fresh.Words.Count / old.Words.Count;
        if (translated) share = Math.Max(share, (double)fresh.Words.Sum(word => word.Key.Length) / old.Words.Sum(word => word.Key.Length));
        return cut || share <= ShortenedTo;
    }

    /// <summary>What a kind is called.</summary>
    public static string NameOf(WordingKind kind) => kind switch
    {
        WordingKind.Verbatim => "verbatim",
        WordingKind.Paraphrase => "translation or paraphrase",
        WordingKind.MeaningChanged => "meaning changed",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>A word that makes a wording softer or sharper, for people: "must → should", "absolutely added".</summary>
    public static string NameOf(StrengthShift shift) =>
        shift.Before.Length == 0 ? $"{shift.After} added" : shift.After.Length == 0 ? $"{shift.Before} left out" : $"{shift.Before} → {shift.After}";

    /// <summary>What changed the meaning, for people.</summary>
    public static string NameOf(MeaningChange change) => change switch
    {
        MeaningChange.Negation => "a negation is gone or was added",
        MeaningChange.Number => "another number",
        MeaningChange.Actor => "another name",
        MeaningChange.MarksLost => "quotation marks lost",
        _ => "quotation marks around other words",
    };
}
