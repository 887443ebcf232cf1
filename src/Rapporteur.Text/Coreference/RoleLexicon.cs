using System.Collections.Frozen;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Coreference;

/// <summary>Nouns of offices and jobs, and the words that stand before them.</summary>
internal sealed class RoleLexicon
{
    private const string Folder = "Languages/English/Names/";

    public static RoleLexicon English { get; } = new();

    private readonly FrozenDictionary<string, char>.AlternateLookup<ReadOnlySpan<char>> _nouns;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _modifiers;

    private RoleLexicon()
    {
        _nouns = EmbeddedData.Lines(Folder + "roles.tsv").Select(line => line.Split('\t'))
            .ToFrozenDictionary(cells => cells[0], cells => cells.Length > 1 ? cells[1][0] : 'u', StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _modifiers = EmbeddedData.Lines(Folder + "role-modifiers.txt").Distinct(StringComparer.OrdinalIgnoreCase)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public bool IsNoun(ReadOnlySpan<char> word) => _nouns.ContainsKey(word);

    /// <summary>'m' or 'f' where the noun tells the gender, 'u' where it does not or is not listed.</summary>
    public char Gender(ReadOnlySpan<char> noun) => _nouns.TryGetValue(noun, out char gender) ? gender : 'u';

    public bool IsModifier(ReadOnlySpan<char> word) => _modifiers.Contains(word);
}
