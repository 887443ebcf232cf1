using Rapporteur.Text;
using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Querying;

/// <summary>Which appearances in current versions are asked for. What is null does not restrict.</summary>
public sealed record AppearanceQuery
{
    /// <summary>Words that must all occur in the wording; a part in "quotation marks" must occur as it stands.</summary>
    public string? About { get; init; }

    /// <summary>Identity of the statement.</summary>
    public string? Statement { get; init; }

    /// <summary>Identity of the article.</summary>
    public string? Article { get; init; }

    /// <summary>A name of the speaker, or the beginnings of words in it (also an actor's identity).</summary>
    public string? Speaker { get; init; }

    /// <summary>Name of the outlet.</summary>
    public string? Outlet { get; init; }

    /// <summary>Name of the agency or witness through whom the words came, by the report itself or by the article's credits.</summary>
    public string? Via { get; init; }

    /// <summary>In an article published on this day or later.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>In an article published on this day or earlier.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>How it is reported.</summary>
    public AttributionForm? Form { get; init; }

    /// <summary>What the speaker does by it.</summary>
    public SpeechAct? Act { get; init; }

    /// <summary>At most so many.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>The <see cref="ListPage{T}.Next"/> of the page before; null for the first page.</summary>
    public string? After { get; init; }
}
