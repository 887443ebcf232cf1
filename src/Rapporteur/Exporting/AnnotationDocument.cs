using Rapporteur.Text;
using Rapporteur.Text.Attributions;
using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Exporting;

/// <summary>What <c>annotate</c> writes for one text. Offsets are code points of the text as it was given, end exclusive.</summary>
/// <param name="Doc">Name of the file without its ending.</param>
/// <param name="Attributions">Who said what.</param>
/// <param name="Entities">Names.</param>
/// <param name="Times">Time expressions.</param>
/// <param name="Terms">Terms held at arm's length, which are no statements.</param>
public sealed record AnnotationDocument(
    string Doc, IReadOnlyList<AnnotatedAttribution> Attributions, IReadOnlyList<AnnotatedEntity> Entities, IReadOnlyList<AnnotatedTime> Times, IReadOnlyList<AnnotatedTerm> Terms)
{
    /// <summary>From an analysed text.</summary>
    public static AnnotationDocument Of(string doc, AnnotatedText text)
    {
        CodePointOffsets offsets = new(text.Text);
        return new AnnotationDocument(
            doc,
            [.. text.Attributions.Select(a => AnnotatedAttribution.Of(a, text.Text, offsets))],
            [.. text.Entities.Select(e => new AnnotatedEntity(offsets.Of(e.Span), NameOf(e.Type), e.Actor))],
            [.. text.Times.Select(t => new AnnotatedTime(offsets.Of(t.Span), t.Type.ToString().ToUpperInvariant(), t.Value))],
            [.. text.ContestedTerms.Select(t => new AnnotatedTerm(offsets.Of(t.Span), t.UserSpan is { } user ? offsets.Of(user) : null, t.User))]);
    }

    private static string NameOf(EntityType type) => type switch
    {
        EntityType.Person => "PERSON",
        EntityType.Organisation => "ORG",
        EntityType.Place => "PLACE",
        EntityType.GeoPoliticalEntity => "GPE",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "An entity type without an exported name."),
    };
}

/// <summary>One attribution of an annotated text. Its content includes the quotation marks around it, as in PARC and PolNeAR.</summary>
public sealed record AnnotatedAttribution(
    IReadOnlyList<TextSpan> Source,
    IReadOnlyList<TextSpan> Cue,
    IReadOnlyList<TextSpan> Content,
    AttributionForm Form,
    string? Speaker,
    string? Addressee,
    string? OnBehalfOf,
    string? Via,
    string? SaidOn,
    double Confidence,
    string Act,
    bool Negated,
    string Modality,
    string? Channel,
    string? Repaired)
{
    internal static AnnotatedAttribution Of(Attribution a, string text, CodePointOffsets offsets) => new(
        [.. a.Source.Select(offsets.Of)],
        [.. a.Cue.Select(offsets.Of)],
        [.. a.Content.Select(c => offsets.Of(OuterMarks.Around(text, c)))],
        a.Form,
        a.Speaker,
        a.Addressee,
        a.OnBehalfOf,
        a.Via,
        a.SaidOn?.ToString("yyyy-MM-dd"),
        Math.Round(a.Confidence, 3),
        SpeechActNames.Of(a.Act),
        a.Negated,
        SpeechActNames.Of(a.Modality),
        ChannelNames.Of(a.Channel),
        a.Repaired);
}

/// <summary>One name of an annotated text.</summary>
public sealed record AnnotatedEntity(TextSpan Span, string Type, string? Actor);

/// <summary>One time expression of an annotated text.</summary>
public sealed record AnnotatedTime(TextSpan Span, string Type, string Value);

/// <summary>One contested term of an annotated text.</summary>
/// <param name="Span">The term without its marks.</param>
/// <param name="UserSpan">Who uses it, as written, or null.</param>
/// <param name="User">The actor behind that, or null.</param>
public sealed record AnnotatedTerm(TextSpan Span, TextSpan? UserSpan, string? User);
