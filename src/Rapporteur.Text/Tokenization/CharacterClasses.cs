using System.Globalization;

namespace Rapporteur.Text.Tokenization;

/// <summary>What kind of character one UTF-16 unit is, as far as dividing words goes.</summary>
internal enum CharacterClass
{
    Upper,
    Lower,
    Digit,
    Stop,
    Hyphen,
    Apostrophe,
    Quotation,
    Bracket,
    Comma,
    Colon,
    Slash,
    Other,

    /// <summary>Glues what stands on both sides of it: zero-width joiner.</summary>
    Joiner,

    /// <summary>Belongs to the character before it: combining mark, second half of a surrogate pair, variation selector.</summary>
    Joined,
}

internal static class CharacterClasses
{
    public static CharacterClass Of(char c)
    {
        if (char.IsAsciiLetterLower(c)) return CharacterClass.Lower;
        if (char.IsAsciiLetterUpper(c)) return CharacterClass.Upper;
        if (char.IsAsciiDigit(c)) return CharacterClass.Digit;
        switch (c)
        {
            case '.' or '…': return CharacterClass.Stop;
            case '-' or '‐' or '‑': return CharacterClass.Hyphen;
            case '\'' or '’' or '‘' or '`' or '´': return CharacterClass.Apostrophe;
            case '"' or '“' or '”' or '„' or '«' or '»' or '‹' or '›': return CharacterClass.Quotation;
            case '(' or ')' or '[' or ']' or '{' or '}' or '<' or '>': return CharacterClass.Bracket;
            case ',': return CharacterClass.Comma;
            case ':' or ';': return CharacterClass.Colon;
            case '/' or '\\': return CharacterClass.Slash;
            case '\u200D' or '\u2060': return CharacterClass.Joiner;
        }

        if (c < 128) return CharacterClass.Other;
        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => CharacterClass.Upper,
            UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter => CharacterClass.Lower,
            UnicodeCategory.DecimalDigitNumber => CharacterClass.Digit,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => CharacterClass.Joined,
            UnicodeCategory.Surrogate => char.IsLowSurrogate(c) ? CharacterClass.Joined : CharacterClass.Other,
            _ => CharacterClass.Other,
        };
    }

    /// <summary>The typewriter form of a typographic mark: the corpora that we learn from were mostly typed.</summary>
    public static char Plain(char c) => c < 128 ? c : c switch
    {
        '’' or '‘' or '´' => '\'',
        '“' or '”' or '„' => '"',
        '‐' or '‑' => '-',
        _ => c,
    };
}
