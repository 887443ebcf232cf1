using Rapporteur.Positions;
using Rapporteur.Querying;
using Rapporteur.Recording;

namespace Rapporteur.Exporting;

/// <summary>One line of <c>export actors</c>.</summary>
public sealed record ActorLine(string Id, string Name, int Statements, int Articles)
{
    /// <summary>From the record.</summary>
    public static ActorLine Of(ActorSummary actor) => new(actor.Actor.Id, actor.Actor.Name, actor.Statements, actor.Articles);
}

/// <summary>One line of <c>export outlets</c>.</summary>
public sealed record OutletLine(string Id, string Name, int Articles, int Appearances, string? Earliest, string? Latest, int CreditedBy)
{
    /// <summary>From the record.</summary>
    public static OutletLine Of(OutletSummary outlet) => new(
        Identity.Of("outlet", Folding.Key(outlet.Name)), outlet.Name, outlet.Articles, outlet.Appearances,
        outlet.Earliest?.ToString("yyyy-MM-dd"), outlet.Latest?.ToString("yyyy-MM-dd"), outlet.CreditedBy);
}

/// <summary>One line of <c>export issues</c>.</summary>
public sealed record IssueLine(string Id, string Name, IReadOnlyList<string> Aliases, IReadOnlyList<string> Parts, string? For, string? Against, bool Suggested)
{
    /// <summary>From the record or the people's file.</summary>
    public static IssueLine Of(Issue issue) => new(issue.Id, issue.Name, issue.Aliases, issue.Parts, issue.For, issue.Against, issue.Suggested);
}

/// <summary>One line of <c>export judgements</c>. Instants are written in UTC.</summary>
public sealed record JudgementLine(int Number, JudgementKind Kind, IReadOnlyList<string> About, string? Author, DateTimeOffset MadeAt, DateTimeOffset? UndoneAt)
{
    /// <summary>From the record.</summary>
    public static JudgementLine Of(Judgement judgement) =>
        new(judgement.Number, judgement.Kind, judgement.About, judgement.Author, judgement.MadeAt, judgement.UndoneAt);
}
