using Rapporteur.Querying;
using Rapporteur.Text;

namespace Rapporteur.Storage.Sqlite;

/// <summary>One appearance with the article it stands in.</summary>
internal sealed class AppearanceLine : ArticleFacts
{
    /// <summary>Everything of an appearance; a condition and an order follow.</summary>
    public const string Select = $"""
        SELECT {Columns}, a.id AS Id, s.id AS StatementId, a.version AS VersionRow, v.number AS Number, a.current AS Current,
            c.id AS ActorId, c.name AS ActorName, a.speaker AS Speaker, a.addressee AS Addressee, a.on_behalf_of AS OnBehalfOf, a.via AS Via,
            a.said_on AS SaidOn, a.form AS Form, a.confidence AS Confidence, a.found_by AS FoundBy,
            a.spans AS Spans, a.code_points AS CodePoints, a.source AS Source, a.cue AS Cue, a.content AS Content,
            a.act AS Act, a.negated AS Negated, a.modality AS Modality, a.channel AS Channel, r.instant AS Instant, a.place AS Place
        FROM appearances a
            JOIN statements s ON s.row = a.statement
            JOIN article_versions v ON v.row = a.version
            JOIN articles r ON r.row = a.article
            LEFT JOIN actors c ON c.row = a.actor

        """;

    public string Id { get; init; } = "";
    public string StatementId { get; init; } = "";
    public long VersionRow { get; init; }
    public int Number { get; init; }
    public bool Current { get; init; }
    public string? ActorId { get; init; }
    public string? ActorName { get; init; }
    public string? Speaker { get; init; }
    public string? Addressee { get; init; }
    public string? OnBehalfOf { get; init; }
    public string? Via { get; init; }
    public string? SaidOn { get; init; }
    public string Form { get; init; } = "";
    public double Confidence { get; init; }
    public string FoundBy { get; init; } = "";
    public string Spans { get; init; } = "";
    public string? CodePoints { get; init; }
    public string Source { get; init; } = "";
    public string Cue { get; init; } = "";
    public string Content { get; init; } = "";
    public string Act { get; init; } = "";
    public bool Negated { get; init; }
    public string Modality { get; init; } = "";
    public long Instant { get; init; }
    public int Place { get; init; }

    public string? Channel { get; init; }

    public AppearanceRow Row
    {
        get
        {
            IReadOnlyList<TextSpan>[] spans = Storage.Columns.SpanLists(Spans);
            IReadOnlyList<TextSpan>[] points = CodePoints is null ? spans : Storage.Columns.SpanLists(CodePoints);
            return new AppearanceRow
            {
                Id = Id,
                StatementId = StatementId,
                Article = Reference,
                Version = Number,
                Current = Current,
                Speaker = ActorId is null ? null : new ActorRef(ActorId, ActorName!),
                Attribution = new Attribution
                {
                    Source = spans[0],
                    Cue = spans[1],
                    Content = spans[2],
                    Form = Storage.Columns.Form(Form),
                    Speaker = Speaker,
                    Addressee = Addressee,
                    OnBehalfOf = OnBehalfOf,
                    Via = Via,
                    SaidOn = Storage.Columns.Day(SaidOn),
                    Act = Storage.Columns.Act(Act),
                    Negated = Negated,
                    Modality = Storage.Columns.Modality(Modality),
                    Channel = Storage.Columns.Channel(Channel),
                    Confidence = Confidence,
                    FoundBy = FoundBy,
                },
                Content = Content,
                Source = Source,
                Cue = Cue,
                CodePoints = new CodePointSpans(points[0], points[1], points[2]),
            };
        }
    }
}
