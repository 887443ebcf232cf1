using System.Globalization;
using System.Text;

namespace Rapporteur.Storage;

/// <summary>What a person typed into a search field, as the words and phrases that must all occur.</summary>
/// <remarks><c>ceasefire "north coast"</c> asks for the word and for the two words side by side. Nothing typed is an operator.</remarks>
internal static class SearchWords
{
    private const string Opening = "\"“„«";
    private const string Closing = "\"”“»";

    /// <summary>Words and phrases in order, cleaned of everything that no index keeps. Empty when there is no word in it.</summary>
    public static IReadOnlyList<string> Of(string typed)
    {
        List<string> parts = [];
        int at = 0;
        while (at < typed.Length)
        {
            int open = typed.AsSpan(at).IndexOfAny(Opening) is >= 0 and int o ? at + o : -1;
            int close = open < 0 ? -1 : typed.AsSpan(open + 1).IndexOfAny(Closing) is >= 0 and int c ? open + 1 + c : -1;
            // A mark without a partner separates words like any other.
            if (close < 0) open = typed.Length;
            parts.AddRange(Words(typed[at..open]));
            if (close < 0) break;
            string phrase = string.Join(' ', Words(typed[(open + 1)..close]));
            if (phrase.Length > 0) parts.Add(phrase);
            at = close + 1;
        }

        return parts;
    }

    // What stands together stays together: "north-coast" and "coast's" are phrases of two words for the index.
    private static IEnumerable<string> Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Kept).Where(word => word.Length > 0);

    private static string Kept(string word)
    {
        StringBuilder kept = new(word.Length);
        foreach (Rune rune in word.EnumerateRunes()) kept.Append(IsOfWord(rune) ? rune.ToString() : " ");
        return string.Join(' ', kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    // What the tokenizer unicode61 of SQLite keeps (letters, numbers, private use), and the accents it folds.
    private static bool IsOfWord(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or
        UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.PrivateUse;
}
