using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Actors;

/// <summary>Names of agencies, papers and broadcasters, which tell what others say.</summary>
public static class OutletWords
{
    private static readonly Lazy<HashSet<string>> Words = new(() => [.. EmbeddedData.Lines("Languages/English/outlets.tsv")
        .Select(line => line.Split('\t')).Where(cells => cells[0] == "outlet").SelectMany(cells => cells[1].Split(' '))]);

    /// <summary>True for a name of one word that is an outlet's.</summary>
    public static bool Names(string name) => Words.Value.Contains(name.ToLowerInvariant());
}
