using Rapporteur.Text;
using Rapporteur.Text.Meanings;

namespace Rapporteur.Querying;

/// <summary>One stance as the record keeps it: with the words, so that it can be read without the article.</summary>
/// <param name="Stance">Which.</param>
/// <param name="Target">The words it is towards.</param>
/// <param name="Clause">True when it is a clause, not a noun phrase.</param>
/// <param name="Words">Their stems (<see cref="StanceMark.Words"/>).</param>
/// <param name="Strength">How firmly, 0 to 1.</param>
/// <param name="Condition">The words of the condition, or null.</param>
/// <param name="Side">The state spoken for by office, or null.</param>
public sealed record StatedStance(Stance Stance, string Target, bool Clause, IReadOnlyList<string> Words, double Strength, string? Condition, string? Side)
{
    /// <summary>What was spoken of just before, where the words are too few to tell (<see cref="StanceMark.Context"/>); null where they are not.</summary>
    public IReadOnlyList<string>? Context { get; init; }

    /// <summary>The actor of whom the speaker tells it (<see cref="StanceMark.HeldBy"/>); null where it is his own.</summary>
    public string? HeldBy { get; init; }

    /// <summary>The actor in whose words the speaker's are told (<see cref="StanceMark.Teller"/>); null where the article tells them itself.</summary>
    public string? Teller { get; init; }

    /// <summary>The place in the article's dateline (<see cref="StanceMark.Dateline"/>); null when it has none.</summary>
    public string? Dateline { get; init; }

    /// <summary>Whether the words may as well take no stance (<see cref="StanceMark.Doubtful"/>): it counts on an issue that people keep, joins one that others suggest, and makes none.</summary>
    public bool Doubtful { get; init; }

    /// <summary>Whether a conditional stance refuses until its condition is met (<see cref="StanceMark.Withholds"/>).</summary>
    public bool Withholds { get; init; }
}

/// <summary>One appearance whose words take a stance, or whose source names an office.</summary>
/// <param name="Appearance">Where, who and in which words.</param>
/// <param name="Stances">In text order; none where words take none, and only tell who holds an office or were put on an issue by a person.</param>
public sealed record StanceReport(AppearanceRow Appearance, IReadOnlyList<StatedStance> Stances)
{
    /// <summary>What the words say, as a direction; null where the record is older than that.</summary>
    public Meaning? Meaning { get; init; }

    /// <summary>Name of the issue that a person put the statement on, "" for none at all; null when its words decide.</summary>
    public string? Issue { get; init; }
}
