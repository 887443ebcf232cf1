namespace Rapporteur.Web.Shared;

/// <summary>In which forms a list can be taken along.</summary>
/// <param name="Noun">The list: "statements".</param>
/// <param name="Filters">What restricts it.</param>
/// <param name="Feed">True when it can be subscribed to.</param>
/// <param name="Save">True when it can be kept under a name.</param>
/// <param name="Called">What the list is called.</param>
internal sealed record Takeaway(string Noun, Filters Filters, bool Feed = false, bool Save = false, string Called = "This list")
{
    /// <summary>The list in a form.</summary>
    public string In(string ending) => Links.With($"/{Noun}.{ending}", Filters.Parameters);
}
