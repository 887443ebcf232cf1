using System.Text;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Actors;

/// <summary>Compares names by how they sound: "Ilsko Warden" is how a translation writes "Ilsko Varden".</summary>
public static class NameSound
{
    private static readonly Lazy<(string Written, string As)[]> Letters = new(() =>
        [.. EmbeddedData.Lines("Languages/English/Names/spellings-by-sound.tsv").Select(line => line.Split('\t')).Select(cells => (cells[0], cells[1]))]);

    /// <summary>Equal for two spellings of one sound. Only full names should be compared so: surnames by themselves are too short to tell.</summary>
    /// <param name="folded">Small letters, without accents.</param>
    public static string Key(string folded)
    {
        foreach ((string written, string letter) in Letters.Value) folded = folded.Replace(written, letter, StringComparison.Ordinal);
        StringBuilder key = new(folded.Length);
        foreach (char letter in folded)
        {
            if (key.Length == 0 || key[^1] != letter) key.Append(letter);
        }

        return key.ToString();
    }
}
