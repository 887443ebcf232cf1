using System.Buffers.Binary;

namespace Rapporteur.Text.Attributions.Learned;

/// <summary>The weights of a linear-chain conditional random field over hashed features, quantised to bytes.</summary>
/// <remarks>
/// A feature's hash names the one row it adds; rows are shared by what collides, as the training saw them (feature hashing, Weinberger et al. 2009).
/// Label 0 is "outside". Scores are sums of whole numbers before they are scaled, so every machine decides alike.
/// </remarks>
internal sealed class ChainModel
{
    internal const uint Format = 0x314D4143; // "CAM1"

    /// <summary>Labels of a row; both fields have three.</summary>
    public const int Labels = 3;

    /// <summary>Units of a weight of 1.</summary>
    public const int Unit = 32;

    private const int HeaderBytes = 5 + (4 * Labels * Labels);
    private readonly byte[] _file;
    private readonly int _shift;

    /// <summary>Reads a model as <c>train/</c> wrote it.</summary>
    public ChainModel(byte[] file)
    {
        uint found = file.Length < HeaderBytes ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(file);
        if (found != Format) throw new InvalidDataException($"The model has format {found:X}, this build reads {Format:X}. Train it again: train/train attributions");
        _file = file;
        _shift = 64 - file[4];
        for (int a = 0; a < Labels; a++)
        {
            for (int b = 0; b < Labels; b++) Transition[a, b] = (float)BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(5 + (4 * ((a * Labels) + b)))) / Unit;
        }
    }

    /// <summary>The score of one label after another.</summary>
    public float[,] Transition { get; } = new float[Labels, Labels];

    /// <summary>Adds up the rows of a word's features.</summary>
    public void Score(ReadOnlySpan<ulong> features, Span<float> scores)
    {
        int outside = 0, first = 0, second = 0;
        foreach (ulong feature in features)
        {
            int at = HeaderBytes + ((int)(feature >> _shift) * Labels);
            outside += (sbyte)_file[at];
            first += (sbyte)_file[at + 1];
            second += (sbyte)_file[at + 2];
        }

        scores[0] = (float)outside / Unit;
        scores[1] = (float)first / Unit;
        scores[2] = (float)second / Unit;
    }

    /// <summary>Writes weights; what does not fit into a byte is cut to the largest that does.</summary>
    internal static byte[] Write(int bits, ReadOnlySpan<float> rows, float[,] transition)
    {
        byte[] file = new byte[HeaderBytes + rows.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(file, Format);
        file[4] = (byte)bits;
        for (int a = 0; a < Labels; a++)
        {
            for (int b = 0; b < Labels; b++) BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(5 + (4 * ((a * Labels) + b))), (int)MathF.Round(transition[a, b] * Unit));
        }

        for (int i = 0; i < rows.Length; i++) file[HeaderBytes + i] = (byte)(sbyte)Math.Clamp((int)MathF.Round(rows[i] * Unit), -127, 127);
        return file;
    }
}
