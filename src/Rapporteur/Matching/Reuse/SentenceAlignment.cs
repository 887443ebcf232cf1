using System.Runtime.InteropServices;

namespace Rapporteur.Matching.Reuse;

/// <summary>Finds the sentences of one text that stand, edited or not, in another.</summary>
/// <remarks>Made once for a text and asked for many others. Not for several threads at once.</remarks>
public sealed class SentenceAlignment
{
    // A sentence is the other's when they share so many of the shorter one's word pairs, and at least so many. With 40 % of the words edited 36 % of the pairs stay;
    // two sentences on one topic share a few per cent.
    private const double LeastPairs = 0.3;
    private const int FewestPairs = 3;

    // "of the", "in a": pairs that any two sentences share.
    private const int FewestLetters = 6;

    private readonly TextWords _left;

    // The word pairs of the left text: an open table of (pair, its last place), and for each place the one before with the same pair.
    private readonly ulong[] _keys;
    private readonly int[] _heads;
    private readonly int[] _before;
    private readonly int[] _sentenceAt;
    private readonly int[] _pairs;
    private readonly int _mask;

    private readonly int[] _votes;
    private readonly List<ulong> _read = [];

    /// <summary>Prepares the left text.</summary>
    public SentenceAlignment(TextWords left)
    {
        _left = left;
        int size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, left.Count * 2));
        _mask = size - 1;
        _keys = new ulong[size];
        _heads = new int[size];
        _before = new int[left.Count];
        _sentenceAt = new int[left.Count];
        _pairs = new int[left.Sentences];
        _votes = new int[left.Sentences];
        int at = 0;
        for (int sentence = 0; sentence < left.Sentences; sentence++)
        {
            _pairs[sentence] = ReadPairs(left.WordsOf(sentence));
            foreach (ulong pair in CollectionsMarshal.AsSpan(_read))
            {
                int slot = Slot(pair);
                (_before[at], _sentenceAt[at]) = (_heads[slot], sentence);
                (_keys[slot], _heads[slot]) = (pair, ++at);
            }
        }
    }

    /// <summary>What the text has in common with another.</summary>
    public SharedText With(TextWords right)
    {
        // The best partner of each sentence, seen from either side, so that the answer is the same from both.
        (int Pairs, int Partner)[] bestOfLeft = new (int, int)[_left.Sentences];
        (int Pairs, int Partner)[] bestOfRight = new (int, int)[right.Sentences];
        List<int> met = [];
        for (int r = 0; r < right.Sentences; r++)
        {
            int pairs = Vote(right.WordsOf(r), met);
            foreach (int l in met)
            {
                int common = Math.Min(_votes[l], Math.Min(pairs, _pairs[l]));
                _votes[l] = 0;
                if (common < FewestPairs || common < LeastPairs * Math.Min(pairs, _pairs[l])) continue;
                if (common > bestOfLeft[l].Pairs) bestOfLeft[l] = (common, r);
                if (common > bestOfRight[r].Pairs || (common == bestOfRight[r].Pairs && l < bestOfRight[r].Partner)) bestOfRight[r] = (common, l);
            }

            met.Clear();
        }

        return Sum(right, bestOfLeft, bestOfRight);
    }

    private SharedText Sum(TextWords right, (int Pairs, int Partner)[] bestOfLeft, (int Pairs, int Partner)[] bestOfRight)
    {
        SortedSet<(int Left, int Right)> joined = [];
        int leftWords = 0, leftOwn = 0, rightWords = 0, rightOwn = 0;
        for (int l = 0; l < bestOfLeft.Length; l++)
        {
            if (bestOfLeft[l].Pairs == 0) continue;
            joined.Add((l, bestOfLeft[l].Partner));
            (int all, int own) = Common(_left.WordsOf(l), right.WordsOf(bestOfLeft[l].Partner));
            (leftWords, leftOwn) = (leftWords + all, leftOwn + own);
        }

        for (int r = 0; r < bestOfRight.Length; r++)
        {
            if (bestOfRight[r].Pairs == 0) continue;
            joined.Add((bestOfRight[r].Partner, r));
            (int all, int own) = Common(right.WordsOf(r), _left.WordsOf(bestOfRight[r].Partner));
            (rightWords, rightOwn) = (rightWords + all, rightOwn + own);
        }

        return new SharedText(
            [.. joined.Select(pair => new SharedSentence(_left.SpanOf(pair.Left), right.SpanOf(pair.Right), Closeness(_left.WordsOf(pair.Left), right.WordsOf(pair.Right))))],
            Math.Min(leftWords, rightWords), Share(leftWords, _left.Count), Share(rightWords, right.Count), Math.Min(leftOwn, rightOwn));
    }

    // Counts for each left sentence the word pairs it shares with this one, and returns how many this one has.
    private int Vote(ReadOnlySpan<TextWords.Word> sentence, List<int> met)
    {
        int pairs = ReadPairs(sentence);
        foreach (ulong pair in CollectionsMarshal.AsSpan(_read))
        {
            for (int place = _heads[Slot(pair)]; place > 0; place = _before[place - 1])
            {
                if (_votes[_sentenceAt[place - 1]]++ == 0) met.Add(_sentenceAt[place - 1]);
            }
        }

        return pairs;
    }

    // The different word pairs of a sentence, into the buffer.
    private int ReadPairs(ReadOnlySpan<TextWords.Word> words)
    {
        _read.Clear();
        for (int i = 0; i + 1 < words.Length; i++)
        {
            if (TextWords.LettersOf(words.Slice(i, 2)) >= FewestLetters) _read.Add(((ulong)words[i].Hash << 32) | words[i + 1].Hash);
        }

        _read.Sort();
        int kept = 0;
        for (int i = 0; i < _read.Count; i++)
        {
            if (kept == 0 || _read[i] != _read[kept - 1]) _read[kept++] = _read[i];
        }

        _read.RemoveRange(kept, _read.Count - kept);
        return kept;
    }

    private int Slot(ulong pair)
    {
        int slot = (int)((pair * 0x9E3779B97F4A7C15UL) >> 40) & _mask;
        while (_heads[slot] != 0 && _keys[slot] != pair) slot = (slot + 1) & _mask;
        return slot;
    }

    private static (int All, int Own) Common(ReadOnlySpan<TextWords.Word> words, ReadOnlySpan<TextWords.Word> other)
    {
        Span<uint> there = other.Length <= 256 ? stackalloc uint[other.Length] : new uint[other.Length];
        for (int i = 0; i < other.Length; i++) there[i] = other[i].Hash;
        there.Sort();
        int all = 0, own = 0;
        foreach (ref readonly TextWords.Word word in words)
        {
            if (there.BinarySearch(word.Hash) < 0) continue;
            all++;
            if (!word.Quoted) own++;
        }

        return (all, own);
    }

    private static double Closeness(ReadOnlySpan<TextWords.Word> left, ReadOnlySpan<TextWords.Word> right) =>
        Share(Math.Min(Common(left, right).All, Common(right, left).All), Math.Max(left.Length, right.Length));

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
