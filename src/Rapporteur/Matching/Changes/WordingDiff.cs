namespace Rapporteur.Matching.Changes;

/// <summary>Lays two wordings side by side, word by word.</summary>
public static class WordingDiff
{
    /// <summary>The runs of words in order. Words count as the same whatever their case and the marks about them.</summary>
    public static IReadOnlyList<WordRun> Of(string before, string after) =>
        Of(WordingText.Of(new Wording(before, Text.AttributionForm.Indirect)), WordingText.Of(new Wording(after, Text.AttributionForm.Indirect)));

    internal static IReadOnlyList<WordRun> Of(WordingText before, WordingText after)
    {
        List<(List<WordingText.Word> Kept, List<WordingText.Word> Old, List<WordingText.Word> Fresh)> steps = [];
        int at = 0;
        foreach (Change<WordingText.Word> change in SequenceDiff.Of(before.Words, after.Words))
        {
            bool kept = change.Kind == ChangeKind.Kept;
            if (steps.Count == 0 || kept != (steps[^1].Kept.Count > 0)) steps.Add(([], [], []));
            // The second wording's own spelling is shown.
            if (kept) steps[^1].Kept.Add(after.Words[at]);
            else (change.Kind == ChangeKind.Removed ? steps[^1].Old : steps[^1].Fresh).Add(change.Piece);
            if (change.Kind != ChangeKind.Removed) at++;
        }

        HashSet<string> moved = [.. steps.Select(step => Keys(step.Old)).Intersect(steps.Select(step => Keys(step.Fresh)), StringComparer.Ordinal).Where(keys => keys.Length > 0)];
        List<WordRun> runs = [];
        foreach ((List<WordingText.Word> kept, List<WordingText.Word> old, List<WordingText.Word> fresh) in steps)
        {
            bool away = moved.Contains(Keys(old)), here = moved.Contains(Keys(fresh));
            if (kept.Count > 0) runs.Add(new WordRun(RunKind.Kept, Written(kept), Written(kept)));
            else if (old.Count > 0 && fresh.Count > 0 && !away && !here) runs.Add(new WordRun(RunKind.Replaced, Written(old), Written(fresh)));
            else
            {
                if (old.Count > 0) runs.Add(new WordRun(away ? RunKind.MovedAway : RunKind.Dropped, Written(old), ""));
                if (fresh.Count > 0) runs.Add(new WordRun(here ? RunKind.MovedHere : RunKind.Added, "", Written(fresh)));
            }
        }

        return runs;
    }

    private static string Written(List<WordingText.Word> words) => string.Join(' ', words.Select(word => word.Written));

    private static string Keys(List<WordingText.Word> words) => string.Join(' ', words.Select(word => word.Key));
}
