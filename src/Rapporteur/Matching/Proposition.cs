using Rapporteur.Text.Meanings;

namespace Rapporteur.Matching;

/// <summary>What matching knows of a wording: whose words they are, when they were said, and what they say.</summary>
/// <param name="Actor">Folded name of the one whose words they are: the principal when another speaks for him.</param>
/// <param name="SpeaksFor">The side that the article calls the actor the spokesman of (<see cref="Sides"/>), or null.</param>
/// <param name="SaidOn">The day they were said, or null.</param>
/// <param name="Published">The day of the article, or null.</param>
/// <param name="Content">The words themselves.</param>
/// <param name="Context">The sentences around words that tell too little by themselves ("We are"); empty for others.</param>
public sealed record Proposition(string Actor, string? SpeaksFor, DateOnly? SaidOn, DateOnly? Published, string Content, string Context)
{
    /// <summary>How many days apart reports of one occasion are looked for when one of them does not say the day.</summary>
    public const int WindowDays = 3;

    /// <summary>True when the article tells that the words are of an earlier month or year, and no day.</summary>
    public bool LooksBack { get; init; }

    /// <summary>Which article it stands in, where that has no day; else null. What one article tells is of one time.</summary>
    public string? Origin { get; init; }

    /// <summary>True when it stands in a heading of an article that has no day: a headline, or a line between paragraphs that is no sentence.</summary>
    public bool InHeading { get; init; }

    /// <summary>Where the words that report it begin in an article that has no day, in UTF-16 units; null where there are none, and in other articles.</summary>
    public int? Cue { get; init; }

    private Taken? _taken;
    private Meant? _meant;

    /// <summary>What the words say, as a direction. Found out when first asked for, unless it is given.</summary>
    public Meaning Meaning
    {
        get => (_meant is { } meant && meant.Content == Content ? meant : _meant = new Meant(Content, Meaning.Of(Content))).Meaning;
        init => _meant = new Meant(Content, value);
    }

    /// <summary>The same wording in an article that is now known to be of another day.</summary>
    /// <param name="day">The day; null gives back what the article itself tells.</param>
    public Proposition PublishedOn(DateOnly? day) => day is not { } known ? this
        : this with { Published = known, SaidOn = SaidOn ?? (Weekday is { } weekday ? Weekdays.Near(weekday, known) : null) };

    /// <summary>On which weekday the words were said, where the article tells that and no day ("on Friday"); else null.</summary>
    public DayOfWeek? Weekday { get; init; }

    /// <summary>The day said, else the day published, else null.</summary>
    public DateOnly? Day => SaidOn ?? Published;

    /// <summary>The stems under which the wording is looked up: those that tell most, in ordinal order.</summary>
    public IReadOnlyList<string> Keys => Reading.Keys;

    /// <summary>The words taken apart.</summary>
    internal WordingReading Reading => Own.Reading ??= WordingReading.Of(Content, Context, Side ?? Own.Known.HoldsOfficeOf);

    /// <summary>The actor's name as that of a person.</summary>
    internal PersonName Name => Own.Known.Name;

    /// <summary>The side whose words they are: whom the actor speaks for, or the state he is or governs as a body; null for a person.</summary>
    public string? Side => Own.Side;

    // What follows from the wording is the same however often it is asked, so a race between threads does no harm. A copy with another actor or other words is asked anew.
    private Taken Own => _taken is { } taken && ReferenceEquals(taken.Actor, Actor) && ReferenceEquals(taken.SpeaksFor, SpeaksFor) && ReferenceEquals(taken.Content, Content) ? taken
        : _taken = new Taken(Actor, SpeaksFor, Content);

    /// <summary>By what he and his side are looked up, the same for all that may be one actor.</summary>
    public IEnumerable<string> LookUps => Side is { } side ? [Own.Known.Surname, KnownActor.Of(side).Surname] : [Own.Known.Surname];

    /// <summary>True when both are the same actor, may be one person by their names, or one is whom the other speaks for. Two who speak for one side are two.</summary>
    public bool IsOfSameActor(Proposition other) =>
        Actor.Length > 0 && (Actor == other.Actor || Actor == other.SpeaksFor || SpeaksFor == other.Actor
            || (Side is { } side && side == other.Side && (SpeaksFor is null || other.SpeaksFor is null))
            || Name.MayBe(other.Name));

    // The words have one meaning, so it tells no two wordings apart. A copy with other words is asked anew.
    private sealed record Meant(string Content, Meaning Meaning)
    {
        public bool Equals(Meant? other) => true;

        public override int GetHashCode() => 0;
    }

    private sealed class Taken(string actor, string? speaksFor, string content)
    {
        public string Actor => actor;

        public string Content => content;

        public string? SpeaksFor => speaksFor;

        public KnownActor Known { get; } = KnownActor.Of(actor);

        public string? Side => speaksFor ?? Known.Governs;

        public WordingReading? Reading { get; set; }

        // Nothing of it tells two wordings apart.
        public override bool Equals(object? obj) => true;

        public override int GetHashCode() => 0;
    }
}
