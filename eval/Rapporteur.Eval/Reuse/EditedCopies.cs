using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Rapporteur.Eval.Reuse;

/// <summary>Articles of the corpora, and copies of them in which words are replaced, left out and put in at random.</summary>
internal static partial class EditedCopies
{
    // A news item of one or two paragraphs.
    private const int FewestWords = 80;

    // Two articles of a corpus may themselves share an agency's text: then a pair between their copies would be right, yet counted as wrong.
    // Originals that share this part of their runs of six words with an earlier one are left out; told here by other means than the ones measured.
    private const double SharedRuns = 0.03;
    private const int RunLength = 6;

    /// <summary>Original articles, none of which shares text with another.</summary>
    public static List<string> Originals(string corpora)
    {
        List<string> originals = [];
        HashSet<string> runs = new(StringComparer.Ordinal);
        foreach (string text in Texts(corpora))
        {
            string[] words = Words(text);
            if (words.Length < FewestWords) continue;
            string[] own = [.. Enumerable.Range(0, words.Length - RunLength + 1).Select(i => string.Join(' ', words[i..(i + RunLength)]).ToLowerInvariant())];
            int known = own.Count(runs.Contains);
            runs.UnionWith(own);
            if (known <= own.Length * SharedRuns) originals.Add(text);
        }

        return originals;
    }

    /// <summary>A copy in which this share of the words is edited: each with the same chance replaced, left out, or followed by another word.</summary>
    public static string Edit(string text, double share, IReadOnlyList<string> vocabulary, Random random) => Token().Replace(text, word =>
    {
        if (random.NextDouble() >= share) return word.Value;
        string other = vocabulary[random.Next(vocabulary.Count)];
        return random.Next(3) switch { 0 => other, 1 => "", _ => $"{word.Value} {other}" };
    });

    /// <summary>The words of a text.</summary>
    public static string[] Words(string text) => [.. Token().Matches(text).Select(word => word.Value)];

    private static IEnumerable<string> Texts(string corpora)
    {
        foreach (string part in (string[])["polnear/train/text", "polnear/dev/text"])
        {
            foreach (string file in Directory.EnumerateFiles(Path.Combine(corpora, part), "*.txt").Order(StringComparer.Ordinal)) yield return File.ReadAllText(file);
        }

        foreach (string file in Directory.EnumerateFiles(Path.Combine(corpora, "timebank-aquaint", "data"), "*.tml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            yield return XDocument.Load(file).Descendants("TEXT").First().Value;
        foreach (string file in Directory.EnumerateFiles(Path.Combine(corpora, "ecb-plus"), "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            yield return EcbArticle.TextOf(file);
    }

    [GeneratedRegex(@"[\p{L}\p{Nd}][\p{L}\p{Nd}'’-]*", RegexOptions.None, 10_000)]
    private static partial Regex Token();
}
