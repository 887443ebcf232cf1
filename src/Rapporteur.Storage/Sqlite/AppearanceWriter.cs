using Microsoft.Data.Sqlite;
using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Adds the appearances of one version, not yet marked as current.</summary>
internal sealed class AppearanceWriter(SqliteConnection db, CancellationToken cancel)
{
    private const string InsertStatement = """
        INSERT INTO statements (id, form, day, instant, appearances, outlets, forms, content) VALUES (@StatementId, '', '', 0, 0, 0, 0, '')
        ON CONFLICT DO UPDATE SET id = id RETURNING row
        """;

    // 2^20 appearances of one statement are more than any dossier holds.
    private const string InsertAppearance = """
        INSERT INTO appearances (
            row, id, statement, article, version, place, current, outlet, actor, form, said_on,
            speaker, addressee, on_behalf_of, via, confidence, found_by, spans, code_points, source, cue, content)
        VALUES (
            (SELECT ifnull(max(row) + 1, @statement << 20) FROM appearances WHERE row >= @statement << 20 AND row < (@statement + 1) << 20),
            @id, @statement, @article, @version, @place, 0, (SELECT outlet FROM article_versions WHERE row = @version), @actor, @form, @saidOn,
            @Speaker, @Addressee, @OnBehalfOf, @Via, @Confidence, @FoundBy, @spans, @codePoints, @source, @cue, @Content)
        """;

    /// <summary>Adds them in the order given; a second one at the very same place is passed over.</summary>
    /// <returns>The statements they report.</returns>
    public async Task<HashSet<long>> AddAsync(long article, long version, ArticleRecord record, string digest)
    {
        string articleId = (await db.OneAsync<string>("SELECT id FROM articles WHERE row = @article", new { article }, cancel))!;
        string text = record.Article.Text;
        CodePointOffsets offsets = new(text);
        Dictionary<string, long> actors = await NameTable.Actors.MeetAsync(db, record.Appearances.Select(a => a.Attribution.Speaker), cancel);
        HashSet<long> statements = [];
        HashSet<string> places = new(StringComparer.Ordinal);
        foreach ((int place, Appearance appearance) in record.Appearances.Index())
        {
            Attribution attribution = appearance.Attribution;
            string id = ArticleIdentity.OfAppearance(articleId, digest, attribution);
            if (!places.Add(id)) continue;

            long statement = await db.OneAsync<long>(InsertStatement, new { appearance.StatementId }, cancel);
            statements.Add(statement);
            string spans = Columns.Json(attribution.Source, attribution.Cue, attribution.Content);
            string codePoints = Columns.Json(In(offsets, attribution.Source), In(offsets, attribution.Cue), In(offsets, attribution.Content));
            await db.DoAsync(
                InsertAppearance,
                new
                {
                    id,
                    statement,
                    article,
                    version,
                    place,
                    actor = attribution.Speaker is { } speaker && actors.TryGetValue(speaker, out long known) ? known : (long?)null,
                    form = Columns.Form(attribution.Form),
                    saidOn = Columns.Day(attribution.SaidOn),
                    attribution.Speaker,
                    attribution.Addressee,
                    attribution.OnBehalfOf,
                    attribution.Via,
                    attribution.Confidence,
                    attribution.FoundBy,
                    spans,
                    codePoints = codePoints == spans ? null : codePoints,
                    source = Words(text, attribution.Source),
                    cue = Words(text, attribution.Cue),
                    appearance.Content,
                },
                cancel);
        }

        return statements;
    }

    private static IReadOnlyList<TextSpan> In(CodePointOffsets offsets, IReadOnlyList<TextSpan> spans) => [.. spans.Select(offsets.Of)];

    private static string Words(string text, IReadOnlyList<TextSpan> spans) => string.Join(" … ", spans.Select(span => span.In(text)));
}
