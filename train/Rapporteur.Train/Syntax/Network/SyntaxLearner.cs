using Rapporteur.Text.Entities;
using Rapporteur.Text.Learning;
using Rapporteur.Text.Syntax;
using Rapporteur.Train.Attributions.Network;

namespace Rapporteur.Train.Syntax.Network;

/// <summary>Goes forth and back through the network for some sentences.</summary>
internal sealed unsafe class SyntaxLearner(SyntaxNetwork network, WordVectors vectors)
{
    // Names are one decision in ten; they take part of the memory that trees need when they weigh as much.
    private const float NameWeight = 0.5f;
    private const int A = SyntaxNetwork.ArcWidth, R = SyntaxNetwork.RelationWidth, S = SyntaxNetwork.States;

    /// <summary>Adds the slopes to the gradients; returns the loss of tags, arcs, relations and names together.</summary>
    public double Learn(IReadOnlyList<SyntaxExample> examples, ISyntaxNoise? noise, Gradients gradients)
    {
        WordForm[] forms = [.. examples.SelectMany(e => e.Forms)];
        List<(int First, int End)> runs = [];
        foreach (SyntaxExample e in examples)
        {
            int first = runs.Count == 0 ? 0 : runs[^1].End;
            runs.Add((first, first + e.Forms.Length));
        }

        SyntaxPass pass = network.Apply(forms, runs, vectors, noise);
        int words = pass.Words;
        float[] states = new float[words * S], lower = new float[words * S];
        double loss = 0;

        float[] tags = new float[pass.TagScores.Length], names = new float[pass.NameScores.Length], news = new float[pass.NewsScores.Length];
        for (int e = 0; e < examples.Count; e++)
        {
            for (int i = 0; i < examples[e].Forms.Length; i++)
            {
                int w = runs[e].First + i;
                if (examples[e].Tags[i] >= 0) loss += CrossEntropy(pass.TagScores, w, network.Tags.Length, examples[e].Tags[i], 1, tags);
                if (examples[e].Names is not { } labels) continue;
                loss += examples[e].IsNews
                    ? CrossEntropy(pass.NewsScores, w, NameLabels.Count, labels[i], NameWeight, news)
                    : CrossEntropy(pass.NameScores, w, NameLabels.Count, labels[i], NameWeight, names);
            }
        }

        Backward.Linear(network.TagOut, pass.LowerStates, words, tags, gradients, network.TagBias, lower);
        Backward.Linear(network.NameOut, pass.States, words, names, gradients, network.NameBias, states);
        Backward.Linear(network.NewsOut, pass.States, words, news, gradients, network.NewsBias, states);
        loss += Arcs(examples, pass, states, gradients);
        loss += Relations(examples, pass, states, gradients);

        SyntaxNetwork.Multiply(states, pass.UpperMask);
        Backward.Lstm(network.Upper, pass.Upper, pass.LowerStates, words, runs, states, gradients, lower);
        SyntaxNetwork.Multiply(lower, pass.LowerMask);
        float[] input = new float[pass.Input.Length];
        Backward.Lstm(network.Lower, pass.Lower, pass.Input, words, runs, lower, gradients, input);
        SyntaxNetwork.Multiply(input, pass.InputMask);
        for (int w = 0; w < words; w++)
        {
            ReadOnlySpan<float> slope = input.AsSpan((w * SyntaxNetwork.Inputs) + WordVectors.Width, SyntaxNetwork.FeatureWidth);
            foreach (int row in pass.Features.AsSpan(w * SyntaxFeatures.Count, SyntaxFeatures.Count))
            {
                if (row >= 0) gradients.AddRow(network.Table, row, slope);
            }
        }

        return loss;
    }

    private double Arcs(IReadOnlyList<SyntaxExample> examples, SyntaxPass pass, float[] states, Gradients gradients)
    {
        float[] products = new float[pass.Products.Length], heads = new float[pass.Heads.Length], dependents = new float[pass.Dependents.Length];
        float[] byRoot = gradients.Of(network.ArcRoot), byDistance = gradients.Of(network.ArcDistance), root = network.ArcRoot.Values;
        double loss = 0;
        for (int e = 0; e < examples.Count; e++)
        {
            if (examples[e].Heads is not { } gold) continue;
            (int first, int end) = pass.Runs[e];
            int n = end - first, wide = n + 1;
            float[] scores = network.Arcs(pass, first, end), slope = new float[scores.Length];
            for (int d = 0; d < n; d++)
            {
                scores[(d * wide) + d] = -1000; // no word is its own head
                loss += CrossEntropy(scores, d, wide, gold[d] < 0 ? n : gold[d], 1, slope);
                for (int h = 0; h < n; h++) byDistance[SyntaxNetwork.DistanceBin(h - d)] += slope[(d * wide) + h];
                float bySelf = slope[(d * wide) + n];
                for (int i = 0; i < A; i++)
                {
                    byRoot[i] += bySelf * pass.Products[((first + d) * A) + i];
                    products[((first + d) * A) + i] += bySelf * root[i];
                }
            }

            fixed (float* ds = slope, p = pass.Products, hd = pass.Heads, dp = products, dh = heads)
            {
                MatrixProduct.Multiply(ds, wide, 1, n, n, hd + (first * A), A, 1, A, dp + (first * A), A, add: true);
                MatrixProduct.Multiply(ds, 1, wide, n, n, p + (first * A), A, 1, A, dh + (first * A), A, add: true);
            }
        }

        Backward.Linear(network.ArcProduct, pass.Dependents, pass.Words, products, gradients, network.ArcPrior, dependents);
        for (int i = 0; i < heads.Length; i++)
        {
            if (pass.Heads[i] <= 0) heads[i] = 0;
            if (pass.Dependents[i] <= 0) dependents[i] = 0;
        }

        Backward.Linear(network.ArcHead, pass.States, pass.Words, heads, gradients, network.ArcHeadBias, states);
        Backward.Linear(network.ArcDependent, pass.States, pass.Words, dependents, gradients, network.ArcDependentBias, states);
        return loss;
    }

    private double Relations(IReadOnlyList<SyntaxExample> examples, SyntaxPass pass, float[] states, Gradients gradients)
    {
        int[] gold = new int[pass.Words], relations = new int[pass.Words];
        Array.Fill(gold, -1);
        Array.Fill(relations, -1);
        for (int e = 0; e < examples.Count; e++)
        {
            if (examples[e].Heads is not { } heads) continue;
            for (int i = 0; i < heads.Length; i++)
            {
                if (heads[i] < 0 || examples[e].Relations[i] < 0) continue;
                gold[pass.Runs[e].First + i] = pass.Runs[e].First + heads[i];
                relations[pass.Runs[e].First + i] = examples[e].Relations[i];
            }
        }

        float[] hidden = network.RelationStates(pass, gold), scores = network.RelationScores(hidden), slope = new float[scores.Length], back = new float[hidden.Length];
        double loss = 0;
        for (int w = 0; w < pass.Words; w++)
        {
            if (relations[w] >= 0) loss += CrossEntropy(scores, w, network.Relations.Length, relations[w], 1, slope);
        }

        Backward.Linear(network.RelationOut, hidden, pass.Words, slope, gradients, network.RelationOutBias, back);
        float[] byHead = new float[hidden.Length], byDependent = new float[hidden.Length];
        for (int w = 0; w < pass.Words; w++)
        {
            if (gold[w] < 0) continue;
            for (int i = 0; i < R; i++)
            {
                if (hidden[(w * R) + i] <= 0) continue;
                byDependent[(w * R) + i] += back[(w * R) + i];
                byHead[(gold[w] * R) + i] += back[(w * R) + i];
            }
        }

        Backward.Linear(network.RelationHead, pass.States, pass.Words, byHead, gradients, null, states);
        Backward.Linear(network.RelationDependent, pass.States, pass.Words, byDependent, gradients, network.RelationBias, states);
        return loss;
    }

    // Adds the slope of one row and returns its loss.
    private static double CrossEntropy(float[] scores, int row, int width, int right, float weight, float[] slope)
    {
        Span<float> to = slope.AsSpan(row * width, width);
        scores.AsSpan(row * width, width).CopyTo(to);
        fixed (float* shares = to) Elementary.Softmax(shares, width);
        double loss = -Math.Log(Math.Max(to[right], 1e-9f));
        to[right] -= 1;
        for (int i = 0; i < width; i++) to[i] *= weight;
        return loss * weight;
    }
}
