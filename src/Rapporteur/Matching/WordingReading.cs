using System.Collections.Frozen;

namespace Rapporteur.Matching;

/// <summary>A wording taken apart: words that carry meaning, numbers, negation and modality.</summary>
/// <param name="Words">In the order of the text.</param>
/// <param name="All">Every word, folded.</param>
/// <param name="Numbers">Numbers in figures.</param>
/// <param name="Negations">How many words of negation stand in it.</param>
/// <param name="Modality">Which kinds of modality its words have, a bit each.</param>
/// <param name="Vector">Sum of the words' vectors by weight, of length 1; all zero when no word is known.</param>
/// <param name="Self">Whether it speaks of the speaker himself (first person).</param>
internal sealed record WordingReading(
    ContentWord[] Words, string[] All, IReadOnlySet<string> Numbers, int Negations, int Modality, float[] Vector, bool Self)
{
    /// <summary>Wordings with fewer words of their own than this are read together with the sentences around them.</summary>
    public const int FewWords = 3;

    // Of the pairs of one statement in the dossier, the share that has none of this many stems in common stays the same with more.
    private const int MostKeys = 8;

    // A word around the wording may be what it is about, or not.
    private const double WeightOfContext = 0.4;
    // A name says what a statement is about more than what it says: half the statements of one press conference share the names.
    private const double WeightOfNames = 0.6;
    private const double WeightOfOwnSide = 0.2;
    private static readonly char[] Breaks = [' ', '\t', '\r', '\n', '-', '–', '—', '/'];
    private static readonly char[] Marks = ['"', '“', '”', '\'', '‘', '’', '(', ')', '[', ']', '.', ',', ';', ':', '!', '?', '«', '»', '„', '…'];
    private static readonly FrozenSet<string> FunctionWords = ContentWords.Lines("function-words").ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> NegationWords = ContentWords.Lines("negations").ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, int> Modalities = ReadModalities();
    private static readonly FrozenSet<string> FirstPerson = FrozenSet.ToFrozenSet(["i", "we", "my", "our", "me", "us"], StringComparer.Ordinal);

    /// <summary>The stems that tell most, in ordinal order.</summary>
    public string[] Keys { get; } = KeysOf(Words);

    /// <summary>True when something is held on to, false when it is given up, as <see cref="GivingUp"/> reads the words; null when neither is told.</summary>
    public bool? Holding { get; } = GivingUp.Holding(All);

    /// <summary>A number for each of <see cref="All"/>, equal for equal words, in this process only.</summary>
    public int[] Hashes { get; } = Array.ConvertAll(All, word => word.GetHashCode(StringComparison.Ordinal));

    public static WordingReading Of(string content, string context, string? ownSide = null)
    {
        List<ContentWord> words = [];
        List<string> all = [];
        SortedSet<string> numbers = new(StringComparer.Ordinal);
        int negations = 0, modality = 0, position = 0;
        bool self = false;
        foreach ((string word, bool isName) in GivingUp.Of(Tokens(content)))
        {
            if (NegationWords.Contains(word)) negations++;
            modality |= Modalities.GetValueOrDefault(word);
            self |= FirstPerson.Contains(word);
            if (char.IsAsciiDigit(word[0])) numbers.Add(word);
            else Keep(word, isName, 1);
            all.Add(word);
            position++;
        }

        foreach ((string word, bool isName) in Tokens(context))
        {
            if (!char.IsAsciiDigit(word[0])) Keep(word, isName, WeightOfContext);
            position++;
        }

        return new WordingReading([.. words], [.. all], numbers, negations, modality, VectorOf(words), self);

        void Keep(string word, bool isName, double factor)
        {
            // "Moscow", "the Russians" and "Russia" are one name in what states say of each other.
            if (isName && StateNames.Of(word) is { } state) word = state;
            else if (word.Length <= 2 || FunctionWords.Contains(word)) return;
            int known = WordMeanings.Shared.Find(word);
            // What a president says of himself one report gives as "I", the next as "Moscow".
            bool own = isName && ownSide is not null && word == ownSide;
            self |= own && factor >= 1;
            double weight = factor * (own ? WeightOfOwnSide : isName ? WeightOfNames : 1) * WordMeanings.Shared.Rarity(known);
            words.Add(new ContentWord(word, ContentWords.Stem(word), known, weight, isName, position));
        }
    }

    /// <summary>True when the words tell too little by themselves.</summary>
    public static bool IsFragment(string content) =>
        Tokens(content).Count(token => token.Word.Length > 2 && !FunctionWords.Contains(token.Word)) < FewWords;

    private static string[] KeysOf(ContentWord[] words)
    {
        ContentWord[] byStem = [.. words];
        Array.Sort(byStem, (left, right) => string.CompareOrdinal(left.Stem, right.Stem) is not 0 and var order ? order : right.Weight.CompareTo(left.Weight));
        // The weightiest of each stem.
        ContentWord[] stems = [.. byStem.Where((word, i) => i == 0 || word.Stem != byStem[i - 1].Stem)];
        if (stems.Length > MostKeys)
        {
            Array.Sort(stems, (left, right) => right.Weight.CompareTo(left.Weight) is not 0 and var order ? order : string.CompareOrdinal(left.Stem, right.Stem));
            Array.Resize(ref stems, MostKeys);
        }

        string[] keys = Array.ConvertAll(stems, word => word.Stem);
        Array.Sort(keys, StringComparer.Ordinal);
        return keys;
    }

    // Where every word has a capital, as in headlines, or at the beginning, only a word that is nothing but a name counts as one.
    private static IEnumerable<(string Word, bool IsName)> Tokens(string text)
    {
        string[] written = [.. text.Split(Breaks, StringSplitOptions.RemoveEmptyEntries).Select(token => token.Trim(Marks)).Where(token => token.Length > 0)];
        int longer = written.Count(token => token.Length > 3), capital = written.Count(token => token.Length > 3 && char.IsUpper(token[0]));
        bool headline = longer > 2 && capital > 0.7 * longer;
        for (int i = 0; i < written.Length; i++)
        {
            string token = written[i];
            if (token.EndsWith("'s", StringComparison.Ordinal) || token.EndsWith("’s", StringComparison.Ordinal)) token = token[..^2];
            string word = Folding.Word(token);
            if (word.Length == 0) continue;
            // "US" is a state, "us" and "Us" in a headline are not.
            bool isState = char.IsUpper(token[0]) && StateNames.Of(word) is not null && (word.Length > 2 || char.IsUpper(token[^1]));
            yield return (word, isState || (char.IsUpper(token[0]) && StateNames.Of(word) is null && ((i > 0 && !headline) || WordMeanings.Shared.IsNameOnly(word))));
        }
    }

    private static float[] VectorOf(List<ContentWord> words)
    {
        float[] sum = new float[WordMeanings.Dimensions];
        foreach (ContentWord word in words.Where(word => word.Known >= 0))
        {
            ReadOnlySpan<float> vector = WordMeanings.Shared.VectorOf(word.Known);
            for (int i = 0; i < sum.Length; i++) sum[i] += (float)word.Weight * vector[i];
        }

        float length = MathF.Sqrt(sum.Sum(x => x * x));
        if (length > 0) for (int i = 0; i < sum.Length; i++) sum[i] /= length;
        return sum;
    }

    private static FrozenDictionary<string, int> ReadModalities()
    {
        List<string> kinds = [];
        Dictionary<string, int> found = new(StringComparer.Ordinal);
        foreach (string[] cells in ContentWords.Lines("modality").Select(line => line.Split(' ')))
        {
            if (!kinds.Contains(cells[1])) kinds.Add(cells[1]);
            found[cells[0]] = found.GetValueOrDefault(cells[0]) | (1 << kinds.IndexOf(cells[1]));
        }

        return found.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
