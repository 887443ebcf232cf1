using Rapporteur.Text;
using Rapporteur.Text.Attributions.Learned;

namespace Rapporteur.Train.Attributions.Network;

/// <summary>Writes down what a teacher thinks of a text's words.</summary>
internal sealed class Opinions(ReadText text) : ILearnedOpinions
{
    private const int L = ChainDecoder.Labels;

    private readonly byte[] _best = new byte[text.Tokens.Count];
    private readonly float[] _shares = Unread(text.Tokens.Count);
    private readonly List<(ArgumentFeatures, Labels)> _cues = [];

    /// <summary>The text.</summary>
    public ReadText Text { get; } = text;

    /// <inheritdoc/>
    public void OfSentence(Sentence sentence, ChainDecoder decoder)
    {
        int words = sentence.EndToken - sentence.FirstToken;
        decoder.Decode(_best.AsSpan(sentence.FirstToken, words));
        Shares(decoder, words).CopyTo(_shares, sentence.FirstToken * L);
    }

    /// <inheritdoc/>
    public void OfCue(ArgumentFeatures cue, byte[] labels, ChainDecoder decoder) => _cues.Add((cue, new Labels(labels, Shares(decoder, labels.Length))));

    /// <summary>The text to learn from.</summary>
    public LearningText ToLearn() => new(Text, new Labels(_best, _shares), _cues);

    // What a teacher does not read, for it is no prose, is no cue.
    private static float[] Unread(int words)
    {
        float[] shares = new float[words * L];
        for (int i = 0; i < words; i++) shares[i * L] = 1;
        return shares;
    }

    private static float[] Shares(ChainDecoder decoder, int words)
    {
        float[] shares = new float[words * L];
        for (int i = 0; i < shares.Length; i++) shares[i] = (float)decoder.Probability(i / L, i % L);
        return shares;
    }
}
