using Microsoft.AspNetCore.Mvc.RazorPages;
using Rapporteur.Positions;

namespace Rapporteur.Web.Issues;

/// <summary>One line of the list of issues.</summary>
internal sealed record IssueRow(Issue Issue, int Actors, int Positions, int Reports, DateOnly? Latest);

/// <summary>All issues: those that people named first, then by how much is said on them.</summary>
internal sealed class IndexModel(WholeRecord whole) : PageModel
{
    // A line takes about 400 bytes.
    private const int Shown = 200;

    public IReadOnlyList<IssueRow> Rows { get; private set; } = [];

    public int Total { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        PositionBook book = await whole.PositionsAsync(cancel);
        ILookup<string, Position> positions = book.Positions.ToLookup(position => position.Issue.Id, StringComparer.Ordinal);
        Total = book.Issues.Count;
        Rows = [.. book.Issues
            .Select(issue => new IssueRow(
                issue, positions[issue.Id].Select(position => position.Actor).Distinct(StringComparer.Ordinal).Count(), positions[issue.Id].Count(),
                positions[issue.Id].Sum(position => position.Evidence.Count), positions[issue.Id].Max(position => position.To)))
            .OrderBy(row => row.Issue.Suggested).ThenByDescending(row => row.Reports).ThenBy(row => row.Issue.Id, StringComparer.Ordinal).Take(Shown)];
    }
}
