namespace Rapporteur.Storage;

/// <summary>Tells an edited text from another text that was put in its place.</summary>
/// <remarks>
/// A file that is read again with other words is either the same article, edited, or another article under an old name:
/// "001.txt" of a second folder, a file used for pasting.
/// </remarks>
internal static class EditedText
{
    // Share of the shorter text's word pairs that the other has too. Of all pairs among the 840 articles of PolNeAR train, 99.9 % share
    // less than 0.20 and 4 in 10,000 share 0.25 or more, among them articles printed twice; an edit keeps most of its sentences.
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
