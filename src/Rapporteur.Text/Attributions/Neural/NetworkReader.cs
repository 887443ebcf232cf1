using Rapporteur.Text.Attributions.Learned;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Attributions.Neural;

/// <summary>A network with its weights and what it knows of words, and how a text of any length is handed to it.</summary>
/// <param name="network">The network.</param>
/// <param name="words">What it knows of words.</param>
/// <param name="share">How much its scores count beside those of the others.</param>
internal sealed class NetworkReader(AttributionNetwork network, WordKnowledge words, float share)
{
    // Paragraphs are read together up to this many tokens: enough to keep the products of matrices large, and the memory small.
    private const int BlockTokens = 600;

    // A paragraph is cut at a sentence, and a longer sentence is no prose and not read, so that no text asks for more memory than this many tokens do.
    private const int MostTokens = 3000;

    private static readonly Lazy<WordKnowledge> BuiltIn = new(() => new WordKnowledge(null, WordVectors.Trained));

    public AttributionNetwork Network { get; } = network;

    /// <summary>How much its scores count beside those of the others.</summary>
    public float Share { get; } = share;

    /// <summary>What the network that is built in knows of words.</summary>
    public static WordKnowledge Words => BuiltIn.Value;

    /// <summary>The network as it was trained, from the file built into this assembly.</summary>
    public static NetworkReader Trained() => Of(NetworkShape.Small, EmbeddedData.Model("attributions/network.bin"), Words, 1);

    /// <summary>A network from a file.</summary>
    public static NetworkReader Of(NetworkShape shape, byte[] file, WordKnowledge words, float share)
    {
        AttributionNetwork network = new(shape);
        TensorFile.Read(file, network.All);
        network.Quantise();
        return new NetworkReader(network, words, share);
    }

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
    public ReadBlock Read(ReadText text, int firstSentence, int endSentence) => Network.Read(text, firstSentence, endSentence, words);
}
