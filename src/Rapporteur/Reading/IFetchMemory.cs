using Rapporteur.Recording;

namespace Rapporteur.Reading;

/// <summary>Remembers between two visits what servers said, so that the next one asks only for what is new.</summary>
public interface IFetchMemory
{
    /// <summary>What a server said of an address the last time it was fetched; null when it never was.</summary>
    Task<FetchState?> FetchStateAsync(string url, CancellationToken cancel);

    /// <summary>Remembers what a server said of an address.</summary>
    Task RememberFetchAsync(FetchState state, CancellationToken cancel);
}
