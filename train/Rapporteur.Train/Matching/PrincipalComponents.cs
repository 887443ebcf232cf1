namespace Rapporteur.Train.Matching;

/// <summary>Directions in which vectors differ most, by Jacobi's rotations of their covariance.</summary>
internal static class PrincipalComponents
{
    private const int Sweeps = 12;

    /// <summary>The directions, the one of most variance first.</summary>
    public static double[][] Of(IReadOnlyList<float[]> vectors, double[] mean)
    {
        int n = mean.Length;
        double[,] covariance = new double[n, n];
        foreach (float[] vector in vectors)
        {
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j <= i; j++) covariance[i, j] += (vector[i] - mean[i]) * (vector[j] - mean[j]);
            }
        }

        for (int i = 0; i < n; i++) for (int j = 0; j < i; j++) covariance[j, i] = covariance[i, j];
        double[,] directions = new double[n, n];
        for (int i = 0; i < n; i++) directions[i, i] = 1;
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            for (int p = 0; p < n; p++) for (int q = p + 1; q < n; q++) Rotate(covariance, directions, p, q);
        }

        return [.. Enumerable.Range(0, n).OrderByDescending(k => covariance[k, k]).Select(k => Enumerable.Range(0, n).Select(i => directions[i, k]).ToArray())];
    }

    private static void Rotate(double[,] a, double[,] v, int p, int q)
    {
        if (Math.Abs(a[p, q]) < 1e-12) return;
        double theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        double t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        double c = 1 / Math.Sqrt((t * t) + 1), s = t * c;
        int n = a.GetLength(0);
        for (int k = 0; k < n; k++) (a[k, p], a[k, q]) = ((c * a[k, p]) - (s * a[k, q]), (s * a[k, p]) + (c * a[k, q]));
        for (int k = 0; k < n; k++) (a[p, k], a[q, k]) = ((c * a[p, k]) - (s * a[q, k]), (s * a[p, k]) + (c * a[q, k]));
        for (int k = 0; k < n; k++) (v[k, p], v[k, q]) = ((c * v[k, p]) - (s * v[k, q]), (s * v[k, p]) + (c * v[k, q]));
    }
}
