using System.Collections.Frozen;

namespace Rapporteur.Matching;

/// <summary>Words by which reports name one state or union: "Moscow", "the Kremlin" and "Russians" are Russia.</summary>
internal static class StateNames
{
    private static readonly FrozenDictionary<string, string> States = ContentWords.Lines("state-words")
        .Select(line => line.Split('\t')).SelectMany(words => words.Select(word => (Word: word, State: words[0])))
        .ToFrozenDictionary(pair => pair.Word, pair => pair.State, StringComparer.Ordinal);

    /// <summary>All words with their states.</summary>
    public static IEnumerable<KeyValuePair<string, string>> All => States;

    /// <summary>The state that a word names, or null.</summary>
    /// <param name="word">Folded.</param>
    public static string? Of(string word) => States.GetValueOrDefault(word);
}
