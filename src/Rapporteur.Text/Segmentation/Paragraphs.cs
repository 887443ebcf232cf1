namespace Rapporteur.Text.Segmentation;

/// <summary>Divides a text at its line breaks.</summary>
public static class Paragraphs
{
    /// <summary>The non-blank lines of a text, without white space at their ends, in text order.</summary>
    /// <remarks>Articles as pasted from a page have one paragraph a line; a blank line between two is no paragraph.</remarks>
    public static IReadOnlyList<TextSpan> Of(string text)
    {
        List<TextSpan> found = [];
        int at = 0;
        while (at < text.Length)
        {
            int end = text.AsSpan(at).IndexOfAny('\n', '\r', '\u2029');
            end = end < 0 ? text.Length : at + end;
            int first = at, last = end;
            while (first < last && char.IsWhiteSpace(text[first])) first++;
            while (last > first && char.IsWhiteSpace(text[last - 1])) last--;
            if (last > first) found.Add(new TextSpan(first, last));
            at = end + 1;
        }

        return found;
    }
}
