namespace Rapporteur.Text.Syntax;

/// <summary>Leaves out words and numbers at random while the network learns, so that it relies on none of them alone (Srivastava et al. 2014).</summary>
/// <param name="random">The chance.</param>
/// <param name="counts">How often each word, by the hash of its lower-case form, stands in the training text.</param>
internal sealed class SyntaxNoise(Random random, IReadOnlyDictionary<uint, int> counts)
{
    /// <summary>The shares that are kept.</summary>
    public const float Input = 0.8f, Between = 0.7f;

    // A word's vector is left out this often, as if the word were unknown.
    private const double NoVector = 0.04;

    /// <summary>Leaves out the row of a rare word, so that the network learns what to do without it; says whether to leave out the vector too.</summary>
    public bool Forgets(uint word, Span<int> rows)
    {
        int count = counts.GetValueOrDefault(word);
        if (random.NextDouble() < 1.0 / (1 + count)) rows[0] = -1;
        return random.NextDouble() < NoVector;
    }

    /// <summary>0 for what is left out, one over the share for the rest, so that sums stay as large.</summary>
    public float[] Mask(int length, float share)
    {
        float[] mask = new float[length];
        float kept = 1 / share;
        for (int i = 0; i < length; i++) mask[i] = random.NextSingle() < share ? kept : 0;
        return mask;
    }
}
