namespace Rapporteur.Web.Shared;

/// <summary>Statements as they are listed: grouped by the day they were said or, where that is unknown, first reported.</summary>
/// <param name="Statements">Newest first.</param>
/// <param name="About">The words searched for, to be highlighted; null when none were.</param>
/// <param name="ShowSpeaker">False on the page of one speaker.</param>
internal sealed record StatementList(IReadOnlyList<StatementSummary> Statements, string? About, bool ShowSpeaker = true)
{
    /// <summary>The days in the order of the list; null holds the undated.</summary>
    public IEnumerable<(DateOnly? Day, IReadOnlyList<StatementSummary> Statements)> Days =>
        Statements.GroupBy(DayOf).Select(group => (group.Key, (IReadOnlyList<StatementSummary>)[.. group]));

    private static DateOnly? DayOf(StatementSummary statement) => statement.SaidOn ?? statement.FirstReport.Published?.Date;
}
