namespace Rapporteur.Matching;

/// <summary>What matching knows of a wording: whose words they are, when they were said, and what they say.</summary>
/// <param name="Actor">Folded name of the one whose words they are: the principal when another speaks for him.</param>
/// <param name="SaidOn">The day they were said, or null.</param>
/// <param name="Published">The day of the article, or null.</param>
/// <param name="Words">Stems of content words with their weights, 0 to 1.</param>
/// <param name="Negated">True when a word of negation stands among them.</param>
/// <param name="Numbers">Numbers in figures.</param>
public sealed record Proposition(
    string Actor, DateOnly? SaidOn, DateOnly? Published, IReadOnlyDictionary<string, double> Words, bool Negated, IReadOnlySet<string> Numbers)
{
    /// <summary>How many days apart reports of one occasion are looked for when one of them does not say the day.</summary>
    public const int WindowDays = 3;

    /// <summary>The day said, else the day published, else null.</summary>
    public DateOnly? Day => SaidOn ?? Published;
}
