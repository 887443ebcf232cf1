using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Text;

/// <summary>How the words attributed stand in the text.</summary>
public enum AttributionForm
{
    /// <summary>In quotation marks from beginning to end.</summary>
    Direct,

    /// <summary>In the reporter's words.</summary>
    Indirect,

    /// <summary>In the reporter's words with quoted parts.</summary>
    Mixed,
}

/// <summary>One place in a text where words, beliefs or wishes are attributed to somebody.</summary>
/// <remarks>
/// In <c>The budget will pass in May, the minister said</c> the source is "the minister",
/// the cue is "said" and the content is "The budget will pass in May". The terms are those of PARC and PolNeAR.
/// </remarks>
public sealed record Attribution
{
    /// <summary>Who is quoted, as written. Empty when the text leaves it out.</summary>
    public IReadOnlyList<TextSpan> Source { get; init; } = [];

    /// <summary>The words that mark the attribution. Empty when only quotation marks or a colon do.</summary>
    public IReadOnlyList<TextSpan> Cue { get; init; } = [];

    /// <summary>The words attributed, without the outer quotation marks: several spans where the cue stands between them. Never empty.</summary>
    public required IReadOnlyList<TextSpan> Content { get; init; }

    /// <summary>Whether the content is quoted.</summary>
    public required AttributionForm Form { get; init; }

    /// <summary>The actor behind the source, by the fullest name in this text; null when it cannot be told.</summary>
    public string? Speaker { get; init; }

    /// <summary>To whom it was said, by the fullest name in this text; null when the text does not say.</summary>
    public string? Addressee { get; init; }

    /// <summary>For whom the speaker spoke (a spokesman's principal); null when for himself.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>The agency, paper or witness through which the words reached this text; null when the text names none.</summary>
    public string? Via { get; init; }

    /// <summary>By what means, or on what kind of occasion, it was said.</summary>
    public Channel Channel { get; init; }

    /// <summary>The day it was said; null when the text does not tell.</summary>
    public DateOnly? SaidOn { get; init; }

    /// <summary>What the speaker does by his words, as far as cue and content tell.</summary>
    public SpeechAct Act { get; init; }

    /// <summary>Whether the main clause of the content is negated: "will not withdraw".</summary>
    public bool Negated { get; init; }

    /// <summary>How the content stands to the facts.</summary>
    public Modality Modality { get; init; }

    /// <summary>How sure the analysis is, from 0 to 1.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>The name of the rule or model that found it, for explanations, and what was repaired: "after, opening mark lost".</summary>
    public string FoundBy { get; init; } = "";

    /// <summary>What had to be repaired in the quotation marks, "opening mark lost"; null when nothing had to.</summary>
    public string? Repaired => FoundBy.IndexOf(", ", StringComparison.Ordinal) is >= 0 and var comma ? FoundBy[(comma + 2)..] : null;
}
