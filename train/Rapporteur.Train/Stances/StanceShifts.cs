namespace Rapporteur.Train.Stances;

/// <summary>What to add to each label's score so that stances are told apart best on the mean, found on statements left out of learning.</summary>
internal static class StanceShifts
{
    // Beyond this the shift fits the few statements of a rare stance, and not the stance.
    private const double Most = 0.5;
    private const double Step = 0.1;
    private const int Rounds = 3;

    /// <summary>One shift a label, found label by label.</summary>
    public static double[] Of(string[] labels, List<(string Gold, double[] Chances)> apart)
    {
        double[] shifts = new double[labels.Length];
        double reached = StanceScore.MacroF1(Pairs(labels, apart, shifts));
        for (int round = 0; round < Rounds; round++)
        {
            for (int k = 0; k < labels.Length; k++)
            {
                double kept = shifts[k];
                for (double tried = -Most; tried <= Most + 1e-9; tried += Step)
                {
                    shifts[k] = tried;
                    double score = StanceScore.MacroF1(Pairs(labels, apart, shifts));
                    if (score > reached + 1e-9) (reached, kept) = (score, tried);
                }

                shifts[k] = kept;
            }
        }

        return shifts;
    }

    /// <summary>What is decided under some shifts.</summary>
    public static List<(string Gold, string Found)> Pairs(string[] labels, List<(string Gold, double[] Chances)> apart, double[] shifts)
    {
        List<(string, string)> pairs = [];
        foreach ((string gold, double[] chances) in apart)
        {
            int best = 0;
            for (int k = 1; k < chances.Length; k++)
            {
                if (chances[k] * Math.Exp(shifts[k]) > chances[best] * Math.Exp(shifts[best])) best = k;
            }

            pairs.Add((gold, labels[best]));
        }

        return pairs;
    }
}
