using System.Net;

namespace Rapporteur.Web.Safety;

/// <summary>Decides which addresses may be listened on: this machine's own, and others when who comes is asked for a password or token.</summary>
internal static class ListenAddress
{
    /// <summary>Names by which a browser on this machine asks for a page. Any other name in a Host header is DNS rebinding.</summary>
    public static readonly IReadOnlyList<string> LoopbackNames = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Why <paramref name="url"/> cannot be listened on; null when it can.</summary>
    public static string? Objection(string url, bool asks, bool certified)
    {
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            return $"\"{url}\" is not an address to listen on; write http://127.0.0.1:5080";
        }

        bool https = address.Scheme.Equals("https", StringComparison.OrdinalIgnoreCase);
        if (!https && !address.Scheme.Equals("http", StringComparison.OrdinalIgnoreCase) || address.IsUnixPipe || address.IsNamedPipe)
            return $"\"{url}\" does not begin with http:// or https:// and a host";
        if (https && !certified)
            return $"\"{url}\" needs a certificate; give one with --certificate, or listen on http://127.0.0.1:{address.Port} behind a reverse proxy that has one";
        if (address.PathBase.Length > 0)
            return $"\"{url}\" has a path; give host and port only";
        if (!asks && !IsLoopback(address.Host))
            return $"\"{url}\" could be reached from other machines, and neither a password nor a token is set for this dossier; set one with \"rapporteur access password\" or use http://127.0.0.1:{address.Port}";
        return null;
    }

    /// <summary>Why it cannot be asked for by these names; null when it can. A proxy on this machine that has a name of the network would let the network in.</summary>
    public static string? ObjectionToNames(IReadOnlyList<string> names, bool asks) =>
        !asks && names.FirstOrDefault(name => !LoopbackNames.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } other
            ? $"other machines would ask for it as \"{other}\", and neither a password nor a token is set for this dossier; set one with \"rapporteur access password\""
            : null;

    /// <summary>The names to accept in a Host header.</summary>
    public static IReadOnlyList<string> AcceptedHosts(WebOptions options)
    {
        IReadOnlyList<string> hosts = [.. options.Urls.Select(url => BindingAddress.Parse(url).Host)];
        // Other machines call this one by names that it does not know; a page of another name has no session here.
        if (options.HostNames.Count == 0 && !hosts.All(IsLoopback)) return ["*"];
        return [.. LoopbackNames.Concat(hosts).Concat(options.HostNames).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
}
