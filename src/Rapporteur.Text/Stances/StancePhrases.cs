using System.Globalization;
using Rapporteur.Text.Encounters;
using Rapporteur.Text.Languages;

namespace Rapporteur.Text.Stances;

/// <summary>Phrases that take a stance as a whole (<c>stance-phrases.tsv</c>): "off the table", "the only way", "say no to".</summary>
internal sealed class StancePhrases
{
    /// <summary>One phrase.</summary>
    /// <param name="Words">Its words, each with what else may stand for it, and whether it may be missing.</param>
    /// <param name="Stance">What it takes where nothing denies it.</param>
    /// <param name="Strength">How firmly, 0 to 1.</param>
    /// <param name="Targets">Where its target stands, the first that is there.</param>
    /// <param name="Own">True when only the speaker's side can mean it.</param>
    public sealed record Phrase(IReadOnlyList<(string[] Any, bool Optional)> Words, Stance Stance, double Strength, IReadOnlyList<string[]> Targets, bool Own)
    {
        /// <summary>Whether the phrase itself says no: that is no negation of it.</summary>
        public bool Denies { get; } = Words.Any(word => word.Any.Contains("no") || word.Any.Contains("not") || word.Any.Contains("nobody"));
    }

    private static readonly Lazy<StancePhrases> BuiltIn = new(() => new StancePhrases());
    private readonly Dictionary<string, List<Phrase>> _byFirst = new(StringComparer.Ordinal);

    private StancePhrases()
    {
        foreach (string[] row in WordTable.Read("stance-phrases.tsv"))
        {
            (string[] Any, bool Optional)[] words = [.. row[0].Split(' ').Select(word => (word.TrimEnd('?').Split('|'), word.EndsWith('?')))];
            Phrase phrase = new(
                words, Enum.Parse<Stance>(row[1].Replace("-", "", StringComparison.Ordinal), ignoreCase: true), double.Parse(row[2], CultureInfo.InvariantCulture),
                [.. row[3].Split(' ').Select(target => target.Split('|'))], row[4] == "own");
            foreach (string first in FirstOf(words))
            {
                if (!_byFirst.TryGetValue(first, out List<Phrase>? list)) _byFirst[first] = list = [];
                list.Add(phrase);
            }
        }

        // "say no to" before "say no".
        foreach (List<Phrase> list in _byFirst.Values) list.Sort((left, right) => right.Words.Count.CompareTo(left.Words.Count));
    }

    /// <summary>The list built in.</summary>
    public static StancePhrases English => BuiltIn.Value;

    /// <summary>The longest phrase that begins at a token, and the token after it; null when none does.</summary>
    public (Phrase Phrase, int End)? At(EncounterText tree, int token, Func<int, bool> inside)
    {
        foreach (string first in new[] { tree.Lemma(token), tree.Written(token) }.Distinct())
        {
            foreach (Phrase phrase in _byFirst.GetValueOrDefault(first) ?? [])
            {
                if (End(tree, phrase, token, inside) is { } end) return (phrase, end);
            }
        }

        return null;
    }

    private static int? End(EncounterText tree, Phrase phrase, int token, Func<int, bool> inside)
    {
        int at = token;
        foreach ((string[] any, bool optional) in phrase.Words)
        {
            if (inside(at) && at < tree.Text.Tokens.Count && (any.Contains(tree.Lemma(at)) || any.Contains(tree.Written(at)) || any.Contains("=" + tree.Written(at)) || (any.Contains("'s") && tree.Written(at) == "’s"))) at++;
            else if (!optional) return null;
        }

        return at;
    }

    // "a? bad idea" may begin with its second word.
    private static IEnumerable<string> FirstOf(IReadOnlyList<(string[] Any, bool Optional)> words)
    {
        foreach ((string[] any, bool optional) in words)
        {
            foreach (string word in any) yield return word;
            if (!optional) yield break;
        }
    }
}
