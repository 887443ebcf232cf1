namespace Rapporteur.Text;

/// <summary>Translates UTF-16 positions in one text into code point positions, which is what every export speaks.</summary>
/// <remarks>
/// The W3C Web Annotation TextPositionSelector counts code points, start inclusive and end exclusive. A lone
/// surrogate counts as one code point, as Python and the scorers count it.
/// </remarks>
public sealed class CodePointOffsets
{
    // Positions of the second halves of surrogate pairs, ascending. Most articles have none.
    private readonly int[] _lowHalves;

    /// <summary>Looks through <paramref name="text"/> once for characters outside the Basic Multilingual Plane.</summary>
    public CodePointOffsets(string text)
    {
        List<int> found = [];
        for (int i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i])) found.Add(i++);
        }

        _lowHalves = [.. found];
    }

    /// <summary>The code point position of a UTF-16 position; a position inside a surrogate pair counts as its beginning.</summary>
    public int Of(int utf16Position)
    {
        int index = Array.BinarySearch(_lowHalves, utf16Position);
        int before = index >= 0 ? index + 1 : ~index;
        return utf16Position - before;
    }

    /// <summary>The UTF-16 position of a code point position: the way back.</summary>
    public int ToUtf16(int codePoint)
    {
        int at = codePoint;
        foreach (int low in _lowHalves)
        {
            if (low > at) break;
            at++;
        }

        return at;
    }

    /// <summary>The code point positions of a span, start inclusive and end exclusive.</summary>
    public TextSpan Of(TextSpan span) => new(Of(span.Start), Of(span.End));
}
