using System.Text;
using System.Xml.Linq;
using Rapporteur.Train.Names;

namespace Rapporteur.Train.Attributions.Network;

/// <summary>News in which nobody has marked who said what: the texts of the Groningen bank and of ECB+, put together again from their words.</summary>
internal static class UnmarkedNews
{
    // Voice of America's paragraphs are short, and cutting them elsewhere than it did does little harm.
    private const int SentencesPerParagraph = 2;

    // So many of the bank's short pieces make a text of about the length of those that people have marked.
    private const int PiecesPerText = 4;

    // Page furniture of ECB+ comes in "sentences" of hundreds of words.
    private const int LongestSentence = 120;

    /// <summary>The texts, always in the same order.</summary>
    public static IEnumerable<string> Read(TrainingContext context)
    {
        foreach (string text in Groningen(context)) yield return text;
        foreach (string file in Directory.GetFiles(context.Corpus("ecb-plus"), "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            List<List<string>> sentences = [.. XDocument.Load(file).Root!.Elements("token").GroupBy(t => (int)t.Attribute("sentence")!).Select(s => s.Select(t => t.Value).ToList())];
            yield return Joined(sentences.Where(s => s.Count <= LongestSentence));
        }
    }

    /// <summary>The texts of the Groningen bank alone, which stand first; marks of stances refer to them by their places.</summary>
    public static IEnumerable<string> Groningen(TrainingContext context)
    {
        using StreamReader groningen = new(context.Corpus("gmb-ner", "ner_dataset.csv"), Encoding.Latin1);
        foreach (List<List<string>>[] pieces in NameCorpora.GroningenWords(groningen).Chunk(PiecesPerText)) yield return string.Join("\n\n", pieces.Select(Joined));
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
