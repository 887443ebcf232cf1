namespace Rapporteur.Text.Attributions.Speakers;

/// <summary>Who met whom, when the article is about one meeting: what one of them says there he says to the other.</summary>
internal sealed class Encounters
{
    // A meeting that the article is about stands in its headline or its first paragraphs; later ones are background.
    private const int LeadParagraphs = 5;

    // "met in Talmar on Tuesday with Norland's Prime Minister Jonas Hald".
    private const int WordsBetween = 9;

    private readonly Dictionary<string, HashSet<string>> _met = new(StringComparer.Ordinal);

    /// <summary>The one whom a person met; null when he met nobody or several.</summary>
    public string? OtherThan(string person) => _met.GetValueOrDefault(person) is { Count: 1 } others ? others.Single() : null;

    /// <summary>Gathers the meetings told in the lead, outside quotation marks.</summary>
    public static Encounters Of(Prose prose, SpeakerResolver speakers)
    {
        Encounters encounters = new();
        for (int i = 1; i + 1 < prose.Words.Count && prose.ParagraphAt(i) < LeadParagraphs; i++)
        {
            if (prose.Words[i].Quotation >= 0) continue;
            ReadOnlySpan<char> word = prose.Words[i].Span.Of(prose.Text);
            bool met = word is "met" or "received" or "hosted" && !CueFinder.IsAuxiliary(prose.Words[i - 1]);
            bool meeting = word is "meeting" or "talks" or "conversation" or "call" && prose.Words[i + 1].Is("with");
            if (!met && !meeting) continue;
            Segment segment = prose.Segments[prose.SegmentAt(i)];
            string? one = speakers.LastPersonIn(Math.Max(segment.First, i - 2 * WordsBetween), i), other = speakers.FirstPersonIn(i + 1, Math.Min(segment.End, i + 1 + WordsBetween));
            // A meeting that is only wished for is none.
            if (meeting && !IsHeld(prose, segment.First, i)) continue;
            if (one is null || other is null || one == other) continue;
            encounters.Add(one, other);
            encounters.Add(other, one);
        }

        return encounters;
    }

    // "During a meeting with", "at the talks with".
    private static bool IsHeld(Prose prose, int first, int noun)
    {
        for (int i = noun - 1; i >= first && noun - i < 5 && prose.Words[i].IsWordOrNumber; i--)
        {
            if (prose.Words[i].Span.Of(prose.Text) is "during" or "During" or "at" or "At" or "in" or "In") return true;
        }

        return false;
    }

    private void Add(string one, string other)
    {
        if (!_met.TryGetValue(one, out HashSet<string>? others)) _met[one] = others = new HashSet<string>(StringComparer.Ordinal);
        others.Add(other);
    }
}
