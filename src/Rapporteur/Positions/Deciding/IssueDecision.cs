using Rapporteur.Matching;
using Rapporteur.Text;

namespace Rapporteur.Positions.Deciding;

/// <summary>Decides which of the issues that people keep a statement is on: first by what its words, the words before it and its meaning tell, then with what the statements around it are on.</summary>
internal sealed class IssueDecision
{
    /// <summary>The resource of Rapporteur.Text that holds what was learnt.</summary>
    public const string Resource = "models/issues/issues.bin";

    // Two issues in one statement ("talks on observers") are common, four are a long clause.
    private const int Most = 3;

    // What a statement is on besides is often the condition it names. With 0.6 precision of positions on U1 is 65.4 (62.6 without), recall 48.9 (50.7); on the samples 49.4 (46.8) and 79.9 (81.2).
    private const double LeastOfSecond = 0.6;
    private static readonly Lazy<IssueDecision> Embedded = new(ReadEmbedded);
    private readonly PairNetwork _alone, _among;
    private readonly double _least;

    /// <param name="alone">Over <see cref="IssueEvidence"/>.</param>
    /// <param name="among">Over <see cref="IssueSurroundings"/>.</param>
    /// <param name="least">The chance from which a statement is on an issue.</param>
    public IssueDecision(PairNetwork alone, PairNetwork among, double least) => (_alone, _among, _least) = (alone, among, least);

    /// <summary>The one built in.</summary>
    public static IssueDecision Shared => Embedded.Value;

    /// <summary>How likely a statement is on each issue, by itself.</summary>
    /// <param name="evidence">Its features, by issue.</param>
    public double[] Alone(double[][] evidence) => Chances(_alone, evidence);

    /// <summary>The issues that a statement is on, surest first, with how sure each is.</summary>
    /// <param name="issues">All that people keep.</param>
    /// <param name="surrounded">Its features with those of the statements around it, in the same order.</param>
    public IReadOnlyList<IssueAssignment> Decide(IReadOnlyList<Issue> issues, double[][] surrounded) =>
    [
        .. issues.Zip(Chances(_among, surrounded), (issue, chance) => new IssueAssignment(issue, chance)).Where(one => one.Confidence >= _least)
            .OrderByDescending(one => one.Confidence).ThenBy(one => one.Issue.Id, StringComparer.Ordinal).Take(Most).Where((one, i) => i == 0 || one.Confidence >= LeastOfSecond),
    ];

    /// <summary>How likely a network takes each of some features to be those of a statement on the issue.</summary>
    public static double[] Chances(PairNetwork network, double[][] features) => Array.ConvertAll(features, one => 1 / (1 + Math.Exp(-network.LogOdds(one))));

    /// <summary>Writes the file that <see cref="Read"/> reads.</summary>
    public void Write(Stream file)
    {
        using BinaryWriter writer = new(file, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(IssueSurroundings.Count);
        writer.Write((float)_least);
        _alone.Write(writer);
        _among.Write(writer);
    }

    /// <summary>Reads one.</summary>
    public static IssueDecision Read(Stream file)
    {
        using BinaryReader reader = new(file);
        if (reader.ReadInt32() != IssueSurroundings.Count) throw new InvalidDataException($"{Resource} is of other features than this build's. Run: train/train issues");
        double least = reader.ReadSingle();
        return new IssueDecision(PairNetwork.Read(reader), PairNetwork.Read(reader), least);
    }

    private static IssueDecision ReadEmbedded()
    {
        using Stream file = typeof(TextAnalyser).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"{Resource} was not there when Rapporteur.Text was built. Run: train/train issues");
        return Read(file);
    }
}
