using System.IO.Compression;

namespace Rapporteur.Text.Learning;

/// <summary>Reads what is built into this assembly: trained models and word lists.</summary>
internal static class EmbeddedData
{
    /// <summary>The bytes of a model, by its path under <c>models/</c>: <c>syntax/syntax.bin</c>. One that lies there packed (<c>syntax.bin.gz</c>) is unpacked.</summary>
    public static byte[] Model(string path)
    {
        if (Open("models/" + path + ".gz") is { } packed)
        {
            using GZipStream zip = new(packed, CompressionMode.Decompress);
            using MemoryStream unpacked = new();
            zip.CopyTo(unpacked);
            return unpacked.ToArray();
        }

        using Stream stream = Open("models/" + path)
            ?? throw new InvalidDataException($"models/{path} was not there when Rapporteur.Text was built. Run: train/train {path.Split('/')[0]}");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The lines of a word list, by its path in this project, without comments (#) and blank lines.</summary>
    public static IEnumerable<string> Lines(string path)
    {
        using Stream stream = Open(path) ?? throw new InvalidDataException($"{path} is not embedded in Rapporteur.Text: see EmbeddedResource in its project file");
        using StreamReader reader = new(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }

    private static Stream? Open(string name) => typeof(EmbeddedData).Assembly.GetManifestResourceStream(name);
}
