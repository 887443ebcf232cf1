using System.Globalization;
using Rapporteur.Matching;

namespace Rapporteur.Train.Matching;

/// <summary>Pairs of sentences with how alike people found them, 0 to 1.</summary>
internal static class StsCorpus
{
    private const double Highest = 5;

    public static List<LabelledPair> Read(string file, double share) =>
        [.. Sentences(file, share).Select(pair => new LabelledPair(PairFeatures.Of(Wording(pair.Left), Wording(pair.Right)), pair.Likeness))];

    /// <summary>The sentences themselves.</summary>
    public static IEnumerable<(string Left, string Right, double Likeness)> Sentences(string file, double share)
    {
        int every = Math.Max(1, (int)Math.Round(1 / share));
        foreach ((int i, string line) in File.ReadLines(file).Index())
        {
            if (i % every != 0) continue;
            string[] cells = [.. Cells(line)];
            if (cells.Length >= 3 && double.TryParse(cells[2], CultureInfo.InvariantCulture, out double score)) yield return (cells[0], cells[1], score / Highest);
        }
    }

    private static Proposition Wording(string sentence) => new("somebody", null, null, null, sentence, "");

    // Comma-separated, quotation marks doubled inside quoted cells.
    private static IEnumerable<string> Cells(string line)
    {
        int at = 0;
        while (at <= line.Length)
        {
            if (at < line.Length && line[at] == '"')
            {
                int end = at + 1;
                while (end < line.Length && (line[end] != '"' || (end + 1 < line.Length && line[end + 1] == '"'))) end += line[end] == '"' ? 2 : 1;
                yield return line[(at + 1)..Math.Min(end, line.Length)].Replace("\"\"", "\"", StringComparison.Ordinal);
                at = end + 2;
            }
            else
            {
                int end = line.IndexOf(',', at);
                if (end < 0) end = line.Length;
                yield return line[at..end];
                at = end + 1;
            }
        }
    }
}
