using System.Runtime.InteropServices;

namespace Rapporteur.Text.Encoders;

/// <summary>A stretch of a text as an encoder reads it: pieces, sentence by sentence, and which of them each word has.</summary>
internal sealed class PiecedText
{
    /// <summary>Most pieces that the encoder reads at once; it never saw more.</summary>
    public const int MostPieces = 128;

    // Of a "word" of thousands of letters only the beginning is read.
    private const int LongestWord = 200;

    /// <summary>Number of each piece in the vocabulary.</summary>
    public required int[] Pieces { get; init; }

    /// <summary>First piece and end of each stretch that is read at once: a sentence, or part of a very long one.</summary>
    public required List<(int First, int End)> Stretches { get; init; }

    /// <summary>For each token its first piece and the end of its pieces. A token within another's piece has that piece.</summary>
    public required (int First, int End)[] Words { get; init; }

    /// <summary>Reads the tokens of some sentences.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentences">The sentences, one after the other.</param>
    /// <param name="vocabulary">What to cut words with.</param>
    public static PiecedText Of(AnnotatedText text, ReadOnlySpan<Sentence> sentences, PieceVocabulary vocabulary)
    {
        int firstToken = sentences[0].FirstToken, words = sentences[^1].EndToken - firstToken;
        List<int> pieces = new(words * 3 / 2);
        List<(int First, int End)> stretches = [];
        (int First, int End)[] tokens = new (int, int)[words];
        Array.Fill(tokens, (-1, -1));
        List<(int Id, int Start)> cut = [];
        List<int> origin = [];
        List<char> word = [];
        foreach (Sentence sentence in sentences)
        {
            int begun = pieces.Count, t = sentence.FirstToken;
            while (t < sentence.EndToken)
            {
                // Tokens without a blank between them are one word to the encoder.
                int first = t;
                word.Clear();
                origin.Clear();
                word.Add(PieceVocabulary.Start);
                origin.Add(text.Tokens[t].Span.Start);
                do
                {
                    TextSpan span = text.Tokens[t].Span;
                    if (word.Count < LongestWord) Compatibility.Add(text.Text, new TextSpan(span.Start, Math.Min(span.End, span.Start + LongestWord)), word, origin);
                    t++;
                }
                while (t < sentence.EndToken && text.Tokens[t].Span.Start <= text.Tokens[t - 1].Span.End);

                cut.Clear();
                vocabulary.Cut(CollectionsMarshal.AsSpan(word), cut);
                int token = first;
                for (int p = 0; p < cut.Count; p++)
                {
                    // A piece belongs to the token that its first letter lies in; the mark of a beginning is no letter.
                    int at = cut[p].Start == 0 && p + 1 < cut.Count && cut[p + 1].Start == 1 ? 0 : Math.Max(cut[p].Start, 1);
                    int position = origin[Math.Min(at, origin.Count - 1)];
                    while (token + 1 < t && text.Tokens[token + 1].Span.Start <= position) token++;
                    ref (int First, int End) has = ref tokens[token - firstToken];
                    has = (has.First < 0 ? pieces.Count : has.First, pieces.Count + 1);
                    pieces.Add(cut[p].Id);
                }

                for (int i = first; i < t; i++)
                {
                    if (tokens[i - firstToken].First < 0) tokens[i - firstToken] = i > first ? tokens[i - 1 - firstToken] : (begun, begun + 1);
                }
            }

            for (int from = begun; from < pieces.Count; from += MostPieces) stretches.Add((from, Math.Min(from + MostPieces, pieces.Count)));
        }

        return new PiecedText { Pieces = [.. pieces], Stretches = stretches, Words = tokens };
    }
}
