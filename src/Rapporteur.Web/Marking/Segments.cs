using Rapporteur.Text;

namespace Rapporteur.Web.Marking;

/// <summary>Cuts a text at the edges of its marks, so that marks which overlap can be written as elements which do not.</summary>
internal static class Segments
{
    /// <summary>The stretches of <paramref name="range"/> in text order: without gaps, none empty, none cutting a surrogate pair.</summary>
    public static IReadOnlyList<Segment> Of(string text, TextSpan range, IEnumerable<Mark> marks)
    {
        range = Clip(text, range, new TextSpan(0, text.Length));
        List<Mark> inside = [.. marks.Select(mark => mark with { Span = Clip(text, mark.Span, range) }).Where(mark => !mark.Span.IsEmpty)];
        List<Mark> byStart = [.. inside.OrderBy(mark => mark.Span.Start)];
        int[] edges = [.. inside.SelectMany(mark => new[] { mark.Span.Start, mark.Span.End }).Append(range.Start).Append(range.End).Distinct().Order()];

        List<Segment> segments = [];
        List<Mark> open = [];
        int next = 0;
        for (int i = 0; i + 1 < edges.Length; i++)
        {
            TextSpan span = new(edges[i], edges[i + 1]);
            while (next < byStart.Count && byStart[next].Span.Start == span.Start) open.Add(byStart[next++]);
            open.RemoveAll(mark => mark.Span.End <= span.Start);
            segments.Add(new Segment(span, [.. open]));
        }

        return segments;
    }

    // A position inside a surrogate pair moves before it at the start and behind it at the end: no half character is shown.
    private static TextSpan Clip(string text, TextSpan span, TextSpan limits)
    {
        int start = Math.Clamp(span.Start, limits.Start, limits.End), end = Math.Clamp(span.End, limits.Start, limits.End);
        if (InsidePair(text, start)) start--;
        if (InsidePair(text, end)) end++;
        return new TextSpan(start, Math.Max(start, end));
    }

    private static bool InsidePair(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);
}
