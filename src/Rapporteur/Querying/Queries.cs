using Rapporteur.Text;
using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Querying;

/// <summary>Which statements are asked for. What is null does not restrict.</summary>
public sealed record StatementQuery
{
    /// <summary>Words that must all occur in a wording; accents and case do not count. A part in "quotation marks" must occur as it stands.</summary>
    public string? About { get; init; }

    /// <summary>A name of the speaker, or the beginnings of words in it (also an actor's identity); accents and case do not count.</summary>
    public string? Speaker { get; init; }

    /// <summary>A name of the one it was said to, as a report has it, or the beginnings of words in it; accents and case do not count.</summary>
    public string? Addressee { get; init; }

    /// <summary>A name of the one it was said for, as a report has it, or the beginnings of words in it; accents and case do not count.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>Identities of the statements that come into question, as those on one issue; null for all.</summary>
    public IReadOnlyCollection<string>? Among { get; init; }

    /// <summary>Name of an outlet that reports it; accents and case do not count.</summary>
    public string? Outlet { get; init; }

    /// <summary>Said (or, where that is unknown, first reported) on this day or later.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Said (or, where that is unknown, first reported) on this day or earlier.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>How it is reported in at least one appearance.</summary>
    public AttributionForm? Form { get; init; }

    /// <summary>What its speaker does by it, as at least one appearance has it.</summary>
    public SpeechAct? Act { get; init; }

    /// <summary>At most so many.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>The <see cref="ListPage{T}.Next"/> of the page before; null for the first page.</summary>
    public string? After { get; init; }
}

/// <summary>Which articles are asked for. What is null does not restrict.</summary>
public sealed record ArticleQuery
{
    /// <summary>Words that must all occur in headline or text; a part in "quotation marks" must occur as it stands.</summary>
    public string? About { get; init; }

    /// <summary>Name of the outlet; accents and case do not count.</summary>
    public string? Outlet { get; init; }

    /// <summary>Name of an agency that it credits; accents and case do not count.</summary>
    public string? Via { get; init; }

    /// <summary>Published on this day or later.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Published on this day or earlier.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>At most so many.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>The <see cref="ListPage{T}.Next"/> of the page before; null for the first page.</summary>
    public string? After { get; init; }
}

/// <summary>Which actors are asked for.</summary>
/// <param name="Name">Beginnings of words in a name ("toll", "mira toll"); null for all.</param>
/// <param name="Limit">At most so many.</param>
/// <param name="After">The <see cref="ListPage{T}.Next"/> of the page before; null for the first page.</param>
public sealed record ActorQuery(string? Name = null, int Limit = 50, string? After = null);

/// <summary>One page of a longer list.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Next">Opaque cursor to the next page; null on the last.</param>
public sealed record ListPage<T>(IReadOnlyList<T> Items, int Total, string? Next);
