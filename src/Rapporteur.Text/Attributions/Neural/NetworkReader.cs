using System.Globalization;
using System.Text;
using Rapporteur.Text.Attributions.Learned;
using Rapporteur.Text.Encoders;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Attributions.Neural;

/// <summary>The network with its weights and vocabulary, and how a text of any length is handed to it.</summary>
internal sealed class NetworkReader(AttributionNetwork network, PieceVocabulary vocabulary)
{
    // Paragraphs are read together up to this many tokens: enough to keep the products of matrices large, and the memory small.
    private const int BlockTokens = 600;

    // A paragraph is cut at a sentence, and a longer sentence is no prose and not read, so that no text asks for more memory than this many tokens do.
    private const int MostTokens = 3000;

    private static readonly Lazy<NetworkReader> BuiltIn = new(() =>
    {
        AttributionNetwork network = new();
        TensorFile.Read(EmbeddedData.Model("attributions/network.bin"), network.All);
        network.Quantise();
        string[] lines = Encoding.UTF8.GetString(EmbeddedData.Model("attributions/pieces.bin")).Split('\n');
        return new NetworkReader(network, new PieceVocabulary([.. lines.Select(l => l.Split('\t')).Select(l => (l[0], float.Parse(l[1], CultureInfo.InvariantCulture)))]));
    });

    /// <summary>The network as it was trained.</summary>
    public static NetworkReader Trained => BuiltIn.Value;

    public AttributionNetwork Network { get; } = network;

    /// <summary>The sentences of a text in blocks, first and end of each; what is not to be read is a block of its own.</summary>
    public static IEnumerable<(int First, int End, bool IsRead)> Blocks(IReadOnlyList<Sentence> sentences)
    {
        for (int s = 0; s < sentences.Count;)
        {
            int first = s, tokens = 0;
            if (Length(s) > MostTokens)
            {
                yield return (s, ++s, false);
                continue;
            }

            while (s < sentences.Count && Length(s) <= MostTokens)
            {
                bool begins = s == first || sentences[s].Paragraph != sentences[s - 1].Paragraph;
                if (s > first && ((begins && tokens >= BlockTokens) || tokens + Length(s) > MostTokens)) break;
                tokens += Length(s++);
            }

            yield return (first, s, sentences[s - 1].EndToken > sentences[first].FirstToken);
        }

        int Length(int s) => sentences[s].EndToken - sentences[s].FirstToken;
    }

    /// <summary>Reads a block.</summary>
    public ReadBlock Read(ReadText text, int firstSentence, int endSentence) => Network.Read(text, firstSentence, endSentence, vocabulary);
}
