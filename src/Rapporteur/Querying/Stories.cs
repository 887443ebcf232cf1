using Rapporteur.Matching.Reuse;
using Rapporteur.Text;

namespace Rapporteur.Querying;

/// <summary>Which stories are asked for. What is null does not restrict.</summary>
/// <param name="Since">With an article published on this day or later.</param>
/// <param name="Until">Whose latest article was published on this day or earlier.</param>
/// <param name="AtLeast">With at least so many articles.</param>
/// <param name="Limit">At most so many.</param>
/// <param name="After">The <see cref="ListPage{T}.Next"/> of the page before; null for the first page.</param>
public sealed record StoryQuery(DateOnly? Since = null, DateOnly? Until = null, int AtLeast = 1, int Limit = 50, string? After = null);

/// <summary>One line of the list of stories.</summary>
/// <param name="Id">Identity.</param>
/// <param name="First">Its earliest article, whose headline stands for it.</param>
/// <param name="Articles">How many articles belong to it.</param>
/// <param name="Outlets">How many outlets published them.</param>
/// <param name="Origins">How many independent origins stand behind them (<see cref="Matching.Reuse.Origins"/>).</param>
/// <param name="FirstDay">Day of its earliest dated article, or null.</param>
/// <param name="LastDay">Day of its latest, or null.</param>
public sealed record StorySummary(string Id, ArticleRef First, int Articles, int Outlets, int Origins, DateOnly? FirstDay, DateOnly? LastDay);

/// <summary>One story.</summary>
/// <param name="Summary">What the lists show.</param>
/// <param name="Articles">Its articles, earliest first.</param>
public sealed record StoryDetail(StorySummary Summary, IReadOnlyList<ArticleSummary> Articles);

/// <summary>Another article that shares text with one.</summary>
/// <param name="Article">The other article, in its current version.</param>
/// <param name="Words">How many words the two share in such sentences.</param>
/// <param name="Share">The share of this article's words that stand in the other, 0 to 1.</param>
/// <param name="OtherShare">The share of the other's words that stand in this one.</param>
/// <param name="Direction">Who had it first; this article is the left one.</param>
/// <param name="Evidence">What shows it.</param>
/// <param name="Sentences">Which sentences of this article stand where in the other.</param>
public sealed record TextReuse(
    ArticleRef Article, int Words, double Share, double OtherShare, CopyDirection Direction, DirectionEvidence Evidence, IReadOnlyList<ReusedSentence> Sentences);

/// <summary>A sentence of one article that stands in another.</summary>
/// <param name="Here">Its place in this article's text.</param>
/// <param name="There">Its place in the other's text.</param>
/// <param name="Wording">The words there.</param>
/// <param name="Closeness">1 when they are the same words, less the more was edited.</param>
public readonly record struct ReusedSentence(TextSpan Here, TextSpan There, string Wording, double Closeness);
