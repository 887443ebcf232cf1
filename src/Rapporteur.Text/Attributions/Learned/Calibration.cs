namespace Rapporteur.Text.Attributions.Learned;

/// <summary>Turns how sure what was learnt is into how often it is right.</summary>
/// <remarks>
/// It was fitted to what it learnt from and is surer than it may be. Between the points, measured in twelve bands of equal number on
/// PolNeAR's development part (content, cue and source all right, as its scorer counts "full"), the share runs straight.
/// </remarks>
/// <param name="points">How sure, and how often right: both rising, from 0 to 1.</param>
internal sealed class Calibration((double Sure, double Right)[] points)
{
    /// <summary>For the network that is built in.</summary>
    public static Calibration Trained { get; } = new(
    [
        (0, 0.05), (0.235, 0.17), (0.39, 0.31), (0.57, 0.44), (0.72, 0.545), (0.82, 0.66), (0.89, 0.74), (0.94, 0.80), (0.97, 0.878), (0.986, 0.92), (0.994, 0.925), (1, 0.98),
    ]);

    /// <summary>The share of right attributions among those as sure as this one.</summary>
    /// <param name="sure">How sure what was learnt is, from 0 to 1.</param>
    public double Of(double sure)
    {
        int i = 1;
        while (i < points.Length - 1 && sure > points[i].Sure) i++;
        ((double s0, double r0), (double s1, double r1)) = (points[i - 1], points[i]);
        return r0 + ((Math.Clamp(sure, s0, s1) - s0) / (s1 - s0) * (r1 - r0));
    }
}
