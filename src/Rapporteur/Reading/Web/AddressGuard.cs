using System.Net;
using System.Net.Sockets;

namespace Rapporteur.Reading.Web;

/// <summary>Keeps requests out of the reader's own network.</summary>
/// <remarks>
/// The address is judged when the connection is made, after the name was looked up: a name that points inside, a name whose
/// answer changes between two look-ups, and a redirect all come past here.
/// </remarks>
internal sealed class AddressGuard(bool allowPrivate)
{
    // Not reachable from everywhere, by the IANA special-purpose address registries (RFC 6890 and its updates), and multicast.
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>True for an address that anybody on the internet could reach.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return IsPublic(address.MapToIPv4());
        if (address.AddressFamily == AddressFamily.InterNetwork) return !NotPublic.Any(network => network.Contains(address));

        // These carry an IPv4 address inside, which is where they lead.
        byte[] bytes = address.GetAddressBytes();
        if (SixToFour.Contains(address)) return IsPublic(new IPAddress(bytes.AsSpan(2, 4)));
        if (Nat64.Contains(address)) return IsPublic(new IPAddress(bytes.AsSpan(12, 4)));
        return GlobalUnicast.Contains(address) && !NotPublic.Any(network => network.Contains(address));
    }

    /// <summary>Looks a host up and connects to the first of its addresses that is allowed and answers.</summary>
    /// <exception cref="AddressRefusedException">All its addresses are private.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        DnsEndPoint host = context.DnsEndPoint;
        IPAddress[] addresses = await Dns.GetHostAddressesAsync(host.Host, cancel);
        IPAddress[] allowed = allowPrivate ? addresses : [.. addresses.Where(IsPublic)];
        if (allowed.Length == 0 && addresses.Length > 0) throw new AddressRefusedException(host.Host);

        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, host.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A host lies in the reader's own network, and that was not asked for.</summary>
internal sealed class AddressRefusedException(string host) : IOException($"{host} has a private address.");
