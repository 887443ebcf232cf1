using Rapporteur.Recording;
using Rapporteur.Text;
using Rapporteur.Text.Attributions;
using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Adds the appearances of one version, not yet marked as current.</summary>
internal sealed class AppearanceWriter(PreparedSql sql)
{
    // 2^20 appearances of one statement are more than any dossier holds.
    private const string InsertAppearance = """
        INSERT INTO appearances (
            row, id, statement, article, version, place, current, outlet, actor, form, said_on,
            speaker, addressee, on_behalf_of, via, confidence, found_by, spans, code_points, source, cue, content, wording, act, negated, modality, channel)
        VALUES (
            (SELECT ifnull(max(row) + 1, @statement << 20) FROM appearances WHERE row >= @statement << 20 AND row < (@statement + 1) << 20),
            @id, @statement, @article, @version, @place, 0, @outlet, @actor, @form, @said_on,
            @speaker, @addressee, @on_behalf_of, @via, @confidence, @found_by, @spans, @code_points, @source, @cue, @content, @wording, @act, @negated, @modality, @channel)
        """;

    /// <summary>Adds them in the order given; a second one at the very same place is passed over.</summary>
    /// <param name="article">Row of the article.</param>
    /// <param name="version">Row of the version.</param>
    /// <param name="record">What to add.</param>
    /// <param name="digest">Of the version.</param>
    /// <param name="likely">The likely day of an article that has none, or null.</param>
    /// <returns>The statements they report.</returns>
    public HashSet<long> Add(long article, long version, ArticleRecord record, string digest, DateOnly? likely)
    {
        string articleId = sql.Text("SELECT id FROM articles WHERE row = @article", ("article", article))!;
        long? outlet = sql.Number("SELECT outlet FROM article_versions WHERE row = @version", ("version", version));
        Dictionary<string, long> actors = NameTable.Actors.Meet(sql, record.Appearances.Select(appearance => appearance.Attribution.Speaker));
        string text = record.Article.Text;
        CodePointOffsets offsets = new(text);
        WordingWriter wordings = new(sql);
        HashSet<long> statements = [];
        HashSet<string> places = new(StringComparer.Ordinal);
        foreach ((int place, Appearance appearance) in record.Appearances.Index())
        {
            Attribution attribution = appearance.Attribution;
            string id = ArticleIdentity.OfAppearance(articleId, digest, attribution);
            if (!places.Add(id)) continue;

            (long? wording, long statement) = appearance.Proposition is { } proposition
                ? wordings.Add(appearance, proposition, likely)
                : ((long?)null, WordingWriter.Statement(sql, appearance.StatementId));
            statements.Add(statement);
            string spans = Columns.Json(attribution.Source, attribution.Cue, attribution.Content);
            string codePoints = Columns.Json(In(offsets, attribution.Source), In(offsets, attribution.Cue), In(offsets, attribution.Content));
            sql.Do(
                InsertAppearance,
                ("id", id),
                ("statement", statement),
                ("article", article),
                ("version", version),
                ("place", place),
                ("outlet", outlet),
                ("actor", attribution.Speaker is { } speaker && actors.TryGetValue(speaker, out long known) ? known : null),
                ("form", Columns.Form(attribution.Form)),
                ("said_on", Columns.Day(attribution.SaidOn)),
                ("speaker", attribution.Speaker),
                ("addressee", attribution.Addressee),
                ("on_behalf_of", attribution.OnBehalfOf),
                ("via", attribution.Via),
                ("confidence", attribution.Confidence),
                ("found_by", attribution.FoundBy),
                ("spans", spans),
                ("code_points", codePoints == spans ? null : codePoints),
                // The span follows the corpora, where a comma behind an apposition belongs to the source; the words shown do without it.
                ("source", Words(text, attribution.Source).TrimEnd(',')),
                ("cue", Words(text, attribution.Cue)),
                ("content", appearance.Content),
                ("wording", wording),
                ("act", SpeechActNames.Of(attribution.Act)),
                ("negated", attribution.Negated ? 1 : 0),
                ("modality", SpeechActNames.Of(attribution.Modality)),
                ("channel", ChannelNames.Of(attribution.Channel)));
        }

        statements.UnionWith(wordings.Touched);
        return statements;
    }

    private static IReadOnlyList<TextSpan> In(CodePointOffsets offsets, IReadOnlyList<TextSpan> spans) => [.. spans.Select(offsets.Of)];

    private static string Words(string text, IReadOnlyList<TextSpan> spans) => string.Join(" … ", spans.Select(span => span.In(text)));
}
