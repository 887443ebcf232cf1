namespace Rapporteur.Positions.Deciding;

/// <summary>What the other statements of an article tell of a statement's issue: talk stays on a matter, and an article has few.</summary>
internal static class IssueSurroundings
{
    /// <summary>Number of features: those of the statement itself, and these.</summary>
    public const int Count = IssueEvidence.Count + Around;

    private const int Around = 7;

    /// <summary>The features of a statement with those around it, by issue.</summary>
    /// <param name="evidence">Of the statement by itself.</param>
    /// <param name="own">How likely it is on each issue by itself.</param>
    /// <param name="article">The same of all statements of the article, in text order.</param>
    /// <param name="place">The statement's place among them, from 0.</param>
    public static double[][] Of(double[][] evidence, double[] own, IReadOnlyList<double[]> article, int place)
    {
        double[][] features = new double[evidence.Length][];
        for (int k = 0; k < evidence.Length; k++)
        {
            double before = At(place - 1, k), others = 0, most = 0;
            for (int j = 0; j < article.Count; j++)
            {
                if (j == place) continue;
                others += article[j][k];
                most = Math.Max(most, article[j][k]);
            }

            double best = own.Where((_, other) => other != k).DefaultIfEmpty().Max();
            features[k] = [.. evidence[k], own[k], before, At(place + 1, k), Math.Max(before, At(place - 2, k)), article.Count > 1 ? others / (article.Count - 1) : 0, most, own[k] - best];
        }

        return features;

        double At(int statement, int issue) => statement < 0 || statement >= article.Count ? 0 : article[statement][issue];
    }
}
