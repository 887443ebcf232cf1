namespace Rapporteur.Text.Tokenization;

/// <summary>Divides text into words and punctuation marks.</summary>
public static class Tokenizer
{
    /// <summary>The tokens of the given paragraphs, in text order, with nothing but their spans.</summary>
    public static IReadOnlyList<Token> Tokenize(string text, IReadOnlyList<TextSpan> paragraphs)
    {
        List<Token> tokens = [];
        foreach (TextSpan paragraph in paragraphs)
        {
            int at = paragraph.Start;
            while (at < paragraph.End)
            {
                if (char.IsWhiteSpace(text[at])) { at++; continue; }
                int end = IsWordCharacter(text[at]) ? EndOfWord(text, at, paragraph.End) : EndOfMark(text, at, paragraph.End);
                tokens.Add(new Token(new TextSpan(at, end)));
                at = end;
            }
        }

        return tokens;
    }

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || c == '_';

    // Hyphens, apostrophes, dots and commas between two word characters belong to the word: "ill-timed", "U.S", "1,000".
    private static int EndOfWord(string text, int at, int limit)
    {
        while (at < limit)
        {
            if (IsWordCharacter(text[at])) at++;
            else if (at + 1 < limit && (text[at] is '-' or '.') && char.IsLetter(text[at - 1]) && IsWordCharacter(text[at + 1])) at++;
            else if (at + 1 < limit && (text[at] is '.' or ',') && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1])) at++;
            else break;
        }

        return at;
    }

    private static int EndOfMark(string text, int at, int limit) =>
        at + 1 < limit && char.IsSurrogatePair(text[at], text[at + 1]) ? at + 2 : at + 1;
}
