using System.Globalization;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Tokenization;

/// <summary>What the tokeniser looks at when it decides whether a token ends inside a stretch without white space.</summary>
internal readonly ref struct TokenBoundary
{
    public const int MostFeatures = 40;

    // Longer stretches are addresses or noise; features that name them whole would make them cost the square of their length.
    private const int LongestStretch = 40;
    private const int LongestRun = 16;

    private readonly string _text;
    private readonly TextSpan _stretch;
    private readonly uint _whole, _kind, _next, _nextShape;

    public TokenBoundary(string text, TextSpan stretch, int limit)
    {
        _text = text;
        _stretch = stretch;
        bool isLong = stretch.Length > LongestStretch;
        _whole = isLong ? 1 : Folded(stretch.Start, stretch.End);
        _kind = Kind(text.AsSpan(stretch.Start, Math.Min(stretch.Length, 200)));
        int next = stretch.End;
        while (next < limit && char.IsWhiteSpace(text[next])) next++;
        int nextEnd = next;
        while (nextEnd < limit && nextEnd - next < LongestRun && char.IsLetterOrDigit(text[nextEnd])) nextEnd++;
        _next = next >= limit ? 2 : nextEnd == next ? text[next] : Folded(next, nextEnd);
        _nextShape = next >= limit ? 1 : (uint)ClassOf(text[next]) + 2;
    }

    public bool IsFor(TextSpan stretch) => _text is not null && _stretch == stretch;

    /// <summary>True where the model decides: not between two letters, two digits, the halves of a surrogate pair, or before a combining mark.</summary>
    public static bool IsCandidate(string text, int i)
    {
        CharacterClass before = ClassOf(text[i - 1]), after = ClassOf(text[i]);
        if (after == CharacterClass.Joined) return false;
        bool letters = before <= CharacterClass.Lower && after <= CharacterClass.Lower;
        return !letters && (before != after || before != CharacterClass.Digit) && before != CharacterClass.Joiner && after != CharacterClass.Joiner;
    }

    public int Features(int i, int lastDivision, Span<ulong> f)
    {
        char a = Char(i - 3), b = Char(i - 2), c = Char(i - 1), d = Char(i), e = Char(i + 1), g = Char(i + 2);
        uint leftStart = (uint)RunStart(i), rightEnd = (uint)RunEnd(i);
        uint left = Folded((int)leftStart, i), right = Folded(i, (int)rightEnd);
        uint leftClasses = Classes(i - 4, i), rightClasses = Classes(i, i + 4);
        bool isLong = _stretch.Length > LongestStretch;
        uint rest = isLong ? 1 : Folded(i, _stretch.End), sofar = isLong ? 1 : Folded(lastDivision, i);
        uint fromStart = (uint)Math.Min(i - _stretch.Start, 6), toEnd = (uint)Math.Min(_stretch.End - i, 6);
        int n = 0;
        f[n++] = FeatureHash.Of(0, 0);
        f[n++] = FeatureHash.Of(1, c, d);
        f[n++] = FeatureHash.Of(2, b, c, d);
        f[n++] = FeatureHash.Of(3, c, d, e);
        f[n++] = FeatureHash.Of(4, b, c, d, e);
        f[n++] = FeatureHash.Of(5, a, b, c, d);
        f[n++] = FeatureHash.Of(6, c, d, e, g);
        f[n++] = FeatureHash.Of(7, left, d);
        f[n++] = FeatureHash.Of(8, c, right);
        f[n++] = FeatureHash.Of(9, left, right);
        f[n++] = FeatureHash.Of(10, leftClasses, rightClasses);
        f[n++] = FeatureHash.Of(11, leftClasses, d, e);
        f[n++] = FeatureHash.Of(12, b, c, rightClasses);
        f[n++] = FeatureHash.Of(13, _whole, (uint)(i - _stretch.Start));
        f[n++] = FeatureHash.Of(14, rest, c);
        f[n++] = FeatureHash.Of(15, sofar, d);
        f[n++] = FeatureHash.Of(16, rest, Classes(i - 2, i));
        f[n++] = FeatureHash.Of(17, sofar, Classes(i, i + 2));
        f[n++] = FeatureHash.Of(18, _kind, c, d);
        f[n++] = FeatureHash.Of(19, _kind, leftClasses, rightClasses);
        f[n++] = FeatureHash.Of(20, fromStart, toEnd, d, c);
        f[n++] = FeatureHash.Of(21, left, d, _nextShape, toEnd);
        f[n++] = FeatureHash.Of(22, sofar, d, _nextShape, toEnd);
        f[n++] = FeatureHash.Of(23, sofar, d, _next, toEnd);
        f[n++] = FeatureHash.Of(24, d, _nextShape, toEnd, Math.Min((uint)(i - lastDivision), 5));
        f[n++] = FeatureHash.Of(25, d, leftClasses, _nextShape, toEnd);
        f[n++] = FeatureHash.Of(26, lastDivision == i - 1 ? 1u : 0, c, d);
        f[n++] = FeatureHash.Of(27, lastDivision == _stretch.Start ? 1u : 0, leftClasses, rightClasses);
        f[n++] = FeatureHash.Of(28, d, isLong ? 1 : Folded((int)rightEnd, Math.Min(_stretch.End, (int)rightEnd + LongestRun)));
        f[n++] = FeatureHash.Of(29, (uint)ClassOf(c), (uint)ClassOf(d), Char(i - 1) == Char(i) ? 1u : 0);
        f[n++] = FeatureHash.Of(30, right, Classes(i - 2, i));
        return n;
    }

    private static uint Kind(ReadOnlySpan<char> s)
    {
        bool at = s.Contains('@'), slashes = s.Contains("://", StringComparison.Ordinal), dots = s.Count('.') > 1;
        bool web = s.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || s.Contains(".com", StringComparison.OrdinalIgnoreCase) || s.Contains(".org", StringComparison.OrdinalIgnoreCase);
        bool digits = s.ContainsAnyInRange('0', '9'), slash = s.Contains('/'), hyphen = s.Contains('-'), lower = s.ContainsAnyInRange('a', 'z');
        return (at ? 1u : 0) | (slashes ? 2u : 0) | (dots ? 4u : 0) | (web ? 8u : 0) | (digits ? 16u : 0) | (slash ? 32u : 0) | (hyphen ? 64u : 0) | (lower ? 128u : 0);
    }

    // Outside the stretch there is nothing: token boundaries are not decided by what stands behind white space, but for the word that follows.
    private char Char(int i) => i < _stretch.Start || i >= _stretch.End ? '\0' : CharacterClasses.Plain(_text[i]);

    private static CharacterClass ClassOf(char c) => CharacterClasses.Of(c);

    private uint Classes(int from, int to)
    {
        uint classes = 1;
        for (int i = from; i < to; i++) classes = (classes << 4) | (i < _stretch.Start || i >= _stretch.End ? 15u : (uint)ClassOf(_text[i]));
        return classes;
    }

    private int RunStart(int i)
    {
        int start = i - 1, least = Math.Max(_stretch.Start, i - LongestRun);
        if (ClassOf(_text[start]) > CharacterClass.Digit) return start;
        while (start > least && ClassOf(_text[start - 1]) <= CharacterClass.Digit) start--;
        return start;
    }

    private int RunEnd(int i)
    {
        int end = i + 1, most = Math.Min(_stretch.End, i + LongestRun);
        if (ClassOf(_text[i]) > CharacterClass.Digit) return end;
        while (end < most && ClassOf(_text[end]) <= CharacterClass.Digit) end++;
        return end;
    }

    private uint Folded(int from, int to)
    {
        uint h = 2166136261;
        for (int i = from; i < to; i++)
        {
            char c = CharacterClasses.Plain(_text[i]);
            h = (h ^ (char.IsAsciiDigit(c) ? '0' : char.ToLowerInvariant(c))) * 16777619;
        }

        return h;
    }
}
