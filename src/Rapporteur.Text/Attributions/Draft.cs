namespace Rapporteur.Text.Attributions;

/// <summary>An attribution in the making.</summary>
internal sealed class Draft
{
    /// <summary>The rule that found it, for explanations and for its measured precision.</summary>
    public required string Rule { get; set; }

    /// <summary>True when the trained fields decided on it; <see cref="Rate"/> is then how sure they are.</summary>
    public bool IsLearned { get; init; }

    public required Segment Segment { get; init; }

    /// <summary>Words of the source; empty when implicit.</summary>
    public WordRange Source { get; set; }

    /// <summary>Words of the cue; empty when only marks show it.</summary>
    public WordRange Cue { get; set; }

    /// <summary>The verb, or null for "according to" and punctuation cues.</summary>
    public ReportingVerb? Verb { get; init; }

    /// <summary>Stretches of content, in text order.</summary>
    public List<TextSpan> Content { get; } = [];

    /// <summary>Words of the one spoken to; empty when the text does not say.</summary>
    public WordRange Addressee { get; set; }

    /// <summary>Words of the one whose words this source hands on; empty when the source speaks for itself.</summary>
    public WordRange Principal { get; set; }

    /// <summary>The draft that this one goes on with, when its own source is left out.</summary>
    public Draft? Before { get; set; }

    /// <summary>How often the verb is a cue where such words follow it.</summary>
    public float Rate { get; set; } = 1;

    /// <summary>True when part of the content stands in quotation marks.</summary>
    public bool HasQuotation { get; set; }

    /// <summary>What else the same cue attributes to the same source.</summary>
    public Draft GoingOn(IEnumerable<TextSpan> content, bool hasQuotation)
    {
        Draft more = new()
        {
            Rule = Rule, IsLearned = IsLearned, Segment = Segment, Source = Source, Cue = Cue, Verb = Verb,
            Addressee = Addressee, Principal = Principal, Before = Before, Rate = Rate, HasQuotation = hasQuotation,
        };
        more.Content.AddRange(content);
        return more;
    }
}
