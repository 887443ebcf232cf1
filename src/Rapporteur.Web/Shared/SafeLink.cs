namespace Rapporteur.Web.Shared;

/// <summary>An address of the web that may become a link. Articles bring addresses with them, and not all mean well.</summary>
/// <param name="Address">The absolute address.</param>
/// <param name="Host">Where it leads; foreign letters in ASCII form, so that look-alikes show.</param>
internal sealed record SafeLink(string Address, string Host)
{
    /// <summary>The link for an address; null unless it is absolute and http or https.</summary>
    public static SafeLink? Of(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0
            ? new SafeLink(uri.AbsoluteUri, uri.IdnHost)
            : null;
}
