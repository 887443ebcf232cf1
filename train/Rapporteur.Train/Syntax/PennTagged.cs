namespace Rapporteur.Train.Syntax;

/// <summary>Corpora with Penn tags only.</summary>
internal static class PennTagged
{
    /// <summary>MASC's sentences: one a line, <c>word_TAG</c>.</summary>
    public static IEnumerable<List<(string Word, string Tag)>> Masc(TrainingContext context)
    {
        List<string> files = [.. Directory.GetFiles(context.Corpus("masc-tagged"), "*.txt", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "categories.txt").Order(StringComparer.Ordinal)];
        foreach (string line in SyntaxCorpora.Share(files, context.Share).SelectMany(File.ReadLines))
        {
            List<(string, string)> sentence = [];
            foreach (string token in line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                int at = token.LastIndexOf('_');
                if (at > 0 && at < token.Length - 1) sentence.Add((token[..at], Tag(token[(at + 1)..])));
            }

            if (sentence.Count > 0) yield return sentence;
        }
    }

    /// <summary>The words of the Groningen Meaning Bank.</summary>
    public static IEnumerable<(string Word, string Tag)> Groningen(TrainingContext context)
    {
        int lines = (int)(1_050_000 * context.Share);
        foreach (string line in File.ReadLines(context.Corpus("gmb-ner", "ner_dataset.csv"), System.Text.Encoding.Latin1).Skip(1).Take(lines))
        {
            // Sentence #,Word,POS,Tag, where the word may be a quoted comma.
            int tag = line.LastIndexOf(','), pos = tag > 0 ? line.LastIndexOf(',', tag - 1) : -1, word = line.IndexOf(',', StringComparison.Ordinal);
            if (word >= 0 && pos > word) yield return (line[(word + 1)..pos].Trim('"'), Tag(line[(pos + 1)..tag]));
        }
    }

    private static string Tag(string tag) => tag switch { "(" => "-LRB-", ")" => "-RRB-", _ => tag };
}
