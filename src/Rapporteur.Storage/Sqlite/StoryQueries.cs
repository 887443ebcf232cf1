using Microsoft.Data.Sqlite;
using Rapporteur.Querying;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Looks up stories.</summary>
internal static class StoryQueries
{
    public static async Task<ListPage<StorySummary>> ListAsync(SqliteConnection db, StoryQuery query, CancellationToken cancel)
    {
        Filter filter = new Filter("s.articles >= @least").AndDays("s.day", query.Since, query.Until);
        filter.Values.Add("least", Math.Max(1, query.AtLeast));
        int total = await db.OneAsync<int>($"SELECT count(*) FROM stories s {filter.Where}", filter.Values, cancel);
        if (query.After is not null)
        {
            string[] after = Cursor.Read(query.After, 2);
            filter.And("(s.day, s.id) < (@day, @id)", "day", after[0]);
            filter.Values.Add("id", after[1]);
        }

        int limit = Math.Max(0, query.Limit);
        filter.Values.Add("limit", limit + 1L);
        List<Line> lines = await db.ListAsync<Line>($"{Line.Select} {filter.Where} ORDER BY s.day DESC, s.id DESC LIMIT @limit", filter.Values, cancel);
        IReadOnlyDictionary<long, int> origins = await OriginQueries.OfStoriesAsync(db, lines.Select(line => line.Row), cancel);
        return Paging.Page(lines, limit, total, line => line.Summary(origins), line => Cursor.Of(line.Day, line.Id));
    }

    public static async Task<StoryDetail?> OneAsync(SqliteConnection db, string id, CancellationToken cancel)
    {
        Line? line = await db.OneAsync<Line>($"{Line.Select} WHERE s.id = @id AND s.articles > 0", new { id }, cancel);
        if (line is null) return null;
        List<ArticleLine> articles = await db.ListAsync<ArticleLine>(
            $"""
            SELECT {ArticleLine.Columns}
            FROM story_texts t JOIN article_versions v ON v.row = t.version JOIN articles r ON r.row = v.article AND r.current = v.row
            WHERE t.story = @Row ORDER BY v.instant IS NULL, v.instant, r.id
            """,
            new { line.Row }, cancel);
        return new StoryDetail(line.Summary(await OriginQueries.OfStoriesAsync(db, [line.Row], cancel)), [.. articles.Select(article => article.Summary)]);
    }

    /// <summary>The story of an article; null when it was recorded before there were stories.</summary>
    public static async Task<StorySummary?> OfArticleAsync(SqliteConnection db, string article, CancellationToken cancel)
    {
        Line? line = await db.OneAsync<Line>(
            $"{Line.Select} WHERE s.row = (SELECT t.story FROM articles a JOIN story_texts t ON t.version = a.current WHERE a.id = @article)", new { article }, cancel);
        return line?.Summary(await OriginQueries.OfStoriesAsync(db, [line.Row], cancel));
    }

    private sealed class Line : ArticleFacts
    {
        public const string Select = $"""
            SELECT {Columns}, s.row AS Row, s.id AS Id, s.articles AS Articles, s.outlets AS Outlets, s.first_day AS FirstDay, s.day AS Day
            FROM stories s JOIN article_versions v ON v.row = s.shown JOIN articles r ON r.row = v.article

            """;

        public long Row { get; init; }
        public string Id { get; init; } = "";
        public int Articles { get; init; }
        public int Outlets { get; init; }
        public string FirstDay { get; init; } = "";
        public string Day { get; init; } = "";

        public StorySummary Summary(IReadOnlyDictionary<long, int> origins) => new(
            Id, Reference, Articles, Outlets, origins.GetValueOrDefault(Row), Storage.Columns.Day(FirstDay), Storage.Columns.Day(Day));
    }
}
