using System.Text.Json;
using Rapporteur.Text.Attributions.Neural;
using Rapporteur.Text.Encoders;
using Rapporteur.Text.Learning;

namespace Rapporteur.Train.Attributions.Network;

/// <summary>Takes vectors, first layer and vocabulary from the Universal Sentence Encoder Lite as its web version stores them.</summary>
internal static class PretrainedEncoder
{
    private const string Kona = "module_apply_default/Encoder_en/KonaTransformer/Encode/Layer_0/TransformerLayer/";
    private const string Attention = "module/Encoder_en/KonaTransformer/Encode/Layer_0/TransformerLayer/MultiheadAttention/";

    /// <summary>The pieces and their scores; a piece without one stands with 0.</summary>
    public static List<(string Piece, float Score)> Vocabulary(string folder)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "vocab.json")));
        return [.. json.RootElement.EnumerateArray().Select(e => (e[0].GetString()!, e[1].ValueKind == JsonValueKind.Number ? e[1].GetSingle() : 0f))];
    }

    /// <summary>Fills a network's pretrained part.</summary>
    public static void Fill(AttributionNetwork network, string folder)
    {
        Dictionary<string, float[]> all = Read(folder);
        TransformerLayer layer = network.Encoder;
        Take("module/Embeddings_en", network.Embedding);
        Take(Kona + "layer_prepostprocess/layer_norm/layer_norm_scale/ConcatPartitions/concat", layer.Gain1);
        Take(Kona + "layer_prepostprocess/layer_norm/layer_norm_bias/ConcatPartitions/concat", layer.Shift1);
        Take(Attention + "qkv_transform_single/kernel/part_0", layer.Look);
        Take(Kona + "MultiheadAttention/qkv_transform_single/bias/ConcatPartitions/concat", layer.LookBias);
        Take(Attention + "output_transform_single/kernel/part_0", layer.Seen);
        Take(Kona + "MultiheadAttention/output_transform_single/bias/ConcatPartitions/concat", layer.SeenBias);
        Take(Kona + "dense/kernel/ConcatPartitions/concat", layer.Past);
        Take(Kona + "dense/bias/ConcatPartitions/concat", layer.PastBias);
        Take(Kona + "FFN/layer_prepostprocess/layer_norm/layer_norm_scale/ConcatPartitions/concat", layer.Gain2);
        Take(Kona + "FFN/layer_prepostprocess/layer_norm/layer_norm_bias/ConcatPartitions/concat", layer.Shift2);
        Take("module_apply_default/Encoder_en/KonaTransformer/Encode/TransformerStack/Layer_0/TransformerLayer/FFN/conv1/Tensordot/Reshape_1", layer.First);
        Take(Kona + "FFN/conv1/bias/ConcatPartitions/concat", layer.FirstBias);
        Take("module_apply_default/Encoder_en/KonaTransformer/Encode/TransformerStack/Layer_0/TransformerLayer/FFN/conv2/Tensordot/Reshape_1", layer.Second);
        Take(Kona + "FFN/conv2/bias/ConcatPartitions/concat", layer.SecondBias);

        float[] scales = all["module_apply_default/Encoder_en/KonaTransformer/Encode/TransformerStack/Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1"];
        for (int p = 0; p < PiecedText.MostPieces; p++)
        {
            for (int i = 0; i < scales.Length; i++)
            {
                network.Timing.Values[(p * 256) + i] = MathF.Sin(p * scales[i]);
                network.Timing.Values[(p * 256) + 128 + i] = MathF.Cos(p * scales[i]);
            }
        }

        void Take(string name, Weights to) => all[name].CopyTo(to.Values, 0);
    }

    private static Dictionary<string, float[]> Read(string folder)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "model.json")));
        Dictionary<string, float[]> all = new(StringComparer.Ordinal);
        foreach (JsonElement group in json.RootElement.GetProperty("weightsManifest").EnumerateArray())
        {
            byte[] bytes = [.. group.GetProperty("paths").EnumerateArray().SelectMany(p => File.ReadAllBytes(Path.Combine(folder, p.GetString()!)))];
            int at = 0;
            foreach (JsonElement weight in group.GetProperty("weights").EnumerateArray())
            {
                int count = weight.GetProperty("shape").EnumerateArray().Aggregate(1, (product, side) => product * side.GetInt32());
                string type = weight.GetProperty("dtype").GetString()!;
                if (type == "float32")
                {
                    float[] values = new float[count];
                    Buffer.BlockCopy(bytes, at, values, 0, count * 4);
                    all[weight.GetProperty("name").GetString()!] = values;
                }

                at += type == "bool" ? count : 4 * count;
            }
        }

        return all;
    }
}
