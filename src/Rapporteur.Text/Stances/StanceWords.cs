using System.Collections.Frozen;
using Rapporteur.Text.Encounters;
using Rapporteur.Text.Languages;

namespace Rapporteur.Text.Stances;

/// <summary>Words by what they tell of a speaker's stance (<c>stance-words.tsv</c>): what a class counts for where is learnt, not written.</summary>
internal sealed class StanceWords
{
    private static readonly Lazy<StanceWords> BuiltIn = new(() => new StanceWords());
    private readonly FrozenDictionary<string, (string[] More, string Class)[]> _phrases;

    private StanceWords() => _phrases = WordTable.Read("stance-words.tsv")
        .SelectMany(row => row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(phrase => (Words: phrase.Split('_'), Class: row[0])))
        .GroupBy(phrase => phrase.Words[0], phrase => (phrase.Words[1..], phrase.Class), StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>The list built in.</summary>
    public static StanceWords English => BuiltIn.Value;

    /// <summary>Adds the classes of the phrases that begin at a token, each once.</summary>
    /// <param name="tree">The text.</param>
    /// <param name="token">Where they begin.</param>
    /// <param name="end">The first token that they must not reach.</param>
    /// <param name="to">Is cleared first.</param>
    public void At(EncounterText tree, int token, int end, List<string> to)
    {
        to.Clear();
        if (token >= end) return;
        string lemma = tree.Lemma(token), written = tree.Written(token);
        Add(lemma);
        // The lemmatiser takes the e off now and then: "endors".
        Add(lemma + "e");
        if (written != lemma) Add(written);

        void Add(string first)
        {
            if (!_phrases.TryGetValue(first, out (string[] More, string Class)[]? phrases)) return;
            foreach ((string[] more, string name) in phrases)
            {
                int matched = 0;
                while (matched < more.Length && token + matched + 1 < end && Is(token + matched + 1, more[matched])) matched++;
                if (matched == more.Length && !to.Contains(name)) to.Add(name);
            }
        }

        bool Is(int i, string word) => tree.Lemma(i) == word || tree.Written(i) == word;
    }
}
