using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Tests.Learning;

/// <summary>Holds slopes worked out backwards against what a small change does to the loss.</summary>
internal static class Slopes
{
    /// <summary>Fails where the steepest slope of a matrix is none, or is not what is measured there.</summary>
    /// <param name="one">The matrix.</param>
    /// <param name="slope">The slopes worked out.</param>
    /// <param name="step">How far the number is moved to both sides, less where it is steep.</param>
    /// <param name="relative">How far off it may be, as a share of what is measured.</param>
    /// <param name="absolute">How far off it may be beside that.</param>
    /// <param name="loss">The loss with the matrix as it stands.</param>
    public static void Agree(Weights one, float[] slope, float step, double relative, double absolute, Func<double> loss)
    {
        int at = Array.IndexOf(slope, slope.MaxBy(MathF.Abs));
        Assert.True(MathF.Abs(slope[at]) > 1e-6, one.Name + " has no slope at all");
        float before = one.Values[at], change = step / MathF.Max(1, MathF.Abs(slope[at]));
        double measured = (Loss(before + change) - Loss(before - change)) / (2 * change);
        one.Values[at] = before;
        one.Changed();
        Assert.True(Math.Abs(measured - slope[at]) < (relative * Math.Abs(measured)) + absolute, $"{one.Name}[{at}]: slope {slope[at]}, measured {measured}");

        double Loss(float value)
        {
            one.Values[at] = value;
            one.Changed();
            return loss();
        }
    }
}
