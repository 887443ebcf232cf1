namespace Rapporteur.Storage;

/// <summary>Tells an edited text from another text that was put in its place.</summary>
/// <remarks>
/// A file that is read again with other words is either the same article, edited, or another article under an old name:
/// "001.txt" of a second folder, a file used for pasting.
/// </remarks>
internal static class EditedText
{
    // Share of the shorter text's word pairs that the other has too.
    private const double StillTheSame = 0.25;

    public static bool IsEditOf(string earlier, string later)
    {
        HashSet<(string, string)> before = PairsOf(earlier);
        HashSet<(string, string)> after = PairsOf(later);
        int smaller = Math.Min(before.Count, after.Count);
        return smaller > 0 && after.Count(before.Contains) >= StillTheSame * smaller;
    }

    private static HashSet<(string, string)> PairsOf(string text)
    {
        IReadOnlyList<string> words = Folding.Words(text);
        return [.. words.Zip(words.Skip(1))];
    }
}
