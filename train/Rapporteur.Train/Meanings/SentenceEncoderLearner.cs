using System.Numerics.Tensors;
using Rapporteur.Text.Encoders;
using Rapporteur.Text.Learning;
using Rapporteur.Text.Meanings;
using Rapporteur.Train.Attributions.Network;

namespace Rapporteur.Train.Meanings;

/// <summary>Wordings of one occasion: the pieces of each, which things said it words, and whose words they are.</summary>
internal sealed record WordedOccasion(int[][] Texts, IReadOnlyList<IReadOnlySet<string>> Families, string[] Actors);

/// <summary>Two sentences and how alike people found them, 0 to 1.</summary>
internal sealed record JudgedPair(int[] Left, int[] Right, float Likeness);

/// <summary>The pieces of a text, and where another encoder points with it: a mean of length 1.</summary>
internal sealed record Taught(int[] Text, float[] Mean);

/// <summary>Goes forth and back through a sentence encoder: wordings of one thing said shall point the same way, other things said by the same actor another.</summary>
internal static class SentenceEncoderLearner
{
    // How sharply a wording chooses among the others of its occasion (Khosla et al. 2020), and how much that counts beside the decision on each pair.
    private const float Sharpness = 1 / 0.07f, ShareOfChoice = 1;

    // Wordings of one thing are few among the pairs.
    private const float WeightOfSame = 2;

    private const int Width = BertEncoder.Width;

    /// <summary>Adds the slopes of an occasion's wordings to the gradients; returns the loss a wording.</summary>
    /// <param name="encoder">The encoder.</param>
    /// <param name="decision">Slope and shift that turn a cosine into the log-odds of one statement; learnt with it.</param>
    /// <param name="occasion">The wordings.</param>
    /// <param name="noise">Leaves out states at random; null leaves out none.</param>
    /// <param name="kept">The share that noise keeps.</param>
    /// <param name="gradients">Where the slopes go.</param>
    public static double Learn(SentenceEncoder encoder, Weights decision, WordedOccasion occasion, Noise? noise, float kept, Gradients gradients)
    {
        SentenceEncoder.Pass pass = encoder.Read(occasion.Texts, noise, kept);
        int n = occasion.Texts.Length;
        float[] likeness = new float[n * n], slope = new float[n * n];
        bool[] same = new bool[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                likeness[(i * n) + j] = TensorPrimitives.Dot<float>(Row(pass.Means, i), Row(pass.Means, j));
                same[(i * n) + j] = i != j && occasion.Families[i].Overlaps(occasion.Families[j]);
            }
        }

        double loss = Decide(occasion, decision, likeness, same, slope, gradients.Of(decision)) + Choose(n, likeness, same, slope);
        float[] vectors = new float[pass.Means.Length];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                float d = slope[(i * n) + j];
                if (d == 0) continue;
                Elementary.AddTo(Row(vectors, i), Row(pass.Means, j), d);
                Elementary.AddTo(Row(vectors, j), Row(pass.Means, i), d);
            }
        }

        Back(encoder, pass, vectors, gradients);
        return loss / n;
    }

    /// <summary>The same for pairs that people have judged: the cosine shall be how alike they found them.</summary>
    public static double Learn(SentenceEncoder encoder, ReadOnlySpan<JudgedPair> pairs, float weight, Noise? noise, float kept, Gradients gradients)
    {
        List<int[]> texts = [];
        foreach (JudgedPair pair in pairs) texts.AddRange([pair.Left, pair.Right]);
        SentenceEncoder.Pass pass = encoder.Read(texts, noise, kept);
        float[] vectors = new float[pass.Means.Length];
        double loss = 0;
        for (int i = 0; i < pairs.Length; i++)
        {
            float off = TensorPrimitives.Dot<float>(Row(pass.Means, 2 * i), Row(pass.Means, (2 * i) + 1)) - pairs[i].Likeness;
            loss += off * off;
            Elementary.AddTo(Row(vectors, 2 * i), Row(pass.Means, (2 * i) + 1), 2 * weight * off);
            Elementary.AddTo(Row(vectors, (2 * i) + 1), Row(pass.Means, 2 * i), 2 * weight * off);
        }

        Back(encoder, pass, vectors, gradients);
        return loss / pairs.Length;
    }

    /// <summary>The same for texts that another encoder has read: the cosine with its means shall be 1. Returns the loss, 1 less the cosine, of all of them.</summary>
    public static double Learn(SentenceEncoder encoder, IReadOnlyList<Taught> texts, Gradients gradients)
    {
        if (texts.Count == 0) return 0;
        SentenceEncoder.Pass pass = encoder.Read([.. texts.Select(text => text.Text)]);
        float[] vectors = new float[pass.Means.Length];
        double loss = 0;
        for (int i = 0; i < texts.Count; i++)
        {
            loss += 1 - TensorPrimitives.Dot<float>(Row(pass.Means, i), texts[i].Mean);
            Elementary.AddTo(Row(vectors, i), texts[i].Mean, -1);
        }

        Back(encoder, pass, vectors, gradients);
        return loss;
    }

    // One statement or two, for each pair of one actor: cross-entropy, as much for each wording however many pairs there are.
    private static double Decide(WordedOccasion occasion, Weights decision, float[] likeness, bool[] same, float[] slope, float[] byDecision)
    {
        int n = occasion.Texts.Length, pairs = 0;
        for (int i = 0; i < n; i++) for (int j = 0; j < i; j++) pairs += MayBeOne(i, j) ? 1 : 0;
        double loss = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (!MayBeOne(i, j)) continue;
                int at = (i * n) + j;
                float chance = 1 / (1 + MathF.Exp(-((decision.Values[0] * likeness[at]) + decision.Values[1])));
                float weight = (float)n / pairs * (same[at] ? WeightOfSame : 1), d = weight * (chance - (same[at] ? 1 : 0));
                loss -= weight * Math.Log(Math.Max(1e-7, same[at] ? chance : 1 - chance));
                slope[at] += d * decision.Values[0];
                byDecision[0] += d * likeness[at];
                byDecision[1] += d;
            }
        }

        return loss;

        bool MayBeOne(int i, int j) => occasion.Actors[i] == occasion.Actors[j] || occasion.Actors[i].Length == 0 || occasion.Actors[j].Length == 0;
    }

    // Among all others of the occasion each wording shall find those of its own thing.
    private static double Choose(int n, float[] likeness, bool[] same, float[] slope)
    {
        double loss = 0;
        for (int i = 0; i < n; i++)
        {
            int own = 0;
            double sum = 0;
            for (int j = 0; j < n; j++)
            {
                own += same[(i * n) + j] ? 1 : 0;
                if (j != i) sum += Math.Exp((likeness[(i * n) + j] - 1) * Sharpness);
            }

            for (int j = 0; j < n && own > 0; j++)
            {
                if (j == i) continue;
                int at = (i * n) + j;
                double share = Math.Exp((likeness[at] - 1) * Sharpness) / sum, wanted = same[at] ? 1.0 / own : 0;
                slope[at] += ShareOfChoice * Sharpness * (float)(share - wanted);
                if (same[at]) loss -= ShareOfChoice / own * Math.Log(Math.Max(1e-9, share));
            }
        }

        return loss;
    }

    private static void Back(SentenceEncoder encoder, SentenceEncoder.Pass pass, float[] slope, Gradients gradients)
    {
        float[] states = new float[pass.Read.Output.Length], sum = new float[Width];
        for (int i = 0; i < pass.Lengths.Length; i++)
        {
            // Only what turns the mean matters, not what lengthens it.
            float along = TensorPrimitives.Dot<float>(Row(pass.Means, i), Row(slope, i));
            for (int k = 0; k < Width; k++) sum[k] = (slope[(i * Width) + k] - (along * pass.Means[(i * Width) + k])) / pass.Lengths[i];
            for (int piece = pass.Stretches[i].First; piece < pass.Stretches[i].End; piece++) sum.CopyTo(states, piece * Width);
        }

        Backward.Bert(encoder.Encoder, pass.Read, pass.Stretches, states, gradients);
    }

    private static Span<float> Row(float[] rows, int i) => rows.AsSpan(i * Width, Width);
}
