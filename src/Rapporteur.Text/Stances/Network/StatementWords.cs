using Rapporteur.Text.Encounters;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Stances.Network;

/// <summary>One statement as the network reads it, word by word: the sentences of its source, cue and content, cut where they are long.</summary>
internal sealed class StatementWords
{
    /// <summary>Words that are read at most.</summary>
    public const int Most = 72;

    // Of the parts so many words come first when there are more than can be read; then what stands near them.
    private const int MostOfContent = 48, MostOfCue = 8, MostOfSource = 12, Near = 3, Nearby = 8;

    private StatementWords(uint[] words, StatementPart[] parts, int[] spots, int[][] features) => (Words, Parts, Spots, Features) = (words, parts, spots, features);

    /// <summary>Hash of each word as it stands, in small letters.</summary>
    public uint[] Words { get; }

    /// <summary>What each word is.</summary>
    public StatementPart[] Parts { get; }

    /// <summary>Places of the cue's verb, of the content's main word and of the word below it; -1 where there is none.</summary>
    public int[] Spots { get; }

    /// <summary>What is known of each word: rows of the network's table.</summary>
    public int[][] Features { get; }

    /// <summary>Reads a statement.</summary>
    public static StatementWords Of(StanceParts parts)
    {
        Dictionary<int, StatementPart> marked = [];
        foreach (int i in parts.Content) marked[i] = StatementPart.Content;
        foreach (int i in parts.Source) marked[i] = StatementPart.Source;
        foreach (int i in parts.Cue) marked[i] = StatementPart.Cue;
        int[] tokens = Chosen(parts, marked);
        int[] spots = [.. new[] { parts.CueVerb, parts.Main, parts.Inner }.Select(token => token < 0 ? -1 : Math.Max(-1, Array.BinarySearch(tokens, token)))];
        EncounterText tree = parts.Tree;
        return new StatementWords(
            [.. tokens.Select(token => FeatureHash.Of(tree.Written(token)))], [.. tokens.Select(token => marked.GetValueOrDefault(token))], spots,
            [.. tokens.Select((token, i) => StatementWordFeatures.Of(parts, token, marked.GetValueOrDefault(token), i == 0 || tokens[i - 1] != token - 1))]);
    }

    // The tokens to read, in their order.
    private static int[] Chosen(StanceParts parts, Dictionary<int, StatementPart> marked)
    {
        Dictionary<int, int> ranks = [];
        Rank(parts.Cue.Take(MostOfCue), 0);
        Rank(parts.Source.Take(MostOfSource), 1);
        Rank(parts.Content.Take(MostOfContent), 2);
        int[] places = [.. marked.Keys.Order()];
        foreach (Sentence sentence in parts.Tree.Text.Sentences)
        {
            int next = Array.BinarySearch(places, sentence.FirstToken);
            if (next < 0) next = ~next;
            if (next == places.Length || places[next] >= sentence.EndToken) continue;
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                while (next < places.Length && places[next] < i) next++;
                int distance = Math.Min(next < places.Length ? places[next] - i : int.MaxValue, next > 0 ? i - places[next - 1] : int.MaxValue);
                ranks.TryAdd(i, distance == 0 ? 6 : distance <= Near ? 3 : distance <= Nearby ? 4 : 5);
            }
        }

        return ranks.Count <= Most
            ? [.. ranks.Keys.Order()]
            : [.. ranks.OrderBy(rank => rank.Value).ThenBy(rank => rank.Key).Take(Most).Select(rank => rank.Key).Order()];

        void Rank(IEnumerable<int> of, int rank)
        {
            foreach (int token in of) ranks.TryAdd(token, rank);
        }
    }
}
