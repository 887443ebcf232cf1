namespace Rapporteur.Web.Safety;

/// <summary>Who may use a dossier: whoever knows the password, and programs that carry one of the tokens. Only hashes are kept.</summary>
/// <param name="Password">Hash of the password (<see cref="Credentials.HashPassword"/>); null when there is none.</param>
/// <param name="Tokens">The tokens by name.</param>
public sealed record AccessRules(string? Password, IReadOnlyList<AccessToken> Tokens)
{
    /// <summary>Nothing is asked, so nobody but this machine may be let in.</summary>
    public static readonly AccessRules None = new(null, []);

    /// <summary>True when something is asked of who comes.</summary>
    public bool Asks => Password is not null || Tokens.Count > 0;
}

/// <summary>A token of a program.</summary>
/// <param name="Name">What its owner calls it, so that it can be told from others and taken back.</param>
/// <param name="Hash">Hash of the token (<see cref="Credentials.HashToken"/>).</param>
public sealed record AccessToken(string Name, string Hash);
