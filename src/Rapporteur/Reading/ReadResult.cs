using Rapporteur.Recording;

namespace Rapporteur.Reading;

/// <summary>What came of reading one address: a page, or the reason why there is none.</summary>
/// <param name="Location">The file path (for an entry of a feed, <c>PATH#n</c>) or URL.</param>
/// <param name="Page">What was read, or null when nothing was.</param>
/// <param name="Reason">Why nothing was read, in words for the user; null when something was.</param>
/// <param name="Failed">True when something asked for could not be done (exit code 1), false for what is passed over on an ordinary day.</param>
public sealed record ReadResult(string Location, Page? Page, string? Reason, bool Failed = false)
{
    /// <summary>What the server said of the address; null when it need not be kept. To be remembered once the page, and all read before it, is recorded.</summary>
    public FetchState? Fetched { get; init; }

    /// <summary>True when nothing is missing for it: a page that has not changed, a sidecar that is read with its article.</summary>
    public bool Complete { get; init; }

    /// <summary>A page was read.</summary>
    public static ReadResult Of(Page page) => new(page.Location, page, null);

    /// <summary>Passed over for a reason that is no fault: robots.txt, a file of another kind in a folder.</summary>
    public static ReadResult Skipped(string location, string reason) => new(location, null, reason);

    /// <summary>There was nothing to read that the record does not have, or get with another file.</summary>
    public static ReadResult NothingNew(string location, string reason) => new(location, null, reason) { Complete = true };

    /// <summary>Could not be read, and somebody should know.</summary>
    public static ReadResult CouldNot(string location, string reason) => new(location, null, reason, Failed: true);
}
