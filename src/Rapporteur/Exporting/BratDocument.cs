using System.Text;
using Rapporteur.Text;

namespace Rapporteur.Exporting;

/// <summary>Writes attributions as brat standoff annotation: text-bound <c>T</c> lines and one <c>E</c> line per attribution.</summary>
/// <remarks>Format: https://brat.nlplab.org/standoff.html. Offsets are code points, as brat counts; discontinuous spans are joined by semicolons.</remarks>
public static class BratDocument
{
    /// <summary>The <c>.ann</c> file of a text.</summary>
    public static string Of(AnnotatedText text)
    {
        CodePointOffsets offsets = new(text.Text);
        StringBuilder lines = new();
        int spans = 0, events = 0;
        foreach (Attribution attribution in text.Attributions)
        {
            // brat wants a trigger for every event: the cue, or the content where no cue stands.
            string? source = Bound("Source", attribution.Source);
            string? cue = Bound("Cue", attribution.Cue);
            string content = Bound("Content", attribution.Content)!;
            string trigger = cue is null ? $"Content:{content}" : $"Attribution:{cue}";
            string arguments = (source is null ? "" : $" Source:{source}") + (cue is null ? "" : $" Cue:{cue}") + $" Content:{content}";
            lines.Append($"E{++events}\t{trigger}{arguments}\n");
        }

        return lines.ToString();

        string? Bound(string type, IReadOnlyList<TextSpan> parts)
        {
            if (parts.Count == 0) return null;
            string id = $"T{++spans}";
            string ends = string.Join(';', parts.Select(p => $"{offsets.Of(p.Start)} {offsets.Of(p.End)}"));
            string words = string.Join(' ', parts.Select(p => p.In(text.Text).ReplaceLineEndings(" ")));
            lines.Append($"{id}\t{type} {ends}\t{words}\n");
            return id;
        }
    }
}
