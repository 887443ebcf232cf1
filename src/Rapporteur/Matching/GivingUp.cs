using System.Collections.Frozen;

namespace Rapporteur.Matching;

/// <summary>Reads words of giving something up and of holding on to it as one word, with a negation or without: "would pursue its aims" is "would not abandon its aims".</summary>
/// <remarks>One report has the negation and the next the other word; word by word the two contradict each other.</remarks>
internal static class GivingUp
{
    // From the negation to the word: "will not so easily give up", "is not going to abandon".
    private const int Reach = 4;
    private const string Not = "not";
    private static readonly FrozenDictionary<string, Phrase[]> Phrases = Read();
    private static readonly FrozenSet<string> Negations = ContentWords.Lines("negations").ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Says = Phrases.Values.SelectMany(phrases => phrases).Select(phrase => phrase.Says).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words of a wording, read so.</summary>
    public static List<(string Word, bool IsName)> Of(IEnumerable<(string Word, bool IsName)> words)
    {
        List<(string Word, bool IsName)> all = [.. words], read = new(all.Count + 1);
        for (int i = 0; i < all.Count; i++)
        {
            if (all[i].IsName || !Phrases.TryGetValue(all[i].Word, out Phrase[]? phrases) || Array.Find(phrases, phrase => phrase.StandsAt(all, i)) is not { } found)
            {
                read.Add(all[i]);
                continue;
            }

            if (found.Denies)
            {
                // "Will not pursue them" abandons them.
                int negation = read.FindLastIndex(read.Count - 1, Math.Min(read.Count, Reach), word => Negations.Contains(word.Word));
                if (negation < 0) read.Add((Not, false));
                else read.RemoveAt(negation);
            }

            read.Add((found.Says, false));
            i += found.Words.Length - 1;
        }

        return read;
    }

    /// <summary>Whether words that have been read so hold on to something (true), give it up (false) or tell neither (null).</summary>
    public static bool? Holding(string[] read)
    {
        int said = Array.FindIndex(read, word => Says.Contains(word));
        return said < 0 ? null : Array.FindLastIndex(read, said, Math.Min(said + 1, Reach), word => Negations.Contains(word)) >= 0;
    }

    // The longer first: "walk away from" before "walk".
    private static FrozenDictionary<string, Phrase[]> Read() => ContentWords.Lines("giving-up")
        .Select(line => line.Split('=', StringSplitOptions.TrimEntries))
        .Select(cells => new Phrase(cells[0].Split(' '), cells[1].Split(' ')[^1], cells[1].StartsWith(Not + " ", StringComparison.Ordinal)))
        .GroupBy(phrase => phrase.Words[0], StringComparer.Ordinal)
        .ToFrozenDictionary(first => first.Key, first => first.OrderByDescending(phrase => phrase.Words.Length).ToArray(), StringComparer.Ordinal);

    private sealed record Phrase(string[] Words, string Says, bool Denies)
    {
        public bool StandsAt(List<(string Word, bool IsName)> words, int at)
        {
            if (at + Words.Length > words.Count) return false;
            for (int i = 0; i < Words.Length; i++) if (words[at + i].Word != Words[i]) return false;
            return true;
        }
    }
}
