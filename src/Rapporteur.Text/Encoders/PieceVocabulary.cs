using System.Runtime.InteropServices;

namespace Rapporteur.Text.Encoders;

/// <summary>Cuts words into the pieces that an encoder knows: the likeliest sequence of pieces by their logarithmic frequencies (Kudo 2018, unigram model).</summary>
internal sealed class PieceVocabulary
{
    /// <summary>Stands at the start of a piece that begins a word.</summary>
    public const char Start = '▁';

    // What no piece covers costs more than any piece does.
    private const float UnknownScore = -30f;
    private readonly Dictionary<string, (int Id, float Score)> _pieces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Id, float Score)>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly int _longest;

    /// <summary>Takes pieces in the order of their numbers. A piece without a score of its own stands with 0, as in the encoder's own reader.</summary>
    public PieceVocabulary(IReadOnlyList<(string Piece, float Score)> pieces)
    {
        for (int i = 0; i < pieces.Count; i++)
        {
            _pieces.TryAdd(pieces[i].Piece, (i, pieces[i].Score));
            _longest = Math.Max(_longest, pieces[i].Piece.Length);
        }

        _lookup = _pieces.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Number of the piece for what no other piece covers.</summary>
    public static int Unknown => 0;

    /// <summary>Cuts a word that begins with <see cref="Start"/> and is not thousands of letters long. Adds each piece's number and where it begins in the word.</summary>
    public void Cut(ReadOnlySpan<char> word, List<(int Id, int Start)> pieces)
    {
        int n = word.Length;
        Span<float> best = stackalloc float[n + 1];
        Span<int> from = stackalloc int[n + 1], id = stackalloc int[n + 1];
        best.Fill(float.MinValue);
        best[0] = 0;
        for (int i = 0; i < n; i++)
        {
            if (best[i] == float.MinValue) continue;
            int most = Math.Min(_longest, n - i);
            for (int length = 1; length <= most; length++)
            {
                if (!_lookup.TryGetValue(word.Slice(i, length), out (int Id, float Score) piece)) continue;
                float score = best[i] + piece.Score;
                if (score > best[i + length]) (best[i + length], from[i + length], id[i + length]) = (score, i, piece.Id);
            }

            if (best[i] + UnknownScore > best[i + 1]) (best[i + 1], from[i + 1], id[i + 1]) = (best[i] + UnknownScore, i, Unknown);
        }

        int count = pieces.Count;
        for (int end = n; end > 0; end = from[end]) pieces.Add((id[end], from[end]));
        CollectionsMarshal.AsSpan(pieces)[count..].Reverse();
    }
}
