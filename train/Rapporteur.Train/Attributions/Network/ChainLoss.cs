using Rapporteur.Text.Attributions.Learned;
using Rapporteur.Text.Learning;

namespace Rapporteur.Train.Attributions.Network;

/// <summary>The negative logarithm of the probability that a linear-chain conditional random field gives to the right labels, and its slopes.</summary>
/// <remarks>
/// Where a teacher is uncertain, each word is drawn to the teacher's shares (Hinton, Vinyals and Dean 2015), and what stands beside what to his likeliest labels.
/// </remarks>
internal static class ChainLoss
{
    private const int L = ChainDecoder.Labels;

    /// <summary>Adds the slopes of the rows <paramref name="first"/> to before <paramref name="end"/> to <paramref name="slope"/> and returns the loss.</summary>
    public static double Of(float[] scores, int first, int end, Labels labels, Weights transition, float weight, float[] slope, float[] transitionSlope)
    {
        int n = end - first;
        if (n == 0) return 0;
        float[] t = transition.Values;
        double[] forward = new double[n * L], backward = new double[n * L];
        Span<double> parts = stackalloc double[L];
        for (int i = 0; i < n; i++)
        {
            for (int b = 0; b < L; b++)
            {
                double sum = 0;
                if (i > 0)
                {
                    for (int a = 0; a < L; a++) parts[a] = forward[((i - 1) * L) + a] + t[(a * L) + b];
                    sum = LogSum(parts);
                }

                forward[(i * L) + b] = scores[((first + i) * L) + b] + sum;
            }
        }

        for (int i = n - 2; i >= 0; i--)
        {
            for (int a = 0; a < L; a++)
            {
                for (int b = 0; b < L; b++) parts[b] = t[(a * L) + b] + scores[((first + i + 1) * L) + b] + backward[((i + 1) * L) + b];
                backward[(i * L) + a] = LogSum(parts);
            }
        }

        for (int b = 0; b < L; b++) parts[b] = forward[((n - 1) * L) + b];
        double all = LogSum(parts), loss = all;
        for (int i = 0; i < n; i++)
        {
            for (int b = 0; b < L; b++)
            {
                double share = Math.Exp(forward[(i * L) + b] + backward[(i * L) + b] - all);
                slope[((first + i) * L) + b] += weight * (float)(share - labels.Share(i, b));
            }

            for (int b = 0; b < L; b++) loss -= labels.Share(i, b) * scores[((first + i) * L) + b];
            if (i == 0) continue;
            for (int a = 0; a < L; a++)
            {
                for (int b = 0; b < L; b++)
                {
                    double share = Math.Exp(forward[((i - 1) * L) + a] + t[(a * L) + b] + scores[((first + i) * L) + b] + backward[(i * L) + b] - all);
                    transitionSlope[(a * L) + b] += weight * (float)share;
                }
            }

            int step = (labels.Best[i - 1] * L) + labels.Best[i];
            transitionSlope[step] -= weight;
            loss -= t[step];
        }

        return loss;
    }

    private static double LogSum(ReadOnlySpan<double> values)
    {
        double top = Math.Max(values[0], Math.Max(values[1], values[2]));
        return top + Math.Log(Math.Exp(values[0] - top) + Math.Exp(values[1] - top) + Math.Exp(values[2] - top));
    }
}
