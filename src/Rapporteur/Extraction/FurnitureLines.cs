using System.Text.RegularExpressions;

namespace Rapporteur.Extraction;

/// <summary>Lines that belong to the page and not to the article, known by their wording (<c>Data/furniture-lines.txt</c>).</summary>
internal static class FurnitureLines
{
    // A longer line is prose, whatever it begins with. Longest real line of furniture in the pasted pages: a consent note of 180.
    private const int Longest = 200;

    private static readonly Regex Pattern = new(
        $"^(?:{string.Join('|', DataFile.Lines("furniture-lines.txt"))})$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        TimeSpan.FromMilliseconds(PatternTime.Unlimited));

    public static bool Matches(string line) => line.Length <= Longest && Pattern.IsMatch(Bare(line));

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> line)
    {
        while (line.Length > 0 && !char.IsLetterOrDigit(line[0]) && line[0] != '©') line = line[1..];
        while (line.Length > 0 && !char.IsLetterOrDigit(line[^1])) line = line[..^1];
        return line;
    }
}
