using System.Globalization;
using System.Text.RegularExpressions;
using Rapporteur.Text;

namespace Rapporteur.Train.Attributions;

/// <summary>One attribution as PolNeAR's annotators marked it, in UTF-16 positions.</summary>
internal sealed record MarkedAttribution(List<TextSpan> Source, List<TextSpan> Cue, List<TextSpan> Content);

/// <summary>Reads PolNeAR: texts with attributions in brat's stand-off format.</summary>
internal static partial class PolnearCorpus
{
    /// <summary>The documents of a part ("train", "dev") by name, each with the marks of its first annotator.</summary>
    public static IEnumerable<(string Text, List<MarkedAttribution> Marked)> Read(string folder)
    {
        string annotations = Path.Combine(folder, "attributions");
        foreach (IGrouping<string, string> document in Directory.GetFiles(annotations, "*.ann").Order(StringComparer.Ordinal).GroupBy(f => Annotator().Replace(Path.GetFileName(f), "")))
        {
            string file = Path.Combine(folder, "text", document.Key + ".txt");
            if (!File.Exists(file)) continue;
            string text = File.ReadAllText(file);
            yield return (text, Marks(File.ReadLines(document.First()), Positions(text)));
        }
    }

    // brat counts code points.
    private static int[] Positions(string text)
    {
        List<int> positions = new(text.Length + 1);
        for (int i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1) positions.Add(i);
        positions.Add(text.Length);
        return [.. positions];
    }

    private static List<MarkedAttribution> Marks(IEnumerable<string> lines, int[] positions)
    {
        Dictionary<string, List<TextSpan>> spans = [];
        List<MarkedAttribution> marked = [];
        foreach (string line in lines)
        {
            string[] cells = line.Split('\t');
            if (cells.Length < 2) continue;
            if (Place().Match(cells[1]) is { Success: true } places && cells[0].StartsWith('T'))
            {
                spans[cells[0]] = [.. places.Groups[1].Value.Split(';').Select(p => p.Split(' ')).Select(p => new TextSpan(At(p[0]), At(p[1])))];
            }
            else if (cells[0].StartsWith('E'))
            {
                MarkedAttribution one = new([], [], []);
                foreach (string part in cells[1].Split(' ').Where(p => p.Contains(':', StringComparison.Ordinal)))
                {
                    string[] role = part.Split(':');
                    if (!spans.TryGetValue(role[1], out List<TextSpan>? place)) continue;
                    if (role[0].StartsWith("Source", StringComparison.Ordinal)) one.Source.AddRange(place);
                    else if (role[0].StartsWith("Cue", StringComparison.Ordinal)) one.Cue.AddRange(place);
                    else if (role[0].StartsWith("Content", StringComparison.Ordinal)) one.Content.AddRange(place);
                }

                marked.Add(one);
            }
        }

        return marked;

        int At(string number) => positions[Math.Min(int.Parse(number, CultureInfo.InvariantCulture), positions.Length - 1)];
    }

    [GeneratedRegex(@"^\S+ (\d+ \d+(?:;\d+ \d+)*)")]
    private static partial Regex Place();

    [GeneratedRegex(@"_[0-9a-f]{4}\.ann$")]
    private static partial Regex Annotator();
}
