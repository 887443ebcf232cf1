namespace Rapporteur.Text.Learning;

/// <summary>Leaves out states and features at random while learning (Srivastava et al. 2014), so that none is relied upon alone.</summary>
/// <param name="chance">The next number by chance, from 0 to below 1; the training hands in a seeded one.</param>
internal sealed class Noise(Func<float> chance)
{
    /// <summary>The shares that are kept.</summary>
    public const float Pieces = 0.95f, Layer = 0.92f, Words = 0.7f, States = 0.65f, Links = 0.8f, Features = 0.8f;

    public bool Keeps(float share) => chance() < share;

    /// <summary>0 for what is left out, one over the share for the rest, so that sums stay as large.</summary>
    public float[] Mask(int length, float share)
    {
        float[] mask = new float[length];
        float kept = 1 / share;
        for (int i = 0; i < length; i++) mask[i] = chance() < share ? kept : 0;
        return mask;
    }

    /// <summary>Makes some pieces unknown ones.</summary>
    public void Forget(int[] pieces, int unknown)
    {
        for (int i = 0; i < pieces.Length; i++)
        {
            if (!Keeps(Pieces)) pieces[i] = unknown;
        }
    }

    public static void Apply(float[] values, float[]? mask)
    {
        if (mask is null) return;
        for (int i = 0; i < values.Length; i++) values[i] *= mask[i];
    }
}
