using System.Collections.Concurrent;

namespace Rapporteur.Reading.Web;

/// <summary>Lets one request at a time go to a host, and none before the host wants the next.</summary>
internal sealed class HostQueue(TimeProvider clock, TimeSpan longestWait)
{
    private readonly ConcurrentDictionary<string, Host> hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for a turn at the address's host. Dispose the turn when the answer is complete.</summary>
    /// <returns>The turn; or null and the instant before which the host wants no request, when that is too far off to wait for.</returns>
    public async Task<(IDisposable? Turn, DateTimeOffset NotBefore)> EnterAsync(Uri address, CancellationToken cancel)
    {
        Host host = Of(address);
        await host.Turn.WaitAsync(cancel);
        try
        {
            DateTimeOffset notBefore = host.NotBefore;
            TimeSpan wait = notBefore - clock.GetUtcNow();
            if (wait > longestWait)
            {
                host.Turn.Release();
                return (null, notBefore);
            }

            if (wait > TimeSpan.Zero) await Task.Delay(wait, clock, cancel);
            return (new Lease(host.Turn), notBefore);
        }
        catch
        {
            host.Turn.Release();
            throw;
        }
    }

    /// <summary>Sends nothing to the address's host for some time from now on.</summary>
    public void Pause(Uri address, TimeSpan time)
    {
        DateTimeOffset until = clock.GetUtcNow() + time;
        Host host = Of(address);
        if (until > host.NotBefore) host.NotBefore = until;
    }

    private Host Of(Uri address) => hosts.GetOrAdd(address.IdnHost, _ => new Host());

    private sealed class Host
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public DateTimeOffset NotBefore { get; set; }
    }

    private sealed class Lease(SemaphoreSlim turn) : IDisposable
    {
        private int released;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref released, 1) == 0) turn.Release();
        }
    }
}
