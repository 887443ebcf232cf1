using Rapporteur.Querying;
using Rapporteur.Text;
using Rapporteur.Text.Attributions;
using Rapporteur.Text.Explaining;
using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Exporting;

/// <summary>What <c>explain --json</c> prints for one attribution. Offsets are code points of the article's text, end exclusive.</summary>
public sealed record ExplanationLine(
    string Source, string Cue, string Content, CodePointSpans Spans, AttributionForm Form, string FoundBy, string Decided, IReadOnlyList<EvidenceInLine> Evidence, string? Repaired, double Confidence,
    string? Speaker, IReadOnlyList<string> SpeakerPath, string? Addressee, string? OnBehalfOf, string? Via, string? Channel, string? SaidOn, string? SaidOnFrom, string Act, string ActFrom, bool Negated, string Modality)
{
    /// <summary>From what the analysis can tell.</summary>
    public static ExplanationLine Of(Explanation why, string text, CodePointOffsets offsets)
    {
        Attribution a = why.Attribution;
        return new ExplanationLine(
            Words(a.Source), Words(a.Cue), Words(a.Content), new CodePointSpans(In(a.Source), In(a.Cue), In(a.Content)), a.Form, a.FoundBy, why.Decided, [.. why.Evidence.Select(e => new EvidenceInLine(e.What, Math.Round(e.Weight, 2)))], why.Repaired,
            Math.Round(a.Confidence, 3), a.Speaker, why.Speaker, a.Addressee, a.OnBehalfOf, a.Via, ChannelNames.Of(a.Channel), a.SaidOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            why.Day, SpeechActNames.Of(a.Act), why.Act, a.Negated, SpeechActNames.Of(a.Modality));

        string Words(IReadOnlyList<TextSpan> spans) => string.Join(" … ", spans.Select(s => s.In(text)));
        TextSpan[] In(IReadOnlyList<TextSpan> spans) => [.. spans.Select(offsets.Of)];
    }
}

/// <summary>One thing that spoke for or against a cue.</summary>
/// <param name="What">What it is, in words.</param>
/// <param name="Weight">Its log-odds: above 0 for a cue, below 0 against it.</param>
public sealed record EvidenceInLine(string What, double Weight);
