namespace Rapporteur;

/// <summary>How long a regular expression may look.</summary>
internal static class PatternTime
{
    /// <summary>As long as it takes.</summary>
    /// <remarks>
    /// A limit by the clock makes the record depend on how busy the machine is: in a starved or suspended process a second passes within a match of microseconds. So every pattern keeps its work
    /// in proportion to the text by itself: what repeats within it is bounded, begins at one place only, or leaves no two ways to take the same letters.
    /// </remarks>
    public const int Unlimited = Timeout.Infinite;
}
