using Microsoft.Data.Sqlite;
using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Keeps the terms that articles hold at arm's length, and gives back those of current versions.</summary>
internal static class ContestedTermRows
{
    public static void Add(PreparedSql sql, long version, ArticleRecord record)
    {
        if (record.Terms.Count == 0) return;
        string text = record.Article.Text;
        CodePointOffsets offsets = new(text);
        foreach ((int place, ContestedTerm term) in record.Terms.Index())
        {
            sql.Do(
                """
                INSERT INTO contested_terms (version, place, term, user, source, spans, points, passage)
                VALUES (@version, @place, @term, @user, @source, @spans, @points, @passage)
                """,
                ("version", version),
                ("place", place),
                ("term", term.Span.In(text)),
                ("user", term.User),
                ("source", term.UserSpan is { } user ? user.In(text) : null),
                ("spans", Columns.Json([term.Span], [term.Cue], term.UserSpan is { } span ? [span] : [])),
                ("points", Columns.Json([offsets.Of(term.Span)])),
                ("passage", LineAround(text, term.Span).In(text)));
        }
    }

    public static async Task<IReadOnlyList<TermReport>> CurrentAsync(SqliteConnection db, CancellationToken cancel)
    {
        List<Line> lines = await db.ListAsync<Line>(
            $"""
            SELECT {ArticleFacts.Columns}, t.term AS Term, t.user AS User, t.source AS Source, t.spans AS Spans, t.points AS Points, t.passage AS Passage
            FROM contested_terms t JOIN articles r ON r.current = t.version JOIN article_versions v ON v.row = t.version
            ORDER BY r.id, t.place
            """,
            null, cancel);
        return [.. lines.Select(line => line.Report)];
    }

    // The line of the text around the term: enough to see how it is used.
    private static TextSpan LineAround(string text, TextSpan term)
    {
        int start = text.LastIndexOf('\n', Math.Max(0, term.Start - 1)) + 1, end = text.IndexOf('\n', term.End);
        return new TextSpan(Math.Min(start, term.Start), end < 0 ? text.Length : end);
    }

    private sealed class Line : ArticleFacts
    {
        public string Term { get; init; } = "";
        public string? User { get; init; }
        public string? Source { get; init; }
        public string Spans { get; init; } = "";
        public string Points { get; init; } = "";
        public string Passage { get; init; } = "";

        public TermReport Report
        {
            get
            {
                IReadOnlyList<TextSpan>[] spans = Storage.Columns.SpanLists(Spans);
                int[] point = System.Text.Json.JsonSerializer.Deserialize<int[][]>(Points)![0];
                ContestedTerm mention = new(spans[0][0], spans[1][0], spans[2].Count > 0 ? spans[2][0] : null, User);
                return new TermReport(Reference, Term, Source, mention, new TextSpan(point[0], point[1]), Passage);
            }
        }
    }
}
