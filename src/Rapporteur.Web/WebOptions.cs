using System.Security.Cryptography.X509Certificates;
using Rapporteur.Positions;
using Rapporteur.Web.Safety;

namespace Rapporteur.Web;

/// <summary>How the record is served.</summary>
public sealed record WebOptions
{
    /// <summary>Addresses to listen on, <c>http://HOST:PORT</c> or <c>https://HOST:PORT</c>. Port 0 takes a free one.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:5080"];

    /// <summary>Name of the dossier, shown on every page.</summary>
    public string Title { get; init; } = "Dossier";

    /// <summary>The issues that people keep, asked anew for every page; none by default.</summary>
    public Func<IReadOnlyList<Issue>> Issues { get; init; } = () => [];

    /// <summary>Who may use it, asked anew for every request; by default nothing is asked, and then only this machine may be listened on.</summary>
    /// <remarks>Whether something is asked at all is decided when the server is made: taking the last password away locks everybody out and opens nothing.</remarks>
    public Func<AccessRules> Access { get; init; } = () => AccessRules.None;

    /// <summary>True to refuse every change, for a record that is shared for reading.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Names under which other machines ask for it, as in <c>desk.example</c>; empty accepts any when it listens elsewhere than on this machine alone.</summary>
    public IReadOnlyList<string> HostNames { get; init; } = [];

    /// <summary>The certificate, with its private key, for addresses that begin with <c>https://</c>; null when there are none.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>How it tells about its work.</summary>
    public LogForm Log { get; init; }

    /// <summary>Why these options cannot be used, in a sentence for the user; null when they can.</summary>
    public string? Objection() => Urls.Count == 0
        ? "no address to listen on was given"
        : Urls.Select(url => ListenAddress.Objection(url, Access().Asks, Certificate is not null)).FirstOrDefault(objection => objection is not null)
        ?? ListenAddress.ObjectionToNames(HostNames, Access().Asks);
}
