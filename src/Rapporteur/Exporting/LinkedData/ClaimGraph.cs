using System.Text.Json.Serialization;
using Rapporteur.Querying;
using Rapporteur.Text;

namespace Rapporteur.Exporting.LinkedData;

/// <summary>A statement in the words of schema.org, as JSON-LD: one Claim, a Quotation for each report in the speaker's words, and the articles.</summary>
/// <param name="Graph">The claim, then the quotations, then the articles.</param>
public sealed record ClaimGraph([property: JsonPropertyName("@graph")] IReadOnlyList<GraphNode> Graph)
{
    /// <summary>Where its words are explained.</summary>
    [JsonPropertyName("@context"), JsonPropertyOrder(-1)]
    public string Context { get; } = "https://schema.org";

    /// <summary>From the record. Reports in superseded versions count only when there are no others.</summary>
    public static ClaimGraph Of(StatementDetail statement)
    {
        AppearanceRow[] reports = [.. statement.Appearances.Where(row => row.Current)];
        if (reports.Length == 0) reports = [.. statement.Appearances];
        ArticleRef[] articles = [.. reports.Select(row => row.Article).DistinctBy(article => article.Id)];
        GraphNode claim = new("Claim", Names.Statement(statement.Summary.Id))
        {
            Text = statement.Summary.Content,
            Author = Actor(statement.Summary.Speaker),
            DateCreated = Day(statement.Summary.SaidOn),
            FirstAppearance = new GraphReference(Names.Article(statement.Summary.FirstReport.Id)),
            Appearance = [.. articles.Select(article => new GraphReference(Names.Article(article.Id)))],
        };
        return new ClaimGraph([claim, .. reports.Where(row => row.Attribution.Form != AttributionForm.Indirect).Select(Quotation), .. articles.Select(Article)]);
    }

    private static GraphNode Quotation(AppearanceRow row) => new("Quotation", Names.Appearance(row.Id))
    {
        Text = row.Content,
        SpokenByCharacter = Actor(row.Speaker),
        DateCreated = Day(row.Attribution.SaidOn),
        IsPartOf = new GraphReference(Names.Article(row.Article.Id)),
        IsBasedOn = new GraphReference(Names.Statement(row.StatementId)),
    };

    private static GraphNode Article(ArticleRef article) => new("NewsArticle", Names.Article(article.Id))
    {
        Headline = article.Title,
        Url = Names.Web(article.Url),
        DatePublished = article.Published?.ToString(),
        Publisher = article.Outlet is { } outlet ? new GraphActor(outlet) { Type = "Organization" } : null,
    };

    // Whether an actor is a person or an organisation the record does not tell, so nothing is said about it here.
    private static GraphActor? Actor(ActorRef? actor) => actor is null ? null : new GraphActor(actor.Name) { Id = Names.Actor(actor.Id) };

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd");
}

/// <summary>The name of another node.</summary>
/// <param name="Id">The name.</param>
public sealed record GraphReference([property: JsonPropertyName("@id")] string Id);

/// <summary>Who speaks or publishes.</summary>
/// <param name="Name">By what name.</param>
public sealed record GraphActor(string Name)
{
    /// <summary>Name of the actor; left out for outlets.</summary>
    [JsonPropertyName("@id"), JsonPropertyOrder(-1), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    /// <summary>What it is, where that is known.</summary>
    [JsonPropertyName("@type"), JsonPropertyOrder(-1), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Type { get; init; }
}

/// <summary>One node; what does not apply is left out.</summary>
/// <param name="Type">Claim, Quotation or NewsArticle.</param>
/// <param name="Id">Its name.</param>
public sealed record GraphNode([property: JsonPropertyName("@type")] string Type, [property: JsonPropertyName("@id")] string Id)
{
    /// <summary>The words.</summary>
    [JsonPropertyName("text"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    /// <summary>Who said it.</summary>
    [JsonPropertyName("author"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GraphActor? Author { get; init; }

    /// <summary>Who is quoted.</summary>
    [JsonPropertyName("spokenByCharacter"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GraphActor? SpokenByCharacter { get; init; }

    /// <summary>The day it was said.</summary>
    [JsonPropertyName("dateCreated"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DateCreated { get; init; }

    /// <summary>The earliest article that reports it.</summary>
    [JsonPropertyName("firstAppearance"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GraphReference? FirstAppearance { get; init; }

    /// <summary>The articles that report it.</summary>
    [JsonPropertyName("appearance"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<GraphReference>? Appearance { get; init; }

    /// <summary>The article it stands in.</summary>
    [JsonPropertyName("isPartOf"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GraphReference? IsPartOf { get; init; }

    /// <summary>The claim it reports.</summary>
    [JsonPropertyName("isBasedOn"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GraphReference? IsBasedOn { get; init; }

    /// <summary>The headline.</summary>
    [JsonPropertyName("headline"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Headline { get; init; }

    /// <summary>The address.</summary>
    [JsonPropertyName("url"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Url { get; init; }

    /// <summary>When it was published.</summary>
    [JsonPropertyName("datePublished"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DatePublished { get; init; }

    /// <summary>Who published it.</summary>
    [JsonPropertyName("publisher"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GraphActor? Publisher { get; init; }
}
