using Rapporteur.Text.Learning;
using Rapporteur.Text.Syntax;

namespace Rapporteur.Train.Syntax.Network;

/// <summary>Leaves out words and numbers by chance.</summary>
/// <param name="random">The chance.</param>
/// <param name="counts">How often each word, by the hash of its lower-case form, stands in the training text.</param>
internal sealed class SyntaxNoise(Random random, IReadOnlyDictionary<uint, int> counts) : ISyntaxNoise
{
    // The shares that are kept.
    private const float Input = 0.8f, States = 0.7f;

    // A word's vector is left out this often, as if the word were unknown.
    private const double NoVector = 0.04;

    private readonly Noise _noise = new(random.NextSingle);

    public bool Forgets(uint word, Span<int> rows)
    {
        int count = counts.GetValueOrDefault(word);
        if (random.NextDouble() < 1.0 / (1 + count)) rows[0] = -1;
        return random.NextDouble() < NoVector;
    }

    public float[] MaskInput(int length) => _noise.Mask(length, Input);

    public float[] MaskStates(int length) => _noise.Mask(length, States);
}
