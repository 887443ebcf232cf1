using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Rapporteur.Text;

namespace Rapporteur.Web.Marking;

/// <summary>A reference that stands behind the last words of an appearance and leads to its statement.</summary>
/// <param name="Number">Its number on the page.</param>
/// <param name="StatementId">Where it leads.</param>
/// <param name="Label">What a screen reader says of it.</param>
internal sealed record StatementReference(int Number, string StatementId, string Label);

/// <summary>A text with its sources, cues and contents marked, as HTML whose text content is that very text.</summary>
/// <remarks>What is added (anchors, numbers of references) has no text of its own: the style sheet draws it, and copying leaves it out.</remarks>
internal sealed class MarkedText(string text, IReadOnlyList<Mark> marks)
{
    /// <summary>References by appearance; an appearance without one gets none.</summary>
    public IReadOnlyDictionary<string, StatementReference> References { get; init; } = new Dictionary<string, StatementReference>(StringComparer.Ordinal);

    /// <summary>The appearance to show more strongly than the others; null for none.</summary>
    public string? Here { get; init; }

    /// <summary>True to give every appearance an anchor <c>a-ID</c> where its first words stand.</summary>
    public bool Anchors { get; init; }

    /// <summary>A part of the text.</summary>
    public IHtmlContent Part(TextSpan range) => new HtmlFragment((writer, encoder) => Write(range, writer, encoder));

    private void Write(TextSpan range, TextWriter writer, HtmlEncoder encoder)
    {
        IReadOnlyList<Segment> segments = Segments.Of(text, range, marks.Where(mark => mark.Span.Overlaps(range)));
        for (int i = 0; i < segments.Count;)
        {
            // A link stands inside a mark and does not divide it.
            int end = i + 1;
            while (end < segments.Count && Coloured(segments[end]).SequenceEqual(Coloured(segments[i]))) end++;
            TextSpan whole = new(segments[i].Span.Start, segments[end - 1].Span.End);
            if (Anchors) WriteAnchors(whole, writer, encoder);
            string classes = ClassesOf(segments[i]);
            if (classes.Length > 0) writer.Write($"<mark class=\"{classes}\">");
            for (; i < end; i++) WriteWords(segments[i], writer, encoder);
            if (classes.Length > 0) writer.Write("</mark>");
            WriteReferences(whole, writer, encoder);
        }
    }

    private static IEnumerable<Mark> Coloured(Segment segment) => segment.Marks.Where(mark => mark.Kind != MarkKind.Link);

    private void WriteWords(Segment segment, TextWriter writer, HtmlEncoder encoder)
    {
        string? link = segment.Marks.FirstOrDefault(mark => mark.Kind == MarkKind.Link)?.Address;
        if (link is not null) writer.Write($"<a class=\"named\" href=\"{encoder.Encode(link)}\">");
        Legible.Write(segment.Span.Of(text), writer, encoder);
        if (link is not null) writer.Write("</a>");
    }

    private string ClassesOf(Segment segment)
    {
        List<string> classes = [.. Coloured(segment).Select(mark => mark.Kind).Distinct().Order().Select(kind => kind.ToString().ToLowerInvariant())];
        // One attribution inside the content of another: two bands of colour, two lines.
        if (segment.Marks.Count(mark => mark.Kind == MarkKind.Content) > 1) classes.Add("deep");
        if (Here is not null && segment.Marks.Any(mark => mark.Appearance == Here)) classes.Add("here");
        return string.Join(' ', classes);
    }

    private readonly Dictionary<string, int> _first = marks.Where(mark => mark.Appearance is not null)
        .GroupBy(mark => mark.Appearance!, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Min(mark => mark.Span.Start), StringComparer.Ordinal);

    private readonly Dictionary<string, int> _lastContent = marks.Where(mark => mark is { Appearance: not null, Kind: MarkKind.Content })
        .GroupBy(mark => mark.Appearance!, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Max(mark => mark.Span.End), StringComparer.Ordinal);

    private void WriteAnchors(TextSpan span, TextWriter writer, HtmlEncoder encoder)
    {
        foreach (string appearance in _first.Where(first => span.Contains(first.Value)).Select(first => first.Key))
            writer.Write($"<span class=\"anchor\" id=\"a-{encoder.Encode(appearance)}\"></span>");
    }

    private void WriteReferences(TextSpan span, TextWriter writer, HtmlEncoder encoder)
    {
        foreach (StatementReference reference in _lastContent.Where(last => last.Value > span.Start && last.Value <= span.End)
            .Select(last => References.GetValueOrDefault(last.Key)).OfType<StatementReference>().OrderBy(reference => reference.Number))
        {
            writer.Write($"<a class=\"ref\" href=\"/statements/{Uri.EscapeDataString(reference.StatementId)}\" data-n=\"{reference.Number}\" ");
            writer.Write($"aria-label=\"{encoder.Encode(Legible.Plain(reference.Label))}\"></a>");
        }
    }
}
