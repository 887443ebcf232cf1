namespace Rapporteur.Text.Meanings;

/// <summary>What some words say, as a direction: words that say the same point the same way, whatever words they are.</summary>
/// <remarks>Kept as one signed byte for each of <see cref="Width"/> numbers, the same on every machine.</remarks>
public sealed class Meaning
{
    /// <summary>Numbers, and bytes, of a meaning.</summary>
    public const int Width = SentenceEncoder.Width;

    private readonly sbyte[] _numbers;
    private readonly double _length;

    private Meaning(sbyte[] numbers)
    {
        _numbers = numbers;
        _length = Math.Sqrt(Math.Max(1, Product(numbers, numbers)));
    }

    /// <summary>The meaning of words of English; of other words it tells little.</summary>
    public static Meaning Of(string words) => Of([words])[0];

    /// <summary>The meaning of each of some words: the same as if they were asked for one by one, and sooner.</summary>
    public static Meaning[] Of(IReadOnlyList<string> words) => Array.ConvertAll(SentenceEncoder.Shared.Encode(words), Rounded);

    /// <summary>A meaning from its bytes.</summary>
    /// <exception cref="ArgumentException">There are not <see cref="Width"/> of them.</exception>
    public static Meaning FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Width) throw new ArgumentException($"A meaning has {Width} bytes, these are {bytes.Length}.", nameof(bytes));
        return new Meaning(System.Runtime.InteropServices.MemoryMarshal.Cast<byte, sbyte>(bytes).ToArray());
    }

    /// <summary>Its bytes.</summary>
    public byte[] ToBytes() => System.Runtime.InteropServices.MemoryMarshal.Cast<sbyte, byte>(_numbers).ToArray();

    /// <summary>How alike two meanings are: the cosine, 1 for the same direction, about 0 for what has nothing to do with it.</summary>
    public double Likeness(Meaning other) => Product(_numbers, other._numbers) / (_length * other._length);

    private static Meaning Rounded(float[] vector)
    {
        float most = 0;
        foreach (float value in vector) most = MathF.Max(most, MathF.Abs(value));
        float scale = sbyte.MaxValue / MathF.Max(most, 1e-6f);
        return new Meaning(Array.ConvertAll(vector, value => (sbyte)MathF.Round(value * scale)));
    }

    private static int Product(sbyte[] left, sbyte[] right)
    {
        int sum = 0;
        for (int i = 0; i < Width; i++) sum += left[i] * right[i];
        return sum;
    }
}
