using System.Collections.Frozen;
using Rapporteur.Text.Languages;

namespace Rapporteur.Text.SpeechActs;

/// <summary>Which words name which acts: in a cue, and in the main clause of a content.</summary>
internal sealed class ActLexicon
{
    private static readonly Lazy<ActLexicon> BuiltIn = new(() => new ActLexicon());
    private readonly FrozenDictionary<string, (string[] More, SpeechAct Act)[]> _cues;
    private readonly FrozenDictionary<string, ContentAct> _contents;

    private ActLexicon()
    {
        _cues = WordTable.Read("speech-acts.tsv")
            .SelectMany(row => row[1].Split(' ').Select(cue => (Words: cue.Split('_'), Act: Enum.Parse<SpeechAct>(row[0]))))
            .GroupBy(c => c.Words[0], c => (More: c.Words[1..], c.Act), StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(c => c.More.Length).ToArray(), StringComparer.Ordinal);
        _contents = WordTable.Read("speech-act-contents.tsv")
            .SelectMany(row => row[3].Split(' ').Select(lemma => (Lemma: lemma, Act: ActOf(row))))
            .GroupBy(c => c.Lemma, c => c.Act, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }

    /// <summary>The lists built in.</summary>
    public static ActLexicon English => BuiltIn.Value;

    /// <summary>The act that the cue at a word names, and how many words name it; null when it names none.</summary>
    /// <param name="lemma">Lemma of a word by its distance from the first; null beyond the cue and the words behind it.</param>
    public (SpeechAct Act, int Words)? CueAt(Func<int, string?> lemma)
    {
        if (lemma(0) is not { } first) return null;
        // The lemmatiser takes the e off now and then: "blamed" → "blam".
        if (!_cues.TryGetValue(first, out (string[] More, SpeechAct Act)[]? candidates) && !_cues.TryGetValue(first + "e", out candidates)) return null;
        foreach ((string[] rest, SpeechAct act) in candidates)
        {
            int matched = 0;
            while (matched < rest.Length && lemma(matched + 1) == rest[matched]) matched++;
            if (matched == rest.Length) return (act, rest.Length + 1);
        }

        return null;
    }

    /// <summary>What the main word of a content does, or null.</summary>
    public ContentAct? ContentOf(string lemma) => _contents.TryGetValue(lemma, out ContentAct found) ? found : null;

    private static ContentAct ActOf(string[] row)
    {
        SpeechAct act = Enum.Parse<SpeechAct>(row[0]);
        return new ContentAct(act, row[2] == "-" ? act : Enum.Parse<SpeechAct>(row[2]), OwnOnly: row[1] == "verb");
    }
}

/// <summary>What the main word of a content does.</summary>
/// <param name="Act">The act.</param>
/// <param name="Negated">The act when it is negated.</param>
/// <param name="OwnOnly">Whether it counts only when the speaker, his side or nobody is its subject.</param>
internal readonly record struct ContentAct(SpeechAct Act, SpeechAct Negated, bool OwnOnly);
