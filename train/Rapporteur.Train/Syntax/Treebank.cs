using System.Text;
using Rapporteur.Text;

namespace Rapporteur.Train.Syntax;

/// <summary>One document of a treebank, with the raw text put together again from the words and their SpaceAfter.</summary>
/// <param name="Id">The treebank's name for the document.</param>
/// <param name="Text">One line per paragraph.</param>
/// <param name="Words">All syntactic words. Heads point into this list, -1 is the root.</param>
/// <param name="Sentences">Which words form which sentence.</param>
internal sealed record TreebankDocument(string Id, string Text, IReadOnlyList<Token> Words, IReadOnlyList<Sentence> Sentences);

/// <summary>Reads CoNLL-U files.</summary>
internal static class Treebank
{
    public static List<TreebankDocument> Ewt(Func<string[], string> corpus, string part) =>
        Read(corpus(["ud-english-ewt", $"en_ewt-ud-{part}.conllu"])).ToList();

    /// <summary>GUM's documents of one part: <c>train</c>, <c>dev</c>, <c>test</c>. GENTLE is nobody's training text.</summary>
    public static List<TreebankDocument> Gum(Func<string[], string> corpus, string part)
    {
        Dictionary<string, string> parts = [];
        string now = "";
        foreach (string line in File.ReadLines(corpus(["gum", "splits.md"])))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) now = line[3..].Trim();
            else if (line.Trim().StartsWith("* ", StringComparison.Ordinal)) parts[line.Trim()[2..].Trim()] = now;
        }

        return Directory.GetFiles(corpus(["gum", "dep"]), "GUM_*.conllu").Order(StringComparer.Ordinal)
            .Where(f => parts.GetValueOrDefault(Path.GetFileNameWithoutExtension(f), "train") == part)
            .SelectMany(Read).ToList();
    }

    public static IEnumerable<TreebankDocument> Read(string file)
    {
        Builder? document = null;
        foreach (string line in File.ReadLines(file))
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal))
            {
                if (document is not null) yield return document.Build();
                document = new Builder(line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim());
            }
            else if (line.StartsWith("# newpar", StringComparison.Ordinal) && !line.StartsWith("# newpar_block", StringComparison.Ordinal)) document!.NewParagraph();
            else if (line.Length == 0) document!.EndSentence();
            else if (line[0] != '#') document!.Add(line.Split('\t'));
        }

        if (document is not null) yield return document.Build();
    }

    private sealed class Builder(string id)
    {
        private readonly StringBuilder _text = new();
        private readonly List<Token> _words = [];
        private readonly List<Sentence> _sentences = [];
        private int _paragraph = -1, _sentenceStart, _unitStart, _unitEnd, _unitLast;
        private bool _space;

        public void NewParagraph()
        {
            _paragraph++;
            if (_text.Length > 0) _text.Append('\n');
            _space = false;
        }

        public void EndSentence()
        {
            _unitLast = 0;
            if (_words.Count == _sentenceStart) return;
            _sentences.Add(new Sentence(new TextSpan(_words[_sentenceStart].Span.Start, _words[^1].Span.End), _sentenceStart, _words.Count, Math.Max(_paragraph, 0)));
            _sentenceStart = _words.Count;
        }

        public void Add(string[] cells)
        {
            if (cells[0].Contains('.', StringComparison.Ordinal)) return;
            int dash = cells[0].IndexOf('-', StringComparison.Ordinal);
            if (dash > 0)
            {
                Write(cells);
                _unitLast = int.Parse(cells[0][(dash + 1)..]);
                return;
            }

            int number = int.Parse(cells[0]);
            if (number > _unitLast)
            {
                Write(cells);
                _unitLast = number;
            }

            // The words of a unit ("don't" = "do" + "n't") share its characters out; the last one takes what is left.
            int end = number == _unitLast ? _unitEnd : Math.Min(_unitStart + cells[1].Length, _unitEnd);
            TextSpan span = new(_unitStart, end);
            _unitStart = end;
            int head = int.Parse(cells[6]);
            _words.Add(new Token(span, cells[2], cells[3], cells[4], head == 0 ? -1 : _sentenceStart + head - 1, cells[7]));
        }

        public TreebankDocument Build() => new(id, _text.ToString(), _words, _sentences);

        private void Write(string[] cells)
        {
            if (_space) _text.Append(' ');
            _unitStart = _text.Length;
            _text.Append(cells[1].Replace(' ', '\u00A0'));
            _unitEnd = _text.Length;
            _space = !cells[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
        }
    }
}
