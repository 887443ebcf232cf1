using System.Text;
using Rapporteur.Text.Actors;

namespace Rapporteur.Text.Encoders;

/// <summary>Cuts words into the pieces that a BERT knows: from the left the longest piece each time (Wu et al. 2016), small letters without accents.</summary>
internal sealed class WordPieceVocabulary
{
    /// <summary>Stands before a piece that goes on with a word.</summary>
    private const string Inside = "##";

    // A "word" longer than this is unknown as a whole, as in the encoder's own reader.
    private const int LongestWord = 100;
    private readonly Dictionary<string, int> _pieces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>Takes pieces in the order of their numbers; "[UNK]", "[CLS]" and "[SEP]" are among them.</summary>
    public WordPieceVocabulary(IEnumerable<string> pieces)
    {
        foreach (string piece in pieces) _pieces.TryAdd(piece, _pieces.Count);
        _lookup = _pieces.GetAlternateLookup<ReadOnlySpan<char>>();
        (Unknown, Opening, Separator) = (_pieces["[UNK]"], _pieces["[CLS]"], _pieces["[SEP]"]);
    }

    /// <summary>Number of the piece for words that cannot be cut.</summary>
    public int Unknown { get; }

    /// <summary>Number of the piece that stands before everything.</summary>
    public int Opening { get; }

    /// <summary>Number of the piece that ends a part.</summary>
    public int Separator { get; }

    /// <summary>The pieces in the order of their numbers.</summary>
    public IEnumerable<string> Pieces => _pieces.Keys;

    /// <summary>Number of pieces.</summary>
    public int Count => _pieces.Count;

    /// <summary>A text as it is read at once: the opening, the pieces of its words, the separator; cut where it is longer than that.</summary>
    public int[] Read(string text, int most)
    {
        List<int> pieces = [Opening];
        foreach (string word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            Cut(word, pieces);
            if (pieces.Count >= most) break;
        }

        if (pieces.Count >= most) pieces.RemoveRange(most - 1, pieces.Count - most + 1);
        pieces.Add(Separator);
        return [.. pieces];
    }

    /// <summary>Adds the numbers of a token's pieces, at least one.</summary>
    public void Cut(string token, List<int> pieces)
    {
        int before = pieces.Count;
        string plain = Plain(token);
        for (int i = 0; i < plain.Length;)
        {
            if (IsMark(plain[i]))
            {
                pieces.Add(_lookup.TryGetValue(plain.AsSpan(i, 1), out int mark) ? mark : Unknown);
                i++;
                continue;
            }

            int end = i;
            while (end < plain.Length && !IsMark(plain[end])) end++;
            CutWord(plain.AsSpan(i..end), pieces);
            i = end;
        }

        if (pieces.Count == before) pieces.Add(Unknown);
    }

    private void CutWord(ReadOnlySpan<char> word, List<int> pieces)
    {
        if (word.Length > LongestWord)
        {
            pieces.Add(Unknown);
            return;
        }

        int before = pieces.Count;
        // What has been cut off makes room for the sign that the piece goes on with a word.
        Span<char> marked = stackalloc char[Inside.Length + LongestWord];
        word.CopyTo(marked[Inside.Length..]);
        for (int start = 0; start < word.Length;)
        {
            if (start > 0) Inside.CopyTo(marked[start..]);
            int end = word.Length, piece = -1;
            for (; end > start; end--)
            {
                if (_lookup.TryGetValue(start == 0 ? word[..end] : marked[start..(end + Inside.Length)], out piece)) break;
            }

            if (end <= start)
            {
                pieces.RemoveRange(before, pieces.Count - before);
                pieces.Add(Unknown);
                return;
            }

            pieces.Add(piece);
            start = end;
        }
    }

    // Small letters, accents taken off, blanks left out. Not by the platform's normalisation, which needs data that is not everywhere.
    private static string Plain(string token)
    {
        StringBuilder plain = new(token.Length);
        foreach (char c in token)
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c)) plain.Append(NameFolding.BaseLetter(char.ToLowerInvariant(c)));
        }

        return plain.ToString();
    }

    private static bool IsMark(char c) => c < 128 ? !char.IsAsciiLetterOrDigit(c) : char.IsPunctuation(c);
}
