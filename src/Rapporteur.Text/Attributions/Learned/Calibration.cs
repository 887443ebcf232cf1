namespace Rapporteur.Text.Attributions.Learned;

/// <summary>Turns how sure the trained fields are into how often they are right.</summary>
/// <remarks>
/// The fields were fitted to what they learnt from and are surer than they may be. Between the points, measured in ten bands on
/// PolNeAR's development part (content, cue and source all right, as its scorer counts "full"), the share runs straight.
/// </remarks>
internal static class Calibration
{
    private static readonly (double Sure, double Right)[] Points = [(0, 0.05), (0.3, 0.14), (0.5, 0.39), (0.7, 0.56), (0.88, 0.70), (1, 0.89)];

    /// <summary>The share of right attributions among those as sure as this one.</summary>
    public static double Of(double sure)
    {
        int i = 1;
        while (i < Points.Length - 1 && sure > Points[i].Sure) i++;
        ((double s0, double r0), (double s1, double r1)) = (Points[i - 1], Points[i]);
        return r0 + ((Math.Clamp(sure, s0, s1) - s0) / (s1 - s0) * (r1 - r0));
    }
}
