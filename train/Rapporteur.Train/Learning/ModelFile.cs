using System.IO.Compression;

namespace Rapporteur.Train.Learning;

/// <summary>Writes what was learnt as the program reads it: gzip, since the models together must stay under 40 MB and tables of trees and names shrink by half.</summary>
internal static class ModelFile
{
    /// <summary>The bytes of a model that was written so, or lies there unpacked.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="name">Its name as it is read.</param>
    public static byte[] Read(string folder, string name)
    {
        string packed = Path.Combine(folder, name + ".gz");
        if (!File.Exists(packed)) return File.ReadAllBytes(Path.Combine(folder, name));
        using GZipStream zip = new(File.OpenRead(packed), CompressionMode.Decompress);
        using MemoryStream model = new();
        zip.CopyTo(model);
        return model.ToArray();
    }

    /// <summary>Writes a model, in place of the one before.</summary>
    /// <param name="folder">Its folder; made if there is none.</param>
    /// <param name="name">Its name as it is read, <c>syntax.bin</c>; the file is <c>syntax.bin.gz</c>.</param>
    /// <param name="model">Its bytes.</param>
    /// <returns>The bytes that the file has.</returns>
    public static int Write(string folder, string name, byte[] model)
    {
        Directory.CreateDirectory(folder);
        using MemoryStream packed = new();
        using (GZipStream zip = new(packed, CompressionLevel.SmallestSize, leaveOpen: true)) zip.Write(model);
        File.WriteAllBytes(Path.Combine(folder, name + ".gz"), packed.ToArray());
        File.Delete(Path.Combine(folder, name));
        return (int)packed.Length;
    }
}
