using Rapporteur.Text;
using Rapporteur.Text.Entities;

namespace Rapporteur.Train.Names;

/// <summary>A sentence of a corpus: words and their labels as a corpus gives them (<c>O</c>, <c>B-PER</c>, <c>I-PER</c>, …: PER, ORG, LOC).</summary>
internal sealed record LabelledSentence(List<string> Words, List<string> Labels);

/// <summary>A document of a corpus, laid out as a text so that the same code reads it as reads an article.</summary>
internal sealed class LabelledDocument
{
    public string Text { get; }

    public IReadOnlyList<Token> Tokens { get; }

    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>BILOU labels of the words, see <see cref="NameLabels"/>.</summary>
    public byte[] Labels { get; }

    /// <summary>True for documents in the conventions the model is to follow (UNER).</summary>
    public bool IsTarget { get; }

    public LabelledDocument(IReadOnlyList<LabelledSentence> sentences, bool isTarget)
    {
        IsTarget = isTarget;
        List<Token> tokens = [];
        List<Sentence> spans = [];
        List<byte> labels = [];
        System.Text.StringBuilder text = new();
        foreach (LabelledSentence sentence in sentences)
        {
            int first = tokens.Count, start = text.Length;
            foreach (string word in sentence.Words)
            {
                tokens.Add(new Token(new TextSpan(text.Length, text.Length + word.Length)));
                text.Append(word).Append(' ');
            }

            spans.Add(new Sentence(new TextSpan(start, text.Length - 1), first, tokens.Count, 0));
            labels.AddRange(Bilou(sentence.Labels));
        }

        Text = text.ToString();
        Tokens = tokens;
        Sentences = spans;
        Labels = [.. labels];
    }

    private static IEnumerable<byte> Bilou(List<string> labels)
    {
        for (int i = 0; i < labels.Count; i++)
        {
            int kind = Kind(labels[i]);
            if (kind < 0)
            {
                yield return NameLabels.Outside;
                continue;
            }

            bool begins = labels[i][0] == 'B' || i == 0 || Kind(labels[i - 1]) != kind;
            bool ends = i + 1 == labels.Count || labels[i + 1][0] == 'B' || Kind(labels[i + 1]) != kind;
            int position = begins ? ends ? NameLabels.Unit : NameLabels.Begin : ends ? NameLabels.Last : NameLabels.Inside;
            yield return (byte)NameLabels.Of(kind, position);
        }
    }

    private static int Kind(string label) => label.Length < 2 ? -1 : label[2..] switch { "PER" => 0, "ORG" => 1, "LOC" => 2, _ => -1 };
}
