using Rapporteur.Text;
using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Querying;

/// <summary>How much is in the record.</summary>
public sealed record RecordCounts(int Articles, int Versions, int Statements, int Appearances, int Actors, int Outlets);

/// <summary>An actor by identity and name.</summary>
public sealed record ActorRef(string Id, string Name);

/// <summary>An article by identity, with what one needs to cite it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Location">Where it was read.</param>
/// <param name="Url">Canonical address, or null.</param>
/// <param name="Outlet">Who publishes, or null.</param>
/// <param name="Published">When, or null.</param>
/// <param name="Title">Headline, or null.</param>
public sealed record ArticleRef(string Id, string Location, string? Url, string? Outlet, PressTime? Published, string? Title);

/// <summary>One line of a list of statements.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Speaker">Who said it, or null when the articles do not tell.</param>
/// <param name="Content">The wording shown: of the earliest direct appearance; when there is none, of the earliest mixed, then of the earliest indirect one.</param>
/// <param name="Form">The form of that appearance.</param>
/// <param name="SaidOn">The day it was said, or null.</param>
/// <param name="FirstReport">The earliest article that reports it.</param>
/// <param name="Appearances">How many appearances it has in current versions.</param>
/// <param name="Outlets">How many outlets report it.</param>
public sealed record StatementSummary(
    string Id, ActorRef? Speaker, string Content, AttributionForm Form, DateOnly? SaidOn, ArticleRef FirstReport, int Appearances, int Outlets)
{
    /// <summary>How many independent origins stand behind the articles that report it in current versions (<see cref="Matching.Reuse.Origins"/>); 0 when there are none.</summary>
    public int Origins { get; init; }

    /// <summary>What the speaker does by it, as the appearance shown has it.</summary>
    public SpeechAct Act { get; init; }
}

/// <summary>One statement with everything that is known of it.</summary>
/// <param name="Summary">What the lists show.</param>
/// <param name="Appearances">Its reports, earliest first; those in superseded versions included.</param>
public sealed record StatementDetail(StatementSummary Summary, IReadOnlyList<AppearanceRow> Appearances)
{
    /// <summary>Statements of the same actor that repeat it on other days, or differ from it in a number or a denial.</summary>
    public IReadOnlyList<StatementLink> Links { get; init; } = [];
}

/// <summary>One report of a statement.</summary>
public sealed record AppearanceRow
{
    /// <summary>Identity.</summary>
    public required string Id { get; init; }

    /// <summary>Identity of the statement.</summary>
    public required string StatementId { get; init; }

    /// <summary>The article it stands in.</summary>
    public required ArticleRef Article { get; init; }

    /// <summary>Number of the article's version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>False when a later version of the article has replaced the one it stands in.</summary>
    public required bool Current { get; init; }

    /// <summary>Who said it; null when the article does not tell.</summary>
    public ActorRef? Speaker { get; init; }

    /// <summary>Spans, form and the rest, as found.</summary>
    public required Attribution Attribution { get; init; }

    /// <summary>The words of the content.</summary>
    public required string Content { get; init; }

    /// <summary>The words of the source as written; empty when left out.</summary>
    public required string Source { get; init; }

    /// <summary>The words of the cue as written; empty when there is none.</summary>
    public required string Cue { get; init; }

    /// <summary>The same spans as code point positions in the article's text, which is what exports carry.</summary>
    public required CodePointSpans CodePoints { get; init; }
}

/// <summary>Spans of an attribution in code points, start inclusive and end exclusive.</summary>
public sealed record CodePointSpans(IReadOnlyList<TextSpan> Source, IReadOnlyList<TextSpan> Cue, IReadOnlyList<TextSpan> Content);

/// <summary>One line of a list of articles.</summary>
/// <param name="Article">What one needs to cite it.</param>
/// <param name="Byline">Who wrote it, or null.</param>
/// <param name="Modified">When its current version was last changed, or null.</param>
/// <param name="Language">ISO 639-1 code, or null.</param>
/// <param name="Credits">Agencies credited.</param>
/// <param name="Versions">How many versions are known.</param>
/// <param name="Appearances">How many statements its current version reports.</param>
/// <param name="Analysed">False when it was recorded without analysis.</param>
public sealed record ArticleSummary(
    ArticleRef Article, string? Byline, PressTime? Modified, string? Language, IReadOnlyList<string> Credits, int Versions, int Appearances, bool Analysed);

/// <summary>One article with its versions.</summary>
/// <param name="Summary">What the lists show.</param>
/// <param name="Versions">All versions, oldest first; the last one is current.</param>
public sealed record ArticleDetail(ArticleSummary Summary, IReadOnlyList<ArticleVersion> Versions);

/// <summary>One version of an article.</summary>
/// <param name="Number">From 1, oldest first.</param>
/// <param name="ReadAt">When it was recorded.</param>
/// <param name="Article">The text and its facts.</param>
/// <param name="Appearances">What it reports, in text order.</param>
public sealed record ArticleVersion(int Number, DateTimeOffset ReadAt, Article Article, IReadOnlyList<AppearanceRow> Appearances);

/// <summary>One line of a list of actors.</summary>
/// <param name="Actor">Identity and name.</param>
/// <param name="Statements">How many statements are his.</param>
/// <param name="Articles">In how many articles he is quoted.</param>
public sealed record ActorSummary(ActorRef Actor, int Statements, int Articles);

/// <summary>One actor.</summary>
/// <param name="Summary">What the lists show.</param>
/// <param name="MentionedAs">The sources behind which he was recognised, as written, most frequent first.</param>
/// <param name="FirstSeen">The earliest day he is quoted, or null.</param>
/// <param name="LastSeen">The latest, or null.</param>
public sealed record ActorDetail(ActorSummary Summary, IReadOnlyList<string> MentionedAs, DateOnly? FirstSeen, DateOnly? LastSeen)
{
    /// <summary>The same sources with how often and from when to when, in the same order.</summary>
    public IReadOnlyList<ActorMention> Mentions { get; init; } = [];

    /// <summary>The name that most articles use, where people show the actor under another; else null.</summary>
    public string? FoundAs { get; init; }
}

/// <summary>A source behind which an actor was recognised: his role with his name, a pronoun, a name alone.</summary>
/// <param name="Source">As written.</param>
/// <param name="Uses">In how many appearances.</param>
/// <param name="First">Day of the earliest article that has it, or null.</param>
/// <param name="Last">Day of the latest, or null.</param>
public sealed record ActorMention(string Source, int Uses, DateOnly? First, DateOnly? Last);

/// <summary>One line of the list of outlets.</summary>
/// <param name="Name">As it calls itself.</param>
/// <param name="Articles">How many of its articles are in the record.</param>
/// <param name="Appearances">How many statements they report.</param>
/// <param name="Earliest">Day of its earliest article, or null.</param>
/// <param name="Latest">Day of its latest, or null.</param>
/// <param name="CreditedBy">How many articles of other outlets credit it.</param>
public sealed record OutletSummary(string Name, int Articles, int Appearances, DateOnly? Earliest, DateOnly? Latest, int CreditedBy);
