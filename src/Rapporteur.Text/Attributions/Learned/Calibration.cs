namespace Rapporteur.Text.Attributions.Learned;

/// <summary>Turns how sure what was learnt is into how often it is right.</summary>
/// <remarks>
/// It was fitted to what it learnt from and is surer than it may be. Between the points, measured in bands of equal number on
/// PolNeAR's development part (content, cue and source all right, as its scorer counts "full"), the share runs straight.
/// </remarks>
internal static class Calibration
{
    private static readonly (double Sure, double Right)[] Fields = [(0, 0.05), (0.3, 0.14), (0.5, 0.39), (0.7, 0.56), (0.88, 0.70), (1, 0.89)];

    private static readonly (double Sure, double Right)[] Network =
    [
        (0, 0.05), (0.13, 0.135), (0.35, 0.25), (0.55, 0.33), (0.72, 0.48), (0.85, 0.60), (0.93, 0.74), (0.97, 0.84), (0.987, 0.89), (0.994, 0.94), (1, 0.97),
    ];

    /// <summary>The share of right attributions among those as sure as this one.</summary>
    /// <param name="sure">How sure what was learnt is, from 0 to 1.</param>
    /// <param name="network">Whether the network had its say, or the fields of features alone.</param>
    public static double Of(double sure, bool network)
    {
        (double Sure, double Right)[] points = network ? Network : Fields;
        int i = 1;
        while (i < points.Length - 1 && sure > points[i].Sure) i++;
        ((double s0, double r0), (double s1, double r1)) = (points[i - 1], points[i]);
        return r0 + ((Math.Clamp(sure, s0, s1) - s0) / (s1 - s0) * (r1 - r0));
    }
}
