using System.Collections.Frozen;
using System.Globalization;

namespace Rapporteur.Text.Attributions;

/// <summary>How often a rule is right: the confidence that is shown to people.</summary>
/// <remarks>Measured, not felt: <c>Languages/English/attribution-confidence.tsv</c> says on what.</remarks>
internal static class Confidences
{
    private static readonly FrozenDictionary<(string Rule, int Band), double> Measured = Lexicon.Rows("attribution-confidence.tsv")
        .ToFrozenDictionary(c => (c[0], int.Parse(c[1], CultureInfo.InvariantCulture)), c => double.Parse(c[2], CultureInfo.InvariantCulture));

    /// <summary>The share of right attributions among those a rule found with a verb as sure as this one.</summary>
    public static double Of(string rule, float rate) =>
        Measured.TryGetValue((rule, Band(rate)), out double share) || Measured.TryGetValue((rule, 0), out share) ? share : 0.5;

    /// <summary>The bands of verb rates that were measured apart: 1 below 0.6, 2 below 0.8, 3 above.</summary>
    public static int Band(float rate) => rate < 0.6f ? 1 : rate < 0.8f ? 2 : 3;
}
