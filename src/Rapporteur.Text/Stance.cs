namespace Rapporteur.Text;

/// <summary>Where a speaker stands towards something that can be granted or refused.</summary>
public enum Stance
{
    /// <summary>Wants it from others: "Ukraine must withdraw".</summary>
    Demands,

    /// <summary>Is for it, or keeps to it: "backs the plan", "will not give up its goals".</summary>
    Supports,

    /// <summary>Agrees to what others want: "accepts the ceasefire", "has never opposed it".</summary>
    Accepts,

    /// <summary>Is ready for it, or proposes or promises it.</summary>
    Offers,

    /// <summary>For it under a condition that is named: "talks can begin once the boats leave".</summary>
    Conditional,

    /// <summary>Neither for nor against: "did not rule it out".</summary>
    LeavesOpen,

    /// <summary>Says that it is not so, or has not happened.</summary>
    Denies,

    /// <summary>Is against it: "unacceptable", "there will be no observers".</summary>
    Rejects,

    /// <summary>Announces harm over it.</summary>
    Threatens,
}

/// <summary>One stance that the words of an attribution take.</summary>
/// <remarks>"There will be no talks until the siege is lifted, she said": <see cref="Stance.Conditional"/>, target "talks", condition "until the siege is lifted".</remarks>
/// <param name="Attribution">Index in <see cref="AnnotatedText.Attributions"/>.</param>
/// <param name="Stance">What the speaker's stance is.</param>
/// <param name="Target">Towards what: the noun phrase, or the clause.</param>
/// <param name="Clause">True when it is a clause.</param>
/// <param name="Words">Stems of the target's content words, head first; persons and states with a <c>^</c> before them.</param>
/// <param name="Strength">How firmly it is put, from 0 to 1: "must" is more than "should".</param>
/// <param name="Condition">Where the condition stands, or null when there is none.</param>
/// <param name="Side">The state whose office the speaker or his principal holds in this text, or null.</param>
public sealed record StanceMark(
    int Attribution, Stance Stance, TextSpan Target, bool Clause, IReadOnlyList<string> Words, double Strength, TextSpan? Condition, string? Side)
{
    /// <summary>Stems of what was spoken of just before, nearest first, where the attributed words are too few to tell what they are about ("All for all, he said of the prisoners"); else empty.</summary>
    public IReadOnlyList<string> Context { get; init; } = [];

    /// <summary>The actor whose stance it is, where the speaker tells it of another ("she said that Orr had agreed to a truce"); null where it is the speaker's or his principal's.</summary>
    public string? HeldBy { get; init; }

    /// <summary>The actor in whose words the speaker's are told ("Orr agreed to a truce, according to Bray"); null where the text tells them itself.</summary>
    public string? Teller { get; init; }

    /// <summary>The place in the dateline of the text (<see cref="Actors.DatelinePlace"/>); null when it has none.</summary>
    public string? Dateline { get; init; }

    /// <summary>True where it is likelier that the words take no stance at all: it counts only where something else tells that they are on a matter at issue.</summary>
    public bool Doubtful { get; init; }

    /// <summary>True for a conditional stance that refuses until its condition is met ("no talks before"), false for one that gives when it is ("talks if").</summary>
    public bool Withholds { get; init; }
}
