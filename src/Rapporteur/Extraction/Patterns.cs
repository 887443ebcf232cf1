namespace Rapporteur.Extraction;

/// <summary>What the regular expressions of this room share.</summary>
internal static class Patterns
{
    /// <summary>Milliseconds after which a match is given up.</summary>
    /// <remarks>
    /// So far away that a busy machine never reaches it: a match that ends by the clock would make the record depend on the
    /// weather. What keeps matches short is that every text they see is a line of bounded length.
    /// </remarks>
    public const int Guard = 60_000;
}
