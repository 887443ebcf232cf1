namespace Rapporteur.Reading.Feeds;

/// <summary>Completes the links of a feed.</summary>
internal sealed class FeedAddress
{
    private readonly Uri? home;

    /// <summary>Links are completed by where the feed was fetched from, else by what the feed says of its own address.</summary>
    public FeedAddress(Uri? fetchedFrom, string? ownAddress) =>
        home = fetchedFrom ?? (Uri.TryCreate(ownAddress, UriKind.Absolute, out Uri? own) && IsWeb(own) ? own : null);

    /// <summary>The complete http(s) address of a link, or null when it has none.</summary>
    public string? Of(string? link)
    {
        link = link?.Trim();
        if (string.IsNullOrEmpty(link)) return null;
        if (Uri.TryCreate(link, UriKind.Absolute, out Uri? address) && IsWeb(address)) return address.AbsoluteUri;
        return home is not null && Uri.TryCreate(home, link, out address) && IsWeb(address) ? address.AbsoluteUri : null;
    }

    private static bool IsWeb(Uri address) => address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps;
}
