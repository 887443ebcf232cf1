using System.Net;
using System.Threading.RateLimiting;

namespace Rapporteur.Web.Safety;

/// <summary>Bounds how often passwords can be tried: by each network, and by all of them together.</summary>
internal sealed class SignInRate : IDisposable
{
    /// <summary>Tries a minute from one address.</summary>
    public const int TriesFromOne = 5;

    // Many addresses that work together still need years for a password of twelve characters, and cannot keep the processor busy with hashing.
    private const int TriesFromAll = 60;

    private readonly PartitionedRateLimiter<IPAddress> _limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<IPAddress, string>(address => RateLimitPartition.GetFixedWindowLimiter(NetworkOf(address), _ => Window(TriesFromOne))),
        PartitionedRateLimiter.Create<IPAddress, string>(_ => RateLimitPartition.GetFixedWindowLimiter("all", _ => Window(TriesFromAll))));

    /// <summary>True when one more try is allowed now.</summary>
    public bool Allows(IPAddress? from)
    {
        using RateLimitLease lease = _limiter.AttemptAcquire(from ?? IPAddress.None);
        return lease.IsAcquired;
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();

    private static FixedWindowRateLimiterOptions Window(int tries) => new() { PermitLimit = tries, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 };

    // One subscriber has 2^64 addresses of IPv6, so the first half of an address is who it is.
    private static string NetworkOf(IPAddress address)
    {
        IPAddress plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        byte[] bytes = plain.GetAddressBytes();
        return bytes.Length == 16 ? Convert.ToHexString(bytes.AsSpan(0, 8)) : plain.ToString();
    }
}
