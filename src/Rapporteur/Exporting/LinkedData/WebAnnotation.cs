using System.Text.Json.Serialization;
using Rapporteur.Querying;
using Rapporteur.Text;
using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Exporting.LinkedData;

/// <summary>An appearance as W3C Web Annotation (https://www.w3.org/TR/annotation-model/): which words of which text are whose.</summary>
/// <param name="Id">Name of the appearance.</param>
/// <param name="Motivation">Always <c>identifying</c>.</param>
/// <param name="Body">Who, how, what is done by it, and the statement.</param>
/// <param name="Target">The content, span by span.</param>
public sealed record WebAnnotation(string Id, string Motivation, IReadOnlyList<AnnotationBody> Body, IReadOnlyList<AnnotationTarget> Target)
{
    /// <summary>Where its words are explained.</summary>
    [JsonPropertyName("@context"), JsonPropertyOrder(-2)]
    public string Context { get; } = "http://www.w3.org/ns/anno.jsonld";

    /// <summary>What it is.</summary>
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "Annotation";

    /// <summary>The appearances of one version of an article, in text order.</summary>
    public static IReadOnlyList<WebAnnotation> Of(ArticleVersion version)
    {
        CodePointOffsets offsets = new(version.Article.Text);
        return [.. version.Appearances.Select(row => new WebAnnotation(Names.Appearance(row.Id), "identifying", Bodies(row), [.. row.Attribution.Content.Select(span => AnnotationTarget.Of(row, version, span, offsets))]))];
    }

    private static List<AnnotationBody> Bodies(AppearanceRow row)
    {
        List<AnnotationBody> bodies = [];
        if (row.Speaker is { } speaker) bodies.Add(AnnotationBody.Words("identifying", speaker.Name));
        bodies.Add(AnnotationBody.Words("classifying", row.Attribution.Form.ToString().ToLowerInvariant()));
        bodies.Add(AnnotationBody.Words("tagging", SpeechActNames.Of(row.Attribution.Act)));
        bodies.Add(new AnnotationBody("SpecificResource", "linking") { Source = Names.Statement(row.StatementId) });
        return bodies;
    }
}

/// <summary>Something said about the target.</summary>
/// <param name="Type">TextualBody or SpecificResource.</param>
/// <param name="Purpose">identifying: the speaker; classifying: the form; tagging: the speech act; linking: the statement.</param>
public sealed record AnnotationBody(string Type, string Purpose)
{
    /// <summary>The words of a TextualBody.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Value { get; init; }

    /// <summary>The name of a SpecificResource.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Source { get; init; }

    internal static AnnotationBody Words(string purpose, string value) => new("TextualBody", purpose) { Value = value };
}

/// <summary>A place in a text.</summary>
/// <param name="Source">The text.</param>
/// <param name="Selector">Two ways to find the place, of which either is enough.</param>
public sealed record AnnotationTarget(AnnotationSource Source, IReadOnlyList<TextSelector> Selector)
{
    // Enough to tell a place from others with the same words, as the examples of the model have it.
    private const int Around = 32;

    internal static AnnotationTarget Of(AppearanceRow row, ArticleVersion version, TextSpan span, CodePointOffsets offsets)
    {
        string text = version.Article.Text;
        int before = Back(text, span.Start), after = Forth(text, span.End);
        TextSpan points = offsets.Of(span);
        return new AnnotationTarget(
            new AnnotationSource(Names.Text(row.Article.Id, version.Number), "text/plain") { Language = version.Article.Language, Via = Names.Web(version.Article.Url) },
            [
                new TextSelector("TextPositionSelector") { Start = points.Start, End = points.End },
                new TextSelector("TextQuoteSelector") { Exact = span.In(text), Prefix = text[before..span.Start], Suffix = text[span.End..after] },
            ]);
    }

    // So many characters back, never between the halves of one.
    private static int Back(string text, int from)
    {
        int at = from;
        for (int i = 0; i < Around && at > 0; i++) at -= at > 1 && char.IsSurrogatePair(text[at - 2], text[at - 1]) ? 2 : 1;
        return at;
    }

    private static int Forth(string text, int from)
    {
        int at = from;
        for (int i = 0; i < Around && at < text.Length; i++) at += at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;
        return at;
    }
}

/// <summary>The text that positions count in: the article as it was cleaned, not the page that it came from.</summary>
/// <param name="Id">Name of one version of an article.</param>
/// <param name="Format">Always <c>text/plain</c>.</param>
public sealed record AnnotationSource(string Id, string Format)
{
    /// <summary>ISO 639-1, or left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Language { get; init; }

    /// <summary>Address of the page that the text was taken from, or left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Via { get; init; }
}

/// <summary>A way to find a place.</summary>
/// <param name="Type">TextPositionSelector or TextQuoteSelector.</param>
public sealed record TextSelector(string Type)
{
    /// <summary>First position, in Unicode code points.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Start { get; init; }

    /// <summary>The position behind the last.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? End { get; init; }

    /// <summary>The words.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Exact { get; init; }

    /// <summary>What stands before them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Prefix { get; init; }

    /// <summary>What stands behind them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Suffix { get; init; }
}

/// <summary>The annotations of one article.</summary>
/// <param name="Id">Name of the version they are made on.</param>
/// <param name="Items">In text order.</param>
public sealed record AnnotationPage(string Id, IReadOnlyList<WebAnnotation> Items)
{
    /// <summary>Where its words are explained.</summary>
    [JsonPropertyName("@context"), JsonPropertyOrder(-2)]
    public string Context { get; } = "http://www.w3.org/ns/anno.jsonld";

    /// <summary>What it is.</summary>
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "AnnotationPage";

    /// <summary>Those of the current version.</summary>
    public static AnnotationPage Of(ArticleDetail article)
    {
        ArticleVersion current = article.Versions[^1];
        return new AnnotationPage(Names.Text(article.Summary.Article.Id, current.Number) + ":annotations", WebAnnotation.Of(current));
    }
}
