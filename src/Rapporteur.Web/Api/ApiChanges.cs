using Rapporteur.Exporting;

namespace Rapporteur.Web.Api;

/// <summary>What became of a statement's wording.</summary>
/// <param name="Lead">Identity of the appearance whose wording the others are held against.</param>
/// <param name="EarliestOutlet">Outlet of the earliest report that names its outlet and its day, or null.</param>
/// <param name="Wordings">Each wording once.</param>
/// <param name="Copies">Which article took text from which.</param>
/// <param name="Relays">Who passed it on.</param>
internal sealed record ApiChanges(
    string Lead, string? EarliestOutlet, IReadOnlyList<WordingInLine> Wordings, IReadOnlyList<ApiCopy> Copies, IReadOnlyList<ApiRelay> Relays)
{
    public static ApiChanges? Of(StatementHistory? history) => history is null ? null : new ApiChanges(
        history.Lead.Id, history.EarliestOutlet, WordingInLine.Of(history),
        [.. history.Copies.Select(copy => new ApiCopy(ApiArticleRef.Of(copy.From), ApiArticleRef.Of(copy.To), Math.Round(copy.Share, 3), copy.Evidence.ToString().ToLowerInvariant()))],
        [.. history.Ways.Select(way => new ApiRelay([.. way.Stops.Select(stop => new ApiRelayStop(ExportJson.Line.PropertyNamingPolicy!.ConvertName(stop.Part.ToString()), stop.Name))], way.Outlets))]);
}

/// <summary>One article that took text from another.</summary>
/// <param name="From">The article that had it.</param>
/// <param name="To">The article that took it.</param>
/// <param name="Share">The share of the taker's words, 0 to 1.</param>
/// <param name="Evidence">What shows the direction: credit, time or containment.</param>
internal sealed record ApiCopy(ApiArticleRef From, ApiArticleRef To, double Share, string Evidence);

/// <summary>A way the words went.</summary>
/// <param name="Stops">Who passed them on.</param>
/// <param name="Outlets">The outlets they reached by it.</param>
internal sealed record ApiRelay(IReadOnlyList<ApiRelayStop> Stops, IReadOnlyList<string> Outlets);

/// <summary>Somebody who passed words on.</summary>
/// <param name="Part">on_behalf_of, speaker, via or agency.</param>
/// <param name="Name">By what name.</param>
internal sealed record ApiRelayStop(string Part, string Name);
