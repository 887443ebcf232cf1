using System.Buffers;

namespace Rapporteur.Text.Tokenization;

/// <summary>Finds web and mail addresses, which stay whole.</summary>
internal static class Addresses
{
    private const int LongestScheme = 8;

    private static readonly SearchValues<char> MailCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._%+-");

    /// <summary>The address inside a stretch of characters without white space, without marks behind it; empty when there is none.</summary>
    public static TextSpan In(string text, TextSpan stretch)
    {
        ReadOnlySpan<char> s = stretch.Of(text);
        int start = -1, end = -1, sign = s.IndexOfAny('@', ':');
        if (sign > 0 && s[sign] == ':' && s[sign..].StartsWith("://", StringComparison.Ordinal))
        {
            start = sign;
            while (start > 0 && sign - start < LongestScheme && char.IsAsciiLetter(s[start - 1])) start--;
            end = start == sign ? -1 : EndOfWeb(s, sign + 3);
        }
        else if (s.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) (start, end) = (0, EndOfWeb(s, 4));
        else if (sign > 0 && s[sign] == '@')
        {
            start = s[..sign].LastIndexOfAnyExcept(MailCharacters) + 1;
            int length = s[(sign + 1)..].IndexOfAnyExcept(MailCharacters);
            end = length < 0 ? s.Length : sign + 1 + length;
            while (end > sign && s[end - 1] is '.' or '-') end--;
            if (start == sign || !s[(sign + 1)..Math.Max(end, sign + 1)].Contains('.')) end = -1;
        }

        return end > start && start >= 0 ? new TextSpan(stretch.Start + start, stretch.Start + end) : default;
    }

    // Up to a quotation mark or a bracket that opens nowhere, and without the marks that end a sentence.
    private static int EndOfWeb(ReadOnlySpan<char> s, int from)
    {
        if (from >= s.Length) return -1;
        int length = s[from..].IndexOfAny("\"“”»<>'’)]");
        int end = length < 0 ? s.Length : from + length;
        while (end > from && s[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '…') end--;
        return end > from ? end : -1;
    }
}
