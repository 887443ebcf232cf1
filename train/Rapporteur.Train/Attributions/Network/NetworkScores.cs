using Rapporteur.Text;
using Rapporteur.Text.Attributions.Learned;
using Rapporteur.Text.Attributions.Neural;
using Rapporteur.Text.Learning;

namespace Rapporteur.Train.Attributions.Network;

/// <summary>How well a network does on marked texts while it learns.</summary>
internal static class NetworkScores
{
    /// <summary>F1 of cues (same first word), of source and content words when told the cue.</summary>
    public static string Of(AttributionNetwork network, WordKnowledge words, List<LearningText> texts)
    {
        ChainDecoder cues = new(Square(network.CueTransition)), links = new(Square(network.LinkTransition));
        int cueRight = 0, cueFound = 0, cueGold = 0;
        int[] right = new int[3], found = new int[3], gold = new int[3];
        foreach (LearningText text in texts)
        {
            IReadOnlyList<Sentence> sentences = text.Text.Prose.Source.Sentences;
            ReadBlock block = network.Read(text.Text, 0, sentences.Count, words);
            foreach (Sentence s in sentences)
            {
                byte[] labels = Best(cues, block.CueScores, s.FirstToken, s.EndToken);
                for (int i = 0; i < labels.Length; i++)
                {
                    bool is1 = labels[i] == 1, was1 = text.CueLabels.Best[s.FirstToken + i] == 1;
                    cueFound += is1 ? 1 : 0;
                    cueGold += was1 ? 1 : 0;
                    cueRight += is1 && was1 ? 1 : 0;
                }
            }

            if (text.Cues.Count == 0) continue;
            LinkedCues linked = network.Link(block, [.. text.Cues.Select(c => c.Cue)]);
            for (int c = 0; c < text.Cues.Count; c++)
            {
                byte[] labels = Best(links, linked.Scores, linked.Runs[c].First, linked.Runs[c].End);
                for (int i = 0; i < labels.Length; i++)
                {
                    byte is1 = labels[i], was1 = text.Cues[c].Labels.Best[i];
                    found[is1]++;
                    gold[was1]++;
                    if (is1 == was1) right[is1]++;
                }
            }
        }

        return $"cues {F(cueRight, cueFound, cueGold):F1}, sources {F(right[1], found[1], gold[1]):F1}, contents {F(right[2], found[2], gold[2]):F1}";

        static byte[] Best(ChainDecoder decoder, float[] scores, int first, int end)
        {
            byte[] labels = new byte[end - first];
            scores.AsSpan(first * ChainDecoder.Labels, labels.Length * ChainDecoder.Labels).CopyTo(decoder.Begin(labels.Length));
            decoder.Decode(labels);
            return labels;
        }

        static float[,] Square(Weights weights)
        {
            float[,] square = new float[weights.Rows, weights.Columns];
            Buffer.BlockCopy(weights.Values, 0, square, 0, weights.Values.Length * sizeof(float));
            return square;
        }

        static double F(int right, int found, int gold) => found + gold == 0 ? 0 : 200.0 * right / (found + gold);
    }
}
