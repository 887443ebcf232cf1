using Rapporteur.Text;

namespace Rapporteur.Exporting;

/// <summary>Widens a content to the quotation marks around it, as PARC and PolNeAR mark contents.</summary>
/// <remarks>The record keeps the words without their outer marks; annotations are compared with those corpora, where the marks belong to the content.</remarks>
internal static class OuterMarks
{
    /// <summary>The content with an opening mark right before it, and a closing one right behind it or behind its comma or stop.</summary>
    public static TextSpan Around(string text, TextSpan content)
    {
        (int start, int end) = (content.Start, content.End);
        if (start > 0 && (text[start - 1] is '"' or '“' or '«' or '„')) start--;
        int close = end;
        while (close < text.Length && close < end + Most && (text[close] is ',' or '.' or '?' or '!')) close++;
        if (close < text.Length && (text[close] is '"' or '”' or '»')) end = close + 1;
        return new TextSpan(start, end);
    }

    // "…?!," at the most.
    private const int Most = 3;
}
