using Rapporteur.Text;

namespace Rapporteur.Web.Marking;

/// <summary>Why a stretch of text is marked. The order is that of the legend.</summary>
internal enum MarkKind
{
    /// <summary>Who is quoted.</summary>
    Source,

    /// <summary>The words that attribute.</summary>
    Cue,

    /// <summary>The words attributed.</summary>
    Content,

    /// <summary>A word that was searched for.</summary>
    Hit,

    /// <summary>A name or a day that leads somewhere; it has no colour of its own.</summary>
    Link,
}

/// <summary>One stretch of text to mark, in UTF-16 positions. Marks may overlap and contain one another.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Span">Where.</param>
/// <param name="Appearance">The appearance it belongs to; null for a hit.</param>
internal sealed record Mark(MarkKind Kind, TextSpan Span, string? Appearance = null)
{
    /// <summary>Where a link leads: a path of ours.</summary>
    public string? Address { get; init; }

    /// <summary>The marks of one appearance.</summary>
    public static IEnumerable<Mark> Of(AppearanceRow appearance) =>
    [
        .. appearance.Attribution.Source.Select(span => new Mark(MarkKind.Source, span, appearance.Id)),
        .. appearance.Attribution.Cue.Select(span => new Mark(MarkKind.Cue, span, appearance.Id)),
        .. appearance.Attribution.Content.Select(span => new Mark(MarkKind.Content, span, appearance.Id)),
    ];
}

/// <summary>A stretch of text over which the same marks lie.</summary>
/// <param name="Span">Where.</param>
/// <param name="Marks">The marks that cover it, in the order given; empty for plain text.</param>
internal sealed record Segment(TextSpan Span, IReadOnlyList<Mark> Marks);
