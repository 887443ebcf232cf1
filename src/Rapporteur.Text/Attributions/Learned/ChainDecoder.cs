namespace Rapporteur.Text.Attributions.Learned;

/// <summary>The best sequence of labels (Viterbi), and how sure each word's label is (forward and backward sums).</summary>
internal sealed class ChainDecoder(float[,] transition)
{
    /// <summary>Labels of a word, of which 0 is "outside".</summary>
    public const int Labels = 3;

    private const int L = Labels;
    private float[] _scores = [];
    private byte[] _back = [];
    private double[] _forward = [], _backward = [];

    /// <summary>The scores of a stretch of words, to be filled in before decoding: <see cref="Labels"/> a word.</summary>
    public Span<float> Begin(int words)
    {
        if (_scores.Length < words * L)
        {
            _scores = new float[words * L * 2];
            _back = new byte[words * L * 2];
            _forward = new double[words * L * 2];
            _backward = new double[words * L * 2];
        }

        return _scores.AsSpan(0, words * L);
    }

    /// <summary>Labels of the words scored since <see cref="Begin"/>.</summary>
    public void Decode(Span<byte> labels)
    {
        int n = labels.Length;
        if (n == 0) return;
        Span<float> best = stackalloc float[L], next = stackalloc float[L];
        _scores.AsSpan(0, L).CopyTo(best);
        for (int i = 1; i < n; i++)
        {
            for (int b = 0; b < L; b++)
            {
                int from = 0;
                float top = float.MinValue;
                for (int a = 0; a < L; a++)
                {
                    float score = best[a] + transition[a, b];
                    if (score > top) (top, from) = (score, a);
                }

                next[b] = top + _scores[(i * L) + b];
                _back[(i * L) + b] = (byte)from;
            }

            next.CopyTo(best);
        }

        byte label = 0;
        for (byte b = 1; b < L; b++)
        {
            if (best[b] > best[label]) label = b;
        }

        for (int i = n - 1; i >= 0; i--)
        {
            labels[i] = label;
            label = _back[(i * L) + label];
        }
    }

    /// <summary>The probability of each label of each word, in <see cref="Probability"/>.</summary>
    public void Sum(int words)
    {
        for (int i = 0; i < words; i++)
        {
            for (int b = 0; b < L; b++)
            {
                double sum = i == 0 ? 0 : Log(_forward.AsSpan((i - 1) * L, L), b, forward: true);
                _forward[(i * L) + b] = sum + Score(i, b);
            }
        }

        Span<double> next = stackalloc double[L];
        for (int i = words - 1; i >= 0; i--)
        {
            for (int a = 0; a < L; a++)
            {
                if (i == words - 1)
                {
                    _backward[(i * L) + a] = 0;
                    continue;
                }

                for (int b = 0; b < L; b++) next[b] = _backward[((i + 1) * L) + b] + Score(i + 1, b);
                _backward[(i * L) + a] = Log(next, a, forward: false);
            }
        }
    }

    /// <summary>How likely a label is at a word, after <see cref="Sum"/>.</summary>
    public double Probability(int word, int label)
    {
        double own = 0, top = double.NegativeInfinity, all = 0;
        for (int b = 0; b < L; b++) top = Math.Max(top, _forward[(word * L) + b] + _backward[(word * L) + b]);
        for (int b = 0; b < L; b++)
        {
            double p = Math.Exp(_forward[(word * L) + b] + _backward[(word * L) + b] - top);
            all += p;
            if (b == label) own = p;
        }

        return own / all;
    }

    private double Score(int word, int label) => _scores[(word * L) + label];

    private double Log(ReadOnlySpan<double> values, int at, bool forward)
    {
        Span<double> sums = stackalloc double[L];
        double top = double.NegativeInfinity;
        for (int c = 0; c < L; c++)
        {
            sums[c] = values[c] + (forward ? transition[c, at] : transition[at, c]);
            top = Math.Max(top, sums[c]);
        }

        double sum = 0;
        for (int c = 0; c < L; c++) sum += Math.Exp(sums[c] - top);
        return top + Math.Log(sum);
    }
}
