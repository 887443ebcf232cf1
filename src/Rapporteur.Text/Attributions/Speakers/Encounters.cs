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
            bool spoke = word is "speaking" && (prose.Words[i + 1].Is("to") || FollowedByTo(prose, i));
            bool meeting = word is "meeting" or "talks" or "conversation" or "call" && prose.Words[i + 1].Is("with") && Occasions.IsHeld(prose, i);
            bool joint = met || word is "met" or "spoke" or "talked" or "talk" or "discussed" || (word is "held" && prose.Words[i + 1].Span.Of(prose.Text) is "talks" or "a" or "discussions");
            if (!met && !meeting && !joint && !spoke) continue;
            Segment segment = prose.Segments[prose.SegmentAt(i)];
            int from = Math.Max(segment.First, i - 2 * WordsBetween);
            if (joint && speakers.TwoPeopleJoined(from, i) is { } pair)
            {
                encounters.Add(pair.One, pair.Other);
                continue;
            }

            if (!met && !meeting && !spoke) continue;
            string? one = speakers.LastPersonIn(from, i) ?? (meeting ? null : PronounBefore(prose, speakers, from, i));
            string? other = speakers.FirstPersonIn(i + 1, Math.Min(segment.End, i + 1 + WordsBetween));
            if (one is null || other is null || one == other) continue;
            encounters.Add(one, other);
        }

        return encounters;
    }

    // "speaking in Talmar on Tuesday to Hald".
    private static bool FollowedByTo(Prose prose, int word)
    {
        for (int i = word + 1; i < prose.Words.Count && i < word + 7 && prose.Words[i].IsWordOrNumber; i++)
        {
            if (prose.Words[i].Is("to")) return true;
        }

        return false;
    }

    // "He was speaking to Hald."
    private static string? PronounBefore(Prose prose, SpeakerResolver speakers, int first, int end)
    {
        for (int i = end - 1; i >= first; i--)
        {
            if (prose.Words[i].Quotation < 0 && prose.Words[i].Is(Traits.He | Traits.She)) return speakers.PersonBefore(i);
        }

        return null;
    }

    /// <summary>Takes note that two met.</summary>
    public void Add(string one, string other)
    {
        Note(one, other);
        Note(other, one);
    }

    private void Note(string one, string other)
    {
        if (!_met.TryGetValue(one, out HashSet<string>? others)) _met[one] = others = new HashSet<string>(StringComparer.Ordinal);
        others.Add(other);
    }
}
