using Rapporteur.Querying;

namespace Rapporteur.Storage.Sqlite;

/// <summary>The line of a list of statements.</summary>
internal sealed class StatementLine : ArticleFacts
{
    /// <summary>The columns and tables; a condition and an order follow.</summary>
    public const string Select = $"""
        SELECT {Columns}, s.row AS Row, s.id AS Id, c.id AS ActorId, c.name AS ActorName, s.content AS Content, s.form AS Form, s.act AS Act, s.said_on AS SaidOn,
            s.day AS Day, s.instant AS Instant, s.appearances AS Appearances, s.outlets AS Outlets
        FROM statements s
            JOIN article_versions v ON v.row = s.first_version
            JOIN articles r ON r.row = v.article
            LEFT JOIN actors c ON c.row = s.actor

        """;

    public long Row { get; init; }
    public string Id { get; init; } = "";
    public string? ActorId { get; init; }
    public string? ActorName { get; init; }
    public string Content { get; init; } = "";
    public string Form { get; init; } = "";
    public string Act { get; init; } = "";
    public string? SaidOn { get; init; }
    public string Day { get; init; } = "";
    public long Instant { get; init; }
    public int Appearances { get; init; }
    public int Outlets { get; init; }

    /// <summary>The line, with the origins counted for the statements of a page.</summary>
    public StatementSummary Summary(IReadOnlyDictionary<long, int> origins) => new(
        Id, ActorId is null ? null : new ActorRef(ActorId, ActorName!), Content, Storage.Columns.Form(Form), Storage.Columns.Day(SaidOn),
        Reference, Appearances, Outlets) { Origins = origins.GetValueOrDefault(Row), Act = Storage.Columns.Act(Act) };
}
