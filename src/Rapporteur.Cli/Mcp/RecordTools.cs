using System.ComponentModel;
using ModelContextProtocol;
using ModelContextProtocol.Server;
using Rapporteur.Exporting;
using Rapporteur.Matching.Encounters;
using Rapporteur.Querying;
using Rapporteur.Text;
using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Cli.Mcp;

/// <summary>What an assistant may ask of the record. Every answer carries the words, where they stand, and a link; none is a summary.</summary>
/// <remarks>The lines are those of <c>rapporteur export</c>: <c>docs/contracts.md</c> describes their fields. Offsets are code points, the end exclusive.</remarks>
internal sealed class RecordTools(IRecordQueries record)
{
    [McpServerTool(Name = "search_statements", Title = "Search statements", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Who said what: statements that meet all conditions, newest first, each with its wording, speaker, day and first report. Ask for one with get_statement to see every wording and its exact place.")]
    public async Task<string> SearchStatementsAsync(
        [Description("Words that must occur in a wording; \"in quotation marks\" they must stand just so")] string? about = null,
        [Description("The speaker's name or part of it")] string? speaker = null,
        [Description("Name of an outlet that reports it")] string? outlet = null,
        [Description("Said on this day or later, yyyy-MM-dd")] string? since = null,
        [Description("Said on this day or earlier, yyyy-MM-dd")] string? until = null,
        [Description("How it is reported: direct, indirect or mixed")] string? form = null,
        [Description("What is done by saying it: assert, demand, propose, promise, threaten, reject, accept, deny, confirm, ask, praise, criticise, set_condition, express_attitude")] string? act = null,
        [Description("At most so many, up to 100")] int limit = 20,
        [Description("The \"next\" of the answer before, to go on")] string? after = null,
        CancellationToken cancel = default)
    {
        StatementQuery query = new()
        {
            About = about,
            Speaker = speaker,
            Outlet = outlet,
            Since = Answers.Day(since),
            Until = Answers.Day(until),
            Form = FormOf(form),
            Act = ActOf(act),
            Limit = Answers.Limit(limit),
            After = after,
        };
        try
        {
            ListPage<StatementSummary> page = await record.StatementsAsync(query, cancel);
            List<object> found = [];
            foreach (StatementSummary item in page.Items)
            {
                // The wording shown, where it stands.
                IReadOnlyList<AppearanceRow> reports = (await record.StatementAsync(item.Id, cancel))?.Appearances ?? [];
                AppearanceRow? shown = reports.FirstOrDefault(row => row.Current && row.Content == item.Content) ?? (reports.Count > 0 ? reports[0] : null);
                found.Add(new { statement = StatementLine.Of(item), place = shown is null ? null : Answers.Place(shown) });
            }

            return Answers.Answer(new { statements = found, next = page.Next });
        }
        catch (ArgumentException problem)
        {
            throw new McpException(problem.Message, problem);
        }
    }

    [McpServerTool(Name = "get_statement", Title = "One statement", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("One statement with every report of it, earliest first: the words, source and cue, offsets in the article, speaker, on whose behalf, to whom, through whom, outlet and link.")]
    public async Task<string> GetStatementAsync(
        [Description("Identity of the statement")] string id,
        [Description("At most so many reports, up to 100")] int limit = 20,
        [Description("The \"next\" of the answer before, to go on")] string? after = null,
        CancellationToken cancel = default)
    {
        StatementDetail found = await record.StatementAsync(id, cancel) ?? throw Answers.Missing("statement", id, "search_statements");
        (IReadOnlyList<AppearanceRow> page, string? next) = Answers.Page(found.Appearances, row => row.Id, limit, after);
        return Answers.Answer(new { statement = StatementLine.Of(found.Summary), appearances = page.Select(AppearanceLine.Of), next });
    }

    [McpServerTool(Name = "get_article", Title = "One article", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("One article: outlet, days, link, credits, its text, and what it reports with offsets into that text.")]
    public async Task<string> GetArticleAsync([Description("Identity of the article")] string id, CancellationToken cancel = default)
    {
        ArticleDetail found = await record.ArticleAsync(id, cancel) ?? throw Answers.Missing("article", id, "search_statements, whose answers name articles");
        ArticleVersion current = found.Versions[^1];
        return Answers.Answer(new { article = ArticleLine.Of(found.Summary), version = current.Number, text = current.Article.Text, appearances = current.Appearances.Select(AppearanceLine.Of) });
    }

    [McpServerTool(Name = "search_encounters", Title = "Search encounters", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Calls, meetings, talks, visits and the like, latest first: participants, day, place, whether held, planned, postponed, cancelled or denied, and the articles that say so.")]
    public async Task<string> SearchEncountersAsync(
        [Description("Name of a participant or part of it")] string? with = null,
        [Description("At most so many, up to 100")] int limit = 20,
        [Description("The \"next\" of the answer before, to go on")] string? after = null,
        CancellationToken cancel = default)
    {
        IEnumerable<Encounter> found = EncounterSearch.With(await record.EncountersAsync(cancel), with);
        (IReadOnlyList<Encounter> page, string? next) = Answers.Page([.. found], encounter => encounter.Id, limit, after);
        List<object> encounters = [];
        foreach (Encounter encounter in page) encounters.Add(new { encounter = EncounterLine.Of(encounter), report = await ReportAsync(encounter.Reports[0], cancel) });
        return Answers.Answer(new { encounters, next });
    }

    [McpServerTool(Name = "get_encounter", Title = "One encounter", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("One encounter with how its status changed, and every sentence that reports it, with article and link.")]
    public async Task<string> GetEncounterAsync(
        [Description("Identity of the encounter")] string id,
        [Description("At most so many reports, up to 100")] int limit = 20,
        [Description("The \"next\" of the answer before, to go on")] string? after = null,
        CancellationToken cancel = default)
    {
        Encounter found = await record.EncounterAsync(id, cancel) ?? throw Answers.Missing("encounter", id, "search_encounters");
        IReadOnlyList<Readout> readouts = await ReadoutReader.ReadAsync(record, found, cancel);
        (IReadOnlyList<EncounterReport> page, string? next) = Answers.Page(found.Reports, report => $"{report.Article.Id}:{report.Mention.Span.Start}", limit, after);
        List<object> reports = [];
        foreach (EncounterReport report in page) reports.Add(await ReportAsync(report, cancel));
        return Answers.Answer(new
        {
            encounter = EncounterLine.Of(found, readouts),
            readouts = readouts.Select(readout => new { readout.Side, statements = readout.Statements.Select(Answers.Place) }),
            reports,
            next,
        });
    }

    // The sentence, and where it stands in its article.
    private async Task<object> ReportAsync(EncounterReport report, CancellationToken cancel)
    {
        ArticleDetail? article = await record.ArticleAsync(report.Article.Id, cancel);
        TextSpan? span = article is null ? null : new CodePointOffsets(article.Versions[^1].Article.Text).Of(report.Mention.Sentence);
        return new { article = ArticleInLine.Of(report.Article), report.Sentence, span, status = EncounterLine.StatusName(report.Mention.Status) };
    }

    [McpServerTool(Name = "search_actors", Title = "Search actors", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Who is quoted, most statements first: name, identity, number of statements and of articles.")]
    public async Task<string> SearchActorsAsync(
        [Description("Beginnings of words in the name")] string? name = null,
        [Description("At most so many, up to 100")] int limit = 20,
        [Description("The \"next\" of the answer before, to go on")] string? after = null,
        CancellationToken cancel = default)
    {
        try
        {
            ListPage<ActorSummary> page = await record.ActorsAsync(new ActorQuery(name, Answers.Limit(limit), after), cancel);
            return Answers.Answer(new { actors = page.Items.Select(ActorLine.Of), next = page.Next });
        }
        catch (ArgumentException problem)
        {
            throw new McpException(problem.Message, problem);
        }
    }

    private static SpeechAct? ActOf(string? act) => act is null ? null
        : SpeechActNames.TryRead(act, out SpeechAct found) ? found
        : throw new McpException($"'{act}' is no speech act. There are: {string.Join(", ", Enum.GetValues<SpeechAct>().Select(SpeechActNames.Of))}.");

    private static AttributionForm? FormOf(string? form) => form is null ? null
        : Enum.TryParse(form, ignoreCase: true, out AttributionForm found) && Enum.IsDefined(found) ? found
        : throw new McpException($"'{form}' is no form. There are: direct, indirect, mixed.");
}
