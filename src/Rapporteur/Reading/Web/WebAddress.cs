namespace Rapporteur.Reading.Web;

/// <summary>Judges addresses before anything is sent to them.</summary>
internal static class WebAddress
{
    /// <summary>True when an input is written as an address (<c>scheme://…</c>) and not as a path.</summary>
    public static bool IsAddress(string input)
    {
        int colon = input.IndexOf("://", StringComparison.Ordinal);
        return colon > 1 && input.AsSpan(0, colon).IndexOfAnyExcept(SchemeCharacters) < 0;
    }

    /// <summary>The address to fetch, or the reason why it is not fetched.</summary>
    public static (Uri? Address, string? Reason) Check(string url)
    {
        if (!Uri.TryCreate(url.Trim(), UriKind.Absolute, out Uri? address)) return (null, "this is no complete web address: write it as https://host/path");
        if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            return (null, $"only http and https addresses are fetched, not {address.Scheme}: save the article and read the file");
        // A password in an address ends up in records, logs and exports.
        if (address.UserInfo.Length > 0)
            return (null, "the address holds a name or password, which would end up in the record: take it out, or save the article and read the file");
        // What follows # is for the browser and is not sent.
        return (address.Fragment.Length == 0 ? address : new UriBuilder(address) { Fragment = "" }.Uri, null);
    }

    private static readonly System.Buffers.SearchValues<char> SchemeCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-");
}
