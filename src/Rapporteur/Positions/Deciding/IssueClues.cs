using Rapporteur.Text.Meanings;
using Rapporteur.Text.Stances;

namespace Rapporteur.Positions.Deciding;

/// <summary>What tells which matter a statement is on. Words are stems, names and states among them.</summary>
/// <param name="Target">Of what the stance is towards.</param>
/// <param name="Content">Of all that is said.</param>
/// <param name="Near">Of what was spoken of just before.</param>
/// <param name="Heading">Of the article's heading.</param>
/// <param name="Meaning">Of what is said; null where it is not known.</param>
internal sealed record IssueClues(IReadOnlySet<string> Target, IReadOnlySet<string> Content, IReadOnlySet<string> Near, IReadOnlySet<string> Heading, Meaning? Meaning)
{
    /// <summary>The clues of one stance.</summary>
    /// <param name="words">What it is towards (<see cref="Text.StanceMark.Words"/>).</param>
    /// <param name="content">All that is said.</param>
    /// <param name="near">What was spoken of before (<see cref="Text.StanceMark.Context"/>).</param>
    /// <param name="heading">The article's heading; null where it has none.</param>
    /// <param name="meaning">Of the content.</param>
    public static IssueClues Of(IEnumerable<string> words, string content, IEnumerable<string> near, string? heading, Meaning? meaning) =>
        new(Plain(words), Plain(TargetWords.OfPhrase(content)), Plain(near), Plain(TargetWords.OfPhrase(heading ?? "")), meaning);

    // "^haldrin": the state, as the name of an issue may have it.
    private static HashSet<string> Plain(IEnumerable<string> words) => [.. words.Select(Plain)];

    /// <summary>A word without the sign of a state or person.</summary>
    public static string Plain(string word) => word[0] == '^' ? TargetWords.Stem(word[1..]) : word;
}
