using Rapporteur.Text.Learning;
using Rapporteur.Text.Stances.Network;

namespace Rapporteur.Text.Stances;

/// <summary>Who decides on a statement's stance: a regression over what is known of it, and networks that read it word by word.</summary>
/// <param name="regression">The regression.</param>
/// <param name="networks">The networks; none where only the regression is asked.</param>
/// <param name="share">How much the networks count together, 0 to 1; the regression has the rest.</param>
internal sealed class StanceJudges(StanceModel regression, IReadOnlyList<StanceNetwork> networks, double share)
{
    /// <summary>How many networks there are.</summary>
    public const int Networks = 2;

    /// <summary>How much they count; chosen on the tuning half, its documents left out five ways.</summary>
    public const double Share = 0.5;

    private const double Least = 1e-9;
    private static readonly Lazy<StanceModel> Regression = new(() => StanceModel.Read(EmbeddedData.Model("stances/stances.bin")));
    private static readonly Lazy<StanceJudges> LazyAll = new(() => new StanceJudges(Regression.Value, Read(EmbeddedData.Model("stances/networks.bin")), Share));
    private static readonly Lazy<StanceJudges> LazyFast = new(() => new StanceJudges(Regression.Value, [], 0));

    /// <summary>Those that are built in.</summary>
    public static StanceJudges All => LazyAll.Value;

    /// <summary>The regression that is built in, alone.</summary>
    public static StanceJudges Fast => LazyFast.Value;

    /// <summary>"none" and the names of <see cref="Stance"/>, in the order of the probabilities.</summary>
    public IReadOnlyList<string> Labels => regression.Labels;

    /// <summary>How likely each label is: the mean of what the judges think, each by its logarithm.</summary>
    public double[] Probabilities(StanceParts parts, StanceEvidence evidence)
    {
        double[] chances = regression.Probabilities(evidence);
        if (networks.Count == 0) return chances;
        StatementWords words = StatementWords.Of(parts);
        return Together(chances, [.. networks.Select(network => network.Probabilities(words, evidence))], share);
    }

    /// <summary>The mean of what a regression and networks think.</summary>
    public static double[] Together(double[] regression, IReadOnlyList<double[]> networks, double share)
    {
        double[] scores = new double[regression.Length];
        for (int k = 0; k < scores.Length; k++)
        {
            scores[k] = (1 - share) * Math.Log(Math.Max(regression[k], Least));
            foreach (double[] network in networks) scores[k] += share / networks.Count * Math.Log(Math.Max(network[k], Least));
        }

        StanceModel.Normalised(scores);
        return scores;
    }

    /// <summary>Networks from a file.</summary>
    public static IReadOnlyList<StanceNetwork> Read(byte[] file)
    {
        StanceNetwork[] networks = [.. Enumerable.Range(1, Networks).Select(i => new StanceNetwork(NameOf(i)))];
        TensorFile.Read(file, networks.SelectMany(network => network.All));
        foreach (StanceNetwork network in networks) network.Quantise();
        return networks;
    }

    /// <summary>Name of a network in the file, counted from 1.</summary>
    public static string NameOf(int network) => "reader-" + network.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
