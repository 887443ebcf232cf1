using Rapporteur.Querying;

namespace Rapporteur.Exporting;

/// <summary>One line of <c>stories --json</c>.</summary>
public sealed record StoryLine(string Id, string? FirstDay, string? LastDay, int Articles, int Outlets, int Origins, ArticleInLine First)
{
    /// <summary>From the record.</summary>
    public static StoryLine Of(StorySummary story) => new(
        story.Id, story.FirstDay?.ToString("yyyy-MM-dd"), story.LastDay?.ToString("yyyy-MM-dd"), story.Articles, story.Outlets, story.Origins, ArticleInLine.Of(story.First));
}
