using Rapporteur.Text.Stances;

namespace Rapporteur.Positions;

/// <summary>A matter under negotiation.</summary>
public sealed record Issue
{
    /// <summary>Identity: made of the name's words, so that it stays when the case or the order of the file changes.</summary>
    public required string Id { get; init; }

    /// <summary>As people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Other names for it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Names of issues that are parts of it.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>What it means to be for it, or null.</summary>
    public string? For { get; init; }

    /// <summary>What it means to be against it, or null.</summary>
    public string? Against { get; init; }

    /// <summary>True when the program suggested it and no person has taken it over.</summary>
    public bool Suggested { get; init; }

    /// <summary>True when somebody asked a question in these words: they alone tell what is on it.</summary>
    public bool Asked { get; init; }

    /// <summary>Sets of stems, each of which stands for the issue (<see cref="Rapporteur.Text.StanceMark.Words"/>).</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Keys { get; init; }

    /// <summary>An issue as a person names it.</summary>
    public static Issue Named(string name, IReadOnlyList<string> aliases, IReadOnlyList<string> parts, string? pro = null, string? contra = null) => new()
    {
        Id = IdOf(name),
        Name = name,
        Aliases = aliases,
        Parts = parts,
        For = pro,
        Against = contra,
        Keys = [.. aliases.Prepend(name).Select(TargetWords.OfPhrase).Where(key => key.Count > 0)],
    };

    /// <summary>"NATO membership of Ukraine" → "nato-membership-of-ukraine".</summary>
    public static string IdOf(string name)
    {
        string id = string.Join('-', Folding.Words(name));
        return id.Length > 0 ? id : "issue";
    }
}
