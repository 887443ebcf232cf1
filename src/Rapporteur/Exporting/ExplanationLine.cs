using Rapporteur.Querying;
using Rapporteur.Text;
using Rapporteur.Text.Explaining;
using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Exporting;

/// <summary>What <c>explain --json</c> prints for one attribution. Offsets are code points of the article's text, end exclusive.</summary>
public sealed record ExplanationLine(
    string Source, string Cue, string Content, CodePointSpans Spans, AttributionForm Form, string FoundBy, string Decided, string? Repaired, double Confidence,
    string? Speaker, IReadOnlyList<string> SpeakerPath, string? Addressee, string? OnBehalfOf, string? Via, string? SaidOn, string? SaidOnFrom, string Act, string ActFrom, bool Negated, string Modality)
{
    /// <summary>From what the analysis can tell.</summary>
    public static ExplanationLine Of(Explanation why, string text, CodePointOffsets offsets)
    {
        Attribution a = why.Attribution;
        return new ExplanationLine(
            Words(a.Source), Words(a.Cue), Words(a.Content), new CodePointSpans(In(a.Source), In(a.Cue), In(a.Content)), a.Form, a.FoundBy, why.Decided, why.Repaired,
            Math.Round(a.Confidence, 3), a.Speaker, why.Speaker, a.Addressee, a.OnBehalfOf, a.Via, a.SaidOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            why.Day, SpeechActNames.Of(a.Act), why.Act, a.Negated, SpeechActNames.Of(a.Modality));

        string Words(IReadOnlyList<TextSpan> spans) => string.Join(" … ", spans.Select(s => s.In(text)));
        TextSpan[] In(IReadOnlyList<TextSpan> spans) => [.. spans.Select(offsets.Of)];
    }
}
