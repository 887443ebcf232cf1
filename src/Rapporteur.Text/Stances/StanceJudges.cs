using Rapporteur.Text.Learning;
using Rapporteur.Text.Stances.Encoder;
using Rapporteur.Text.Stances.Network;

namespace Rapporteur.Text.Stances;

/// <summary>Who decides on a statement's stance: a regression over what is known of it, a network that reads it word by word, and an encoder pretrained on English at large.</summary>
/// <param name="regression">The regression.</param>
/// <param name="networks">The networks; none where only the regression is asked.</param>
/// <param name="encoder">The encoder, asked where the others are in doubt; null where it never is.</param>
internal sealed class StanceJudges(StanceModel regression, IReadOnlyList<StanceNetwork> networks, StanceEncoder? encoder)
{
    /// <summary>How many networks there are.</summary>
    public const int Networks = 1;

    // How much the networks count beside the regression, and the encoder beside both; chosen, like the rest, on documents that all three learnt nothing of (430 statements of the tuning half, 291 of a written dossier).
    private const double ShareOfNetworks = 0.5, ShareOfEncoder = 0.7;

    // Where regression and network are this sure, the encoder, which costs ten times as much, is not asked: on the 430 it is asked of three in five, and macro F1 is 64.3, 70.9 % right (63.0 and 70.2 asked always; 63.3 and 69.8 asked of two in five).
    private const double SureOfNone = 0.7, SureOfStance = 0.9;

    private const double Least = 1e-9;
    private static readonly Lazy<StanceModel> Regression = new(() => StanceModel.Read(EmbeddedData.Model("stances/stances.bin")));
    private static readonly Lazy<StanceJudges> LazyAll = new(() => new StanceJudges(Regression.Value, Read(EmbeddedData.Model("stances/networks.bin")), StanceEncoder.Read(EmbeddedData.Model("stances/encoder.bin"))));
    private static readonly Lazy<StanceJudges> LazyFast = new(() => new StanceJudges(Regression.Value, [], null));

    /// <summary>Those that are built in.</summary>
    public static StanceJudges All => LazyAll.Value;

    /// <summary>The regression that is built in, alone.</summary>
    public static StanceJudges Fast => LazyFast.Value;

    /// <summary>"none" and the names of <see cref="Stance"/>, in the order of the probabilities.</summary>
    public IReadOnlyList<string> Labels => regression.Labels;

    /// <summary>How likely each label is: the mean of what the judges think, each by its logarithm.</summary>
    /// <param name="parts">The statement.</param>
    /// <param name="evidence">What is known of it.</param>
    /// <param name="read">The label of what the rules read.</param>
    public double[] Probabilities(StanceParts parts, StanceEvidence evidence, string read)
    {
        double[] chances = regression.Probabilities(evidence);
        if (networks.Count > 0)
        {
            StatementWords words = StatementWords.Of(parts);
            chances = Together(chances, [.. networks.Select(network => network.Probabilities(words, evidence))], ShareOfNetworks);
        }

        if (encoder is null) return chances;
        int likeliest = Array.IndexOf(chances, chances.Max());
        if (chances[likeliest] < (Labels[likeliest] == StanceDecision.None ? SureOfNone : SureOfStance)) chances = Together(chances, [encoder.Probabilities(StatementPieces.Of(encoder.Vocabulary, parts.Tree.Text.Text, parts.Attribution, read))], ShareOfEncoder);
        for (int k = 0; k < chances.Length; k++) chances[k] = Math.Log(Math.Max(chances[k], Least));
        StanceModel.Normalised(chances);
        return chances;
    }

    /// <summary>The mean of what one judge and others think.</summary>
    /// <param name="one">The one.</param>
    /// <param name="others">The others.</param>
    /// <param name="share">How much the others count together, 0 to 1.</param>
    public static double[] Together(double[] one, IReadOnlyList<double[]> others, double share)
    {
        double[] scores = new double[one.Length];
        for (int k = 0; k < scores.Length; k++)
        {
            scores[k] = (1 - share) * Math.Log(Math.Max(one[k], Least));
            foreach (double[] other in others) scores[k] += share / others.Count * Math.Log(Math.Max(other[k], Least));
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
