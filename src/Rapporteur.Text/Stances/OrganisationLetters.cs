using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Stances;

/// <summary>Brings an organisation's name and its letters together: "the European Union" and "the EU".</summary>
public static class OrganisationLetters
{
    private static readonly Lazy<(string Letters, string[] Name)[]> All = new(() =>
        [.. EmbeddedData.Lines("Languages/English/organisation-letters.tsv").Select(line => line.Split('\t')).Select(cells => (cells[0].ToLowerInvariant(), cells[1].Split(' ')))]);

    /// <summary>The letters of the organisations whose full names a text has, each with the words of its name; in small letters.</summary>
    public static IEnumerable<(string Letters, IReadOnlyList<string> Name)> In(string text)
    {
        foreach ((string letters, string[] name) in All.Value)
        {
            if (text.Contains(string.Join(' ', name), StringComparison.OrdinalIgnoreCase)) yield return (letters, name);
        }
    }
}
