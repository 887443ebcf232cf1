using System.ComponentModel;
using ModelContextProtocol.Server;
using Rapporteur.Exporting;
using Rapporteur.Positions;
using Rapporteur.Querying;
using Rapporteur.Recording;

namespace Rapporteur.Cli.Mcp;

/// <summary>What an assistant may ask about positions: each rests on wordings, and comes with them.</summary>
/// <param name="record">What is asked.</param>
/// <param name="issues">The people's issues, asked anew each time.</param>
internal sealed class PositionTools(IRecordQueries record, Func<IReadOnlyList<Issue>> issues)
{
    [McpServerTool(Name = "get_position", Title = "Positions", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Where actors stand on issues, interval by interval: stance, first and last day, conditions, and every wording it rests on with outlet, link and offsets in the article.")]
    public async Task<string> GetPositionAsync(
        [Description("The actor's name or part of it")] string? actor = null,
        [Description("Words of the issue, or its identity")] string? issue = null,
        [Description("At most so many, up to 100")] int limit = 20,
        [Description("The \"next\" of the answer before, to go on")] string? after = null,
        CancellationToken cancel = default)
    {
        PositionBook book = await PositionBook.OfAsync(record, issues(), cancel);
        HashSet<string>? asked = Asked(book, issue);
        (IReadOnlyList<Position> page, string? next) = Answers.Page(
            [.. book.Positions.Where(position => Answers.Holds(position.Actor, actor) && asked?.Contains(position.Issue.Id) != false)], position => position.Id, limit, after);
        return Answers.Answer(new { positions = page.Select(position => new { position = PositionLine.Of(position), evidence = position.Evidence.Select(Shown) }), next });
    }

    [McpServerTool(Name = "get_changes", Title = "Changes of position", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("How positions changed, by day: hardened, softened, reversed, specified, condition-added, condition-dropped, reaffirmed, fell-silent; with the wording before and after, each with outlet, link and offsets.")]
    public async Task<string> GetChangesAsync(
        [Description("The actor's name or part of it")] string? actor = null,
        [Description("Words of the issue, or its identity")] string? issue = null,
        [Description("Changed on this day or later, yyyy-MM-dd")] string? since = null,
        [Description("Changed on this day or earlier, yyyy-MM-dd")] string? until = null,
        [Description("At most so many, up to 100")] int limit = 20,
        [Description("The \"next\" of the answer before, to go on")] string? after = null,
        CancellationToken cancel = default)
    {
        (DateOnly? first, DateOnly? last) = (Answers.Day(since), Answers.Day(until));
        PositionBook book = await PositionBook.OfAsync(record, issues(), cancel);
        HashSet<string>? asked = Asked(book, issue);
        (IReadOnlyList<PositionChange> page, string? next) = Answers.Page(
            [.. book.Changes.Where(change => Answers.Holds(change.Actor, actor) && asked?.Contains(change.Issue.Id) != false
                && (first is null || change.Day >= first) && (last is null || change.Day <= last))],
            change => Identity.Of(change.Actor, change.Issue.Id, change.Kind.ToString(), change.Before.Appearance.Id, change.After?.Appearance.Id), limit, after);
        return Answers.Answer(new
        {
            changes = page.Select(change => new { change = ChangeLine.Of(change), before = Shown(change.Before), after = change.After is { } now ? Shown(now) : null }),
            next,
        });
    }

    private static object Shown(Evidence evidence) => new { place = Answers.Place(evidence.Appearance), stance = EvidenceLine.Of(evidence) };

    private static HashSet<string>? Asked(PositionBook book, string? issue) => issue is null ? null : [.. book.IssuesLike(issue).Select(one => one.Id)];
}
