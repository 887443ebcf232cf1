using Rapporteur.Text;

namespace Rapporteur.Matching;

/// <summary>A trained judgement of pairs: a small network over <see cref="PairFeatures"/>, and one that says how alike people would find them.</summary>
internal sealed class PairModel
{
    /// <summary>The resource of Rapporteur.Text that holds it.</summary>
    public const string Resource = "models/matching/pairs.bin";

    private static readonly Lazy<PairModel> Embedded = new(ReadEmbedded);

    /// <summary>The model built in.</summary>
    public static PairModel Shared => Embedded.Value;

    /// <summary>Likeness in meaning, log-odds.</summary>
    public required PairNetwork Likeness { get; init; }

    /// <summary>One statement or two, log-odds.</summary>
    public required PairNetwork Sameness { get; init; }

    /// <summary>The mean log-odds from which groups of wordings are one statement.</summary>
    public required double Threshold { get; init; }

    /// <summary>The features of a pair, all of them.</summary>
    public double[] Features(Proposition left, Proposition right)
    {
        double[] values = PairFeatures.Of(left, right);
        values[^1] = Likeness.LogOdds(values);
        return values;
    }

    /// <summary>Log-odds that two wordings are one statement, above <see cref="Threshold"/> when they are; before any rule that forbids it.</summary>
    public double LogOdds(Proposition left, Proposition right) => Sameness.LogOdds(Features(left, right));

    /// <summary>The same judgement with another threshold.</summary>
    public PairModel With(double threshold) => new() { Likeness = Likeness, Sameness = Sameness, Threshold = threshold };

    /// <summary>Writes the file that <see cref="Read"/> reads.</summary>
    public void Write(Stream file)
    {
        using BinaryWriter writer = new(file);
        writer.Write(PairFeatures.Count);
        writer.Write((float)Threshold);
        Likeness.Write(writer);
        Sameness.Write(writer);
    }

    /// <summary>Reads a model.</summary>
    public static PairModel Read(Stream file)
    {
        using BinaryReader reader = new(file);
        if (reader.ReadInt32() != PairFeatures.Count) throw new InvalidDataException($"{Resource} is of other features than this build's. Run: train/train matching");
        return new PairModel { Threshold = reader.ReadSingle(), Likeness = PairNetwork.Read(reader), Sameness = PairNetwork.Read(reader) };
    }

    private static PairModel ReadEmbedded()
    {
        using Stream file = typeof(TextAnalyser).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"{Resource} was not there when Rapporteur.Text was built. Run: train/train matching");
        return Read(file);
    }
}
