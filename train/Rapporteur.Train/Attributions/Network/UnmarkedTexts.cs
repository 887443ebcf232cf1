using System.Text;
using System.Xml.Linq;
using Rapporteur.Train.Names;

namespace Rapporteur.Train.Attributions.Network;

/// <summary>Texts in which nobody has marked who said what, put together again from the words of corpora.</summary>
internal static class UnmarkedTexts
{
    // Voice of America's paragraphs are short, and cutting them elsewhere than it did does little harm.
    private const int SentencesPerParagraph = 2;

    // So many of the bank's short pieces make a text of about the length of those that people have marked.
    private const int PiecesPerText = 4;

    // Page furniture of ECB+ comes in "sentences" of hundreds of words.
    private const int LongestSentence = 120;

    // Of the open corpus's genres those in which people are quoted or argue.
    private static readonly HashSet<string> Quoting = new(StringComparer.Ordinal) { "newspaper", "blog", "essays", "journal", "debate-transcript", "court-transcript", "govt-docs" };

    /// <summary>News: the Groningen bank and ECB+, always in the same order.</summary>
    public static IEnumerable<string> News(TrainingContext context)
    {
        using StreamReader groningen = new(context.Corpus("gmb-ner", "ner_dataset.csv"), Encoding.Latin1);
        foreach (List<List<string>>[] pieces in NameCorpora.GroningenWords(groningen).Chunk(PiecesPerText)) yield return string.Join("\n\n", pieces.Select(Joined));
        foreach (string file in Directory.GetFiles(context.Corpus("ecb-plus"), "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            List<List<string>> sentences = [.. XDocument.Load(file).Root!.Elements("token").GroupBy(t => (int)t.Attribute("sentence")!).Select(s => s.Select(t => t.Value).ToList())];
            yield return Joined(sentences.Where(s => s.Count <= LongestSentence));
        }
    }

    /// <summary>Papers, blogs, essays, debates and the like: MASC, always in the same order.</summary>
    public static IEnumerable<string> Others(TrainingContext context)
    {
        foreach (string line in File.ReadLines(context.Corpus("masc-tagged", "categories.txt")).Order(StringComparer.Ordinal))
        {
            string[] cells = line.Split(' ');
            if (cells.Length != 2 || !Quoting.Contains(cells[1])) continue;
            IEnumerable<string[]> sentences = File.ReadLines(context.Corpus("masc-tagged", cells[0])).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(words => words.Length > 0);
            yield return Joined(sentences.Select(words => words.Select(word => word.LastIndexOf('_') is > 0 and var tag ? word[..tag] : word).ToList()));
        }
    }

    private static string Joined(IEnumerable<List<string>> sentences)
    {
        StringBuilder text = new();
        int written = 0;
        foreach (List<string> sentence in sentences)
        {
            if (written > 0) text.Append(written % SentencesPerParagraph == 0 ? "\n\n" : " ");
            Append(text, sentence);
            written++;
        }

        return text.ToString();
    }

    // Blanks as a printer sets them: none before closing marks and clitics, none behind opening ones. Quotation marks open and close in turn.
    private static void Append(StringBuilder text, List<string> words)
    {
        bool open = false, glued = true;
        foreach (string raw in words)
        {
            bool isMark = raw is "\"" or "``" or "''" or "“" or "”";
            string word = isMark ? "\"" : raw;
            bool closes = isMark ? open : word is "." or "," or ";" or ":" or "!" or "?" or ")" or "]" or "%" or "n't" or "N'T" || (word.Length is > 1 and < 4 && word[0] is '\'' or '’');
            if (!glued && !closes) text.Append(' ');
            text.Append(word);
            glued = isMark ? !open : word is "(" or "[" or "$" or "£" or "€";
            if (isMark) open = !open;
        }
    }
}
