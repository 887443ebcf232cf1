using Rapporteur.Text.Languages.English;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Tokenization;

/// <summary>Divides text into words and punctuation marks as Universal Dependencies divides English.</summary>
/// <remarks>
/// White space always divides. Inside a stretch without white space, a contraction divides as its list says, addresses stay whole, letters
/// never divide otherwise, and wherever letters, digits and marks meet, a trained decision is taken
/// (<c>U.S.</c> stays whole, <c>15-year</c> becomes three).
/// </remarks>
public static class Tokenizer
{
    private static readonly Lazy<SparseLinearModel> Trained = new(() => new SparseLinearModel(EmbeddedData.Model("tokens/tokens.bin")));

    /// <summary>The tokens of the given paragraphs, in text order, with nothing but their spans.</summary>
    public static IReadOnlyList<Token> Tokenize(string text, IReadOnlyList<TextSpan> paragraphs) => Tokenize(text, paragraphs, Trained.Value);

    internal static List<Token> Tokenize(string text, IReadOnlyList<TextSpan> paragraphs, SparseLinearModel model)
    {
        List<Token> tokens = new(text.Length / 5);
        foreach (TextSpan paragraph in paragraphs)
        {
            int at = paragraph.Start;
            while (true)
            {
                while (at < paragraph.End && char.IsWhiteSpace(text[at])) at++;
                if (at >= paragraph.End) break;
                int end = at + 1;
                while (end < paragraph.End && !char.IsWhiteSpace(text[end])) end++;
                Divide(text, new TextSpan(at, end), paragraph.End, model, tokens);
                at = end;
            }
        }

        return tokens;
    }

    private static void Divide(string text, TextSpan stretch, int limit, SparseLinearModel model, List<Token> tokens)
    {
        int start = stretch.Start, lastDivision = stretch.Start;
        TokenBoundary boundary = default;
        Span<int> scores = stackalloc int[2];
        Span<ulong> features = stackalloc ulong[TokenBoundary.MostFeatures];
        TextSpan address = Addresses.In(text, stretch);
        bool contraction = Contractions.MayBeIn(text, stretch);
        for (int i = stretch.Start + 1; i < stretch.End; i++)
        {
            bool divide;
            if (i >= address.Start && i <= address.End && !address.IsEmpty) divide = i == address.Start || i == address.End;
            else if (contraction && Contractions.TryDivide(text, stretch, i, out bool listed)) divide = listed;
            else if (!TokenBoundary.IsCandidate(text, i)) divide = false;
            else if (Abbreviations.GivesStopAway(text, stretch, i)) divide = true;
            else
            {
                if (!boundary.IsFor(stretch)) boundary = new TokenBoundary(text, stretch, limit);
                int count = boundary.Features(i, lastDivision, features);
                model.Score(features[..count], scores);
                divide = scores[1] > scores[0];
            }

            if (!divide) continue;
            tokens.Add(new Token(new TextSpan(start, i)));
            start = lastDivision = i;
        }

        tokens.Add(new Token(new TextSpan(start, stretch.End)));
    }
}
