using Rapporteur.Text;
using Rapporteur.Text.Attributions;
using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Web.Api;

/// <summary>A list and how to go on.</summary>
/// <param name="Items">What is on this page of it.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Next">Value of <c>after</c> for the next page; null on the last.</param>
internal sealed record ApiList<T>(IReadOnlyList<T> Items, int Total, string? Next);

/// <summary>An article, with what one needs to cite it.</summary>
internal sealed record ApiArticleRef(string Id, string Path, string? Url, string? Outlet, string? Published, string? Title)
{
    public static ApiArticleRef Of(ArticleRef article) =>
        new(article.Id, article.Location, article.Url, article.Outlet, article.Published?.ToString(), article.Title);
}

/// <summary>One line of a list of statements.</summary>
internal sealed record ApiStatement(
    string Id, ActorRef? Speaker, string Content, AttributionForm Form, DateOnly? SaidOn, ApiArticleRef FirstReport, int Appearances, int Outlets, int Origins, string Act)
{
    public static ApiStatement Of(StatementSummary statement) => new(
        statement.Id, statement.Speaker, statement.Content, statement.Form, statement.SaidOn,
        ApiArticleRef.Of(statement.FirstReport), statement.Appearances, statement.Outlets, statement.Origins, SpeechActNames.Of(statement.Act));
}

/// <summary>A statement with its reports.</summary>
/// <param name="Statement">What the lists show.</param>
/// <param name="Appearances">Its reports, earliest first.</param>
/// <param name="Links">Statements that repeat it on other days, or differ from it in a number or a denial.</param>
/// <param name="Changes">What became of its wording; null when nothing reports it any more.</param>
internal sealed record ApiStatementDetail(ApiStatement Statement, IReadOnlyList<ApiAppearance> Appearances, IReadOnlyList<StatementLink> Links, ApiChanges? Changes);

/// <summary>One report of a statement. Spans are pairs of code point positions in the article's text, start inclusive, end exclusive.</summary>
internal sealed record ApiAppearance
{
    public required string Id { get; init; }

    public required string StatementId { get; init; }

    public required ApiArticleRef Article { get; init; }

    public required int Version { get; init; }

    public required bool Current { get; init; }

    public required ActorRef? Speaker { get; init; }

    public required string? Addressee { get; init; }

    public required string? OnBehalfOf { get; init; }

    public required string? Via { get; init; }

    public required DateOnly? SaidOn { get; init; }

    public required AttributionForm Form { get; init; }

    public required string Content { get; init; }

    public required string Source { get; init; }

    public required string Cue { get; init; }

    public required IReadOnlyList<int[]> ContentSpans { get; init; }

    public required IReadOnlyList<int[]> SourceSpans { get; init; }

    public required IReadOnlyList<int[]> CueSpans { get; init; }

    public required double Confidence { get; init; }

    public required string Act { get; init; }

    public required bool Negated { get; init; }

    public required string Modality { get; init; }

    /// <summary>By what means it was said; null when the article does not tell.</summary>
    public required string? Channel { get; init; }

    public static ApiAppearance Of(AppearanceRow appearance) => new()
    {
        Id = appearance.Id, StatementId = appearance.StatementId, Article = ApiArticleRef.Of(appearance.Article),
        Version = appearance.Version, Current = appearance.Current, Speaker = appearance.Speaker,
        Addressee = appearance.Attribution.Addressee, OnBehalfOf = appearance.Attribution.OnBehalfOf, Via = appearance.Attribution.Via,
        SaidOn = appearance.Attribution.SaidOn, Form = appearance.Attribution.Form,
        Content = appearance.Content, Source = appearance.Source, Cue = appearance.Cue,
        ContentSpans = Pairs(appearance.CodePoints.Content), SourceSpans = Pairs(appearance.CodePoints.Source), CueSpans = Pairs(appearance.CodePoints.Cue),
        Confidence = appearance.Attribution.Confidence, Act = SpeechActNames.Of(appearance.Attribution.Act),
        Negated = appearance.Attribution.Negated, Modality = SpeechActNames.Of(appearance.Attribution.Modality),
        Channel = ChannelNames.Of(appearance.Attribution.Channel),
    };

    private static List<int[]> Pairs(IReadOnlyList<TextSpan> spans) => [.. spans.Select(span => new[] { span.Start, span.End })];
}

/// <summary>One line of a list of articles.</summary>
internal sealed record ApiArticle(
    string Id, string Path, string? Url, string? Outlet, string? Published, string? Modified, string? Title, string? Byline,
    string? Language, IReadOnlyList<string> Credits, int Versions, int Appearances, bool Analysed)
{
    public static ApiArticle Of(ArticleSummary summary) => new(
        summary.Article.Id, summary.Article.Location, summary.Article.Url, summary.Article.Outlet, summary.Article.Published?.ToString(),
        summary.Modified?.ToString(), summary.Article.Title, summary.Byline, summary.Language, summary.Credits, summary.Versions,
        summary.Appearances, summary.Analysed);
}

/// <summary>An article with its versions.</summary>
/// <param name="Article">What the lists show.</param>
/// <param name="Via">Through whom its current version has what it reports.</param>
/// <param name="Versions">All versions, oldest first; the last one is current.</param>
internal sealed record ApiArticleDetail(ApiArticle Article, IReadOnlyList<ApiVia> Via, IReadOnlyList<ApiVersion> Versions)
{
    public static ApiArticleDetail Of(ArticleDetail article) =>
        new(ApiArticle.Of(article.Summary), ApiVia.Of(article), [.. article.Versions.Select(ApiVersion.Of)]);
}

/// <summary>An agency, outlet or witness through whom an article has what it reports.</summary>
/// <param name="Name">By what name.</param>
/// <param name="Credited">True when the article as a whole credits it.</param>
/// <param name="Appearances">How many of its appearances say that the words came through it.</param>
internal sealed record ApiVia(string Name, bool Credited, int Appearances)
{
    public static IReadOnlyList<ApiVia> Of(ArticleDetail article)
    {
        ILookup<string, string> said = article.Versions[^1].Appearances.Select(appearance => appearance.Attribution.Via).OfType<string>().ToLookup(Folding.Key, StringComparer.Ordinal);
        ILookup<string, string> credited = article.Summary.Credits.ToLookup(Folding.Key, StringComparer.Ordinal);
        return
        [
            .. credited.Select(credit => new ApiVia(credit.First(), true, said[credit.Key].Count()))
                .Concat(said.Where(via => !credited.Contains(via.Key)).Select(via => new ApiVia(via.First(), false, via.Count())))
                .OrderByDescending(via => via.Credited).ThenByDescending(via => via.Appearances).ThenBy(via => via.Name, StringComparer.Ordinal),
        ];
    }
}

/// <summary>One version of an article.</summary>
internal sealed record ApiVersion(
    int Number, DateTimeOffset ReadAt, string? Published, string? Modified, string? Title, string? Byline, string Text, IReadOnlyList<ApiAppearance> Appearances)
{
    public static ApiVersion Of(ArticleVersion version) => new(
        version.Number, version.ReadAt, version.Article.Published?.ToString(), version.Article.Modified?.ToString(),
        version.Article.Title, version.Article.Byline, version.Article.Text, [.. version.Appearances.Select(ApiAppearance.Of)]);
}

/// <summary>One line of a list of actors.</summary>
internal sealed record ApiActor(string Id, string Name, int Statements, int Articles)
{
    public static ApiActor Of(ActorSummary actor) => new(actor.Actor.Id, actor.Actor.Name, actor.Statements, actor.Articles);
}

/// <summary>One actor.</summary>
internal sealed record ApiActorDetail(ApiActor Actor, IReadOnlyList<string> MentionedAs, DateOnly? FirstSeen, DateOnly? LastSeen)
{
    public static ApiActorDetail Of(ActorDetail actor) => new(ApiActor.Of(actor.Summary), actor.MentionedAs, actor.FirstSeen, actor.LastSeen);
}
