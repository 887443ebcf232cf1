using Rapporteur.Matching;
using Rapporteur.Text;

namespace Rapporteur.Positions.Deciding;

/// <summary>Decides which of the issues that people keep a statement is on, over what its words, the words around it and its meaning tell.</summary>
internal sealed class IssueDecision
{
    /// <summary>The resource of Rapporteur.Text that holds what was learnt.</summary>
    public const string Resource = "models/issues/issues.bin";

    // Two issues in one statement ("talks on observers") are common, four are a long clause.
    private const int Most = 3;
    private static readonly Lazy<IssueDecision> Embedded = new(ReadEmbedded);
    private readonly PairNetwork _network;
    private readonly double _least;

    /// <param name="network">Over <see cref="IssueEvidence"/>.</param>
    /// <param name="least">The chance from which a statement is on an issue.</param>
    public IssueDecision(PairNetwork network, double least) => (_network, _least) = (network, least);

    /// <summary>The one built in.</summary>
    public static IssueDecision Shared => Embedded.Value;

    /// <summary>The issues, surest first, with how sure each is.</summary>
    /// <param name="issues">All that people keep.</param>
    /// <param name="evidence">Their features for the statement, in the same order.</param>
    public IReadOnlyList<IssueAssignment> Decide(IReadOnlyList<Issue> issues, double[][] evidence) =>
    [
        .. issues.Select((issue, i) => new IssueAssignment(issue, Chance(evidence[i]))).Where(one => one.Confidence >= _least)
            .OrderByDescending(one => one.Confidence).ThenBy(one => one.Issue.Id, StringComparer.Ordinal).Take(Most),
    ];

    /// <summary>How likely a statement is on an issue.</summary>
    public double Chance(double[] evidence) => 1 / (1 + Math.Exp(-_network.LogOdds(evidence)));

    /// <summary>Writes the file that <see cref="Read"/> reads.</summary>
    public void Write(Stream file)
    {
        using BinaryWriter writer = new(file, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(IssueEvidence.Count);
        writer.Write((float)_least);
        _network.Write(writer);
    }

    /// <summary>Reads one.</summary>
    public static IssueDecision Read(Stream file)
    {
        using BinaryReader reader = new(file);
        if (reader.ReadInt32() != IssueEvidence.Count) throw new InvalidDataException($"{Resource} is of other features than this build's. Run: train/train issues");
        double least = reader.ReadSingle();
        return new IssueDecision(PairNetwork.Read(reader), least);
    }

    private static IssueDecision ReadEmbedded()
    {
        using Stream file = typeof(TextAnalyser).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"{Resource} was not there when Rapporteur.Text was built. Run: train/train issues");
        return Read(file);
    }
}
