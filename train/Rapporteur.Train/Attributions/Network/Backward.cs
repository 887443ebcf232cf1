using Rapporteur.Text.Encoders;
using Rapporteur.Text.Learning;

namespace Rapporteur.Train.Attributions.Network;

/// <summary>The way back through each part of a network: from the slope of the loss by what came out to its slope by what went in and by the weights.</summary>
internal static unsafe class Backward
{
    /// <summary>Through output = input·weights (+ bias). The slope by the input is added to <paramref name="toInput"/> unless it is null.</summary>
    public static void Linear(Weights weights, float[] input, int count, float[] slope, Gradients gradients, Weights? bias, float[]? toInput, int inputStep = 0, int inputOffset = 0)
    {
        int rows = weights.Rows, columns = weights.Columns;
        float[] gradient = gradients.Of(weights);
        fixed (float* x = input, dy = slope, dw = gradient, w = weights.Values)
        {
            int step = inputStep == 0 ? rows : inputStep;
            MatrixProduct.Multiply(x + inputOffset, 1, step, rows, count, dy, columns, 1, columns, dw, columns, add: true);
            if (toInput is not null)
            {
                fixed (float* dx = toInput) MatrixProduct.Multiply(dy, columns, 1, count, columns, w, 1, columns, rows, dx + inputOffset, step, add: true);
            }
        }

        if (bias is not null) Sum(slope, count, columns, gradients.Of(bias));
    }

    /// <summary>Adds up rows.</summary>
    public static void Sum(float[] rows, int count, int width, float[] to)
    {
        for (int r = 0; r < count; r++)
        {
            for (int i = 0; i < width; i++) to[i] += rows[(r * width) + i];
        }
    }

    /// <summary>Through layer normalisation; adds to <paramref name="toInput"/>.</summary>
    public static void Normalise(float[] input, float[] inverse, int rows, int width, Weights gain, Weights shift, float[] slope, Gradients gradients, float[] toInput)
    {
        float[] byGain = gradients.Of(gain), byShift = gradients.Of(shift), g = gain.Values;
        for (int r = 0; r < rows; r++)
        {
            ReadOnlySpan<float> x = input.AsSpan(r * width, width), dy = slope.AsSpan(r * width, width);
            Span<float> dx = toInput.AsSpan(r * width, width);
            float mean = 0, sum = 0, product = 0;
            for (int i = 0; i < width; i++) mean += x[i];
            mean /= width;
            for (int i = 0; i < width; i++)
            {
                float normal = (x[i] - mean) * inverse[r], d = dy[i] * g[i];
                byGain[i] += dy[i] * normal;
                byShift[i] += dy[i];
                sum += d;
                product += d * normal;
            }

            sum /= width;
            product /= width;
            for (int i = 0; i < width; i++) dx[i] += inverse[r] * ((dy[i] * g[i]) - sum - ((x[i] - mean) * inverse[r] * product));
        }
    }

    /// <summary>Through a memory in both directions; adds to <paramref name="toInput"/> (with its own row length).</summary>
    public static void Lstm(BidirectionalLstm lstm, BidirectionalLstm.Pass pass, float[] input, int rows, IReadOnlyList<(int First, int End)> runs, float[] slope, Gradients gradients, float[] toInput)
    {
        int h = lstm.Cells, wide = 8 * h;
        float[] byGates = new float[rows * wide];
        for (int direction = 0; direction < 2; direction++)
        {
            Weights recurrent = lstm.Recurrent[direction];
            float[] transposed = new float[MatrixProduct.PanelLength(4 * h, h)], nextOutput = new float[Math.Max(h, 64)], nextState = new float[h];
            float[] byRecurrent = gradients.Of(recurrent);
            fixed (float* w = recurrent.Values, panels = transposed, dg = byGates, output = pass.Output, dw = byRecurrent, back = nextOutput)
            {
                MatrixProduct.Pack(w, 1, 4 * h, 4 * h, h, panels);
                foreach ((int first, int end) in runs)
                {
                    Array.Clear(nextOutput);
                    Array.Clear(nextState);
                    bool forward = direction == 0;
                    for (int k = 0; k < end - first; k++)
                    {
                        int t = forward ? end - 1 - k : first + k, before = forward ? t - 1 : t + 1;
                        bool begins = before < first || before >= end;
                        Cell(pass, t, begins ? -1 : before, direction, h, slope, nextOutput, nextState, byGates);
                        Array.Clear(nextOutput);
                        MatrixProduct.AddRow(dg + (t * wide) + (direction * 4 * h), 4 * h, panels, h, back);
                    }

                    int pairs = end - first - 1;
                    if (pairs <= 0) continue;
                    // Row t of the output and row t+1 of the gates belong together; backward it is the other way round.
                    float* from = output + ((forward ? first : first + 1) * 2 * h) + (direction * h);
                    float* to = dg + ((forward ? first + 1 : first) * wide) + (direction * 4 * h);
                    MatrixProduct.Multiply(from, 1, 2 * h, h, pairs, to, wide, 1, 4 * h, dw, 4 * h, add: true);
                }
            }
        }

        Linear(lstm.Input, input, rows, byGates, gradients, lstm.Bias, toInput);
    }

    private static void Cell(BidirectionalLstm.Pass pass, int t, int before, int direction, int h, float[] slope, float[] nextOutput, float[] nextState, float[] byGates)
    {
        int gates = (t * 8 * h) + (direction * 4 * h), row = (t * 2 * h) + (direction * h), past = (before * 2 * h) + (direction * h);
        for (int i = 0; i < h; i++)
        {
            float enter = pass.Gates[gates + i], keep = pass.Gates[gates + h + i], leave = pass.Gates[gates + (2 * h) + i], candidate = pass.Gates[gates + (3 * h) + i];
            float tanh = pass.Tangents[row + i], d = slope[row + i] + nextOutput[i];
            float state = nextState[i] + (d * leave * (1 - (tanh * tanh)));
            byGates[gates + i] = state * candidate * enter * (1 - enter);
            byGates[gates + h + i] = before < 0 ? 0 : state * pass.States[past + i] * keep * (1 - keep);
            byGates[gates + (2 * h) + i] = d * tanh * leave * (1 - leave);
            byGates[gates + (3 * h) + i] = state * enter * (1 - (candidate * candidate));
            nextState[i] = state * keep;
        }
    }

    /// <summary>Through a transformer layer; returns the slope by its input.</summary>
    public static float[] Layer(TransformerLayer layer, TransformerLayer.Pass pass, IReadOnlyList<(int First, int End)> stretches, float[] slope, Gradients gradients)
    {
        int n = pass.Input.Length / layer.Inputs;
        float[] hidden = new float[pass.Hidden.Length], normal2 = new float[pass.Normal2.Length], middle = [.. slope];
        Linear(layer.Second, pass.Hidden, n, slope, gradients, layer.SecondBias, hidden);
        for (int i = 0; i < hidden.Length; i++) if (pass.Hidden[i] <= 0) hidden[i] = 0;
        Noise.Apply(hidden, pass.HiddenMask);
        Linear(layer.First, pass.Normal2, n, hidden, gradients, layer.FirstBias, normal2);
        Normalise(pass.Middle, pass.Inverse2, n, layer.Outputs, layer.Gain2, layer.Shift2, normal2, gradients, middle);
        float[] input = new float[pass.Input.Length], mixed = new float[pass.Mixed.Length], looks = new float[pass.Looks.Length], normal1 = new float[pass.Normal1.Length];
        Linear(layer.Past, pass.Input, n, middle, gradients, layer.PastBias, input);
        Linear(layer.Seen, pass.Mixed, n, middle, gradients, layer.SeenBias, mixed);
        Noise.Apply(mixed, pass.MixedMask);
        Mix(layer.Inputs, TransformerLayer.Heads, pass.Looks, pass.Shares, stretches, mixed, looks);
        Linear(layer.Look, pass.Normal1, n, looks, gradients, layer.LookBias, normal1);
        Normalise(pass.Input, pass.Inverse1, n, layer.Inputs, layer.Gain1, layer.Shift1, normal1, gradients, input);
        return input;
    }

    /// <summary>Through <see cref="Attention.Mix"/>: from the slope by what was taken to the slope by queries, keys and values.</summary>
    public static void Mix(int width, int heads, float[] looked, float[] taken, IReadOnlyList<(int First, int End)> stretches, float[] slope, float[] toLooks)
    {
        int wide = 3 * width, head = width / heads;
        float scale = 1 / MathF.Sqrt(head);
        int most = stretches.Max(s => s.End - s.First);
        float[] byShares = new float[most * most];
        fixed (float* looks = looked, allShares = taken, dMixed = slope, dLooks = toLooks, ds = byShares)
        {
            float* shares = allShares;
            foreach ((int first, int end) in stretches)
            {
                int n = end - first;
                for (int k = 0; k < heads; k++, shares += n * n)
                {
                    nint at = ((nint)first * wide) + (k * head);
                    float* query = looks + at, key = query + width, value = key + width, dQuery = dLooks + at, dKey = dQuery + width, dValue = dKey + width;
                    float* dOut = dMixed + ((nint)first * width) + (k * head);
                    MatrixProduct.Multiply(shares, 1, n, n, n, dOut, width, 1, head, dValue, wide, add: false);
                    MatrixProduct.Multiply(dOut, width, 1, n, head, value, 1, wide, n, ds, n, add: false);
                    for (int i = 0; i < n; i++)
                    {
                        float sum = 0;
                        for (int j = 0; j < n; j++) sum += ds[(i * n) + j] * shares[(i * n) + j];
                        for (int j = 0; j < n; j++) ds[(i * n) + j] = shares[(i * n) + j] * (ds[(i * n) + j] - sum) * scale;
                    }

                    MatrixProduct.Multiply(ds, n, 1, n, n, key, wide, 1, head, dQuery, wide, add: false);
                    MatrixProduct.Multiply(ds, 1, n, n, n, query, wide, 1, head, dKey, wide, add: false);
                }
            }
        }
    }

    /// <summary>Through a layer of BERT; returns the slope by its input.</summary>
    public static float[] Layer(BertLayer layer, BertLayer.Pass pass, IReadOnlyList<(int First, int End)> stretches, float[] slope, Gradients gradients)
    {
        int n = pass.Input.Length / layer.Width;
        float[] last = new float[pass.Last.Length];
        Normalise(pass.Last, pass.Inverse2, n, layer.Width, layer.Gain2, layer.Shift2, slope, gradients, last);
        float[] normal1 = [.. last], hidden = new float[pass.Hidden.Length], middle = new float[pass.Middle.Length];
        Noise.Apply(last, pass.SecondMask);
        Linear(layer.Second, pass.Hidden, n, last, gradients, layer.SecondBias, hidden);
        Gaussian.Back(pass.Before, hidden);
        Linear(layer.First, pass.Normal1, n, hidden, gradients, layer.FirstBias, normal1);
        Normalise(pass.Middle, pass.Inverse1, n, layer.Width, layer.Gain1, layer.Shift1, normal1, gradients, middle);
        float[] input = [.. middle], mixed = new float[pass.Mixed.Length], looks = new float[pass.Looks.Length];
        Noise.Apply(middle, pass.SeenMask);
        Linear(layer.Seen, pass.Mixed, n, middle, gradients, layer.SeenBias, mixed);
        Mix(layer.Width, layer.Heads, pass.Looks, pass.Shares, stretches, mixed, looks);
        Linear(layer.Look, pass.Input, n, looks, gradients, layer.LookBias, input);
        return input;
    }

    /// <summary>Through a BERT, down to the vectors of its pieces, which are not learnt.</summary>
    public static void Bert(BertEncoder encoder, BertEncoder.Pass pass, IReadOnlyList<(int First, int End)> stretches, float[] slope, Gradients gradients)
    {
        for (int i = encoder.Layers.Count - 1; i >= 0; i--) slope = Layer(encoder.Layers[i], pass.Layers[i], stretches, slope, gradients);
        Noise.Apply(slope, pass.Mask);
        float[] input = new float[pass.Input.Length];
        Normalise(pass.Input, pass.Inverse, pass.Inverse.Length, BertEncoder.Width, encoder.Gain, encoder.Shift, slope, gradients, input);
    }
}
