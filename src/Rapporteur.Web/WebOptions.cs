using Rapporteur.Positions;
using Rapporteur.Web.Safety;

namespace Rapporteur.Web;

/// <summary>How the record is served.</summary>
public sealed record WebOptions
{
    /// <summary>Addresses to listen on, <c>http://HOST:PORT</c>. Port 0 takes a free one.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:5080"];

    /// <summary>Name of the dossier, shown on every page.</summary>
    public string Title { get; init; } = "Dossier";

    /// <summary>The issues that people keep, asked anew for every page; none by default.</summary>
    public Func<IReadOnlyList<Issue>> Issues { get; init; } = () => [];

    /// <summary>True to listen where other machines can reach it. There is no password: whoever reaches it reads everything.</summary>
    public bool AllowRemote { get; init; }

    /// <summary>Names under which other machines ask for it when <see cref="AllowRemote"/> is set; empty accepts any.</summary>
    public IReadOnlyList<string> RemoteHosts { get; init; } = [];

    /// <summary>Why these options cannot be used, in a sentence for the user; null when they can.</summary>
    public string? Objection() => Urls.Count == 0
        ? "no address to listen on was given"
        : Urls.Select(url => ListenAddress.Objection(url, AllowRemote)).FirstOrDefault(objection => objection is not null);
}
