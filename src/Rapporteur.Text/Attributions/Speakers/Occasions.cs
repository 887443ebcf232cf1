namespace Rapporteur.Text.Attributions.Speakers;

/// <summary>On which occasion, and so before whom, something was said: an interview, a call, a meeting, a press conference.</summary>
/// <remarks>What somebody says on an occasion is said to the other side of it, also in the sentences that do not name it again.</remarks>
internal static class Occasions
{
    /// <summary>Whom the press conferences of the world are held for.</summary>
    public const string Reporters = "reporters";

    private static readonly HashSet<string> Meetings = new(StringComparer.Ordinal)
    {
        "interview", "conversation", "call", "talk", "talks", "meeting", "summit", "phone-call", "dinner", "exchange", "chat", "letter", "phone", "discussions", "discussion", "negotiations", "audience",
    };

    /// <summary>The other side of an occasion named in the cue's sentence outside the content: the words of it, or <see cref="Reporters"/> as a class.</summary>
    public static (WordRange Side, bool IsPress) Named(Prose prose, Saying saying)
    {
        List<Word> words = prose.Words;
        bool press = false;
        for (int i = saying.Segment.First; i + 1 < saying.Segment.End; i++)
        {
            if (words[i].Quotation >= 0 || saying.IsContent(words[i].Span.Start)) continue;
            ReadOnlySpan<char> word = words[i].Span.Of(prose.Text);
            if (IsPress(prose, i)) press = true;
            bool brings = words[i].Is("with") && i > saying.Segment.First && Held(prose, i - 1)
                || words[i].Is("to") && i > saying.Segment.First && words[i - 1].Span.Of(prose.Text) is "interview" or "response" or "reply" or "answer"
                || words[i].Is("by") && i > saying.Segment.First && words[i - 1].Span.Of(prose.Text) is "asked" or "Asked" or "pressed" or "Pressed" or "interviewed" or "Interviewed" or "questioned" or "Questioned"
                || word is "from" && i > saying.Segment.First && words[i - 1].Span.Of(prose.Text) is "question" or "questions";
            // "when she met Hald"; "a clip that journalist Otto Lind posted".
            brings |= word is "met" && i > saying.Segment.First && !saying.CueWords.IsEmpty && (i < saying.CueWords.First || i >= saying.CueWords.End) && words[i - 1].Is(Traits.He | Traits.She);
            brings |= word is "journalist" or "correspondent" or "interviewer" or "presenter" or "anchor" && words[i + 1].Capital && (i < saying.Source.First || i >= saying.Source.End);
            if (!brings) continue;
            WordRange side = SourceFinder.After(prose, i + 1, Math.Min(saying.Segment.End, i + 10));
            if (!side.IsEmpty && !saying.IsContent(words[side.First].Span.Start)) return (side, press);
        }

        return (WordRange.None, press);
    }

    /// <summary>True for "briefing", "press conference", "news conference".</summary>
    public static bool IsPress(Prose prose, int word) => prose.Words[word].Span.Of(prose.Text) switch
    {
        "briefing" => true,
        "conference" => word > 0 && prose.Words[word - 1].Span.Of(prose.Text) is "press" or "news",
        _ => false,
    };

    private static bool Held(Prose prose, int word)
    {
        // "a call on Monday with", "an interview aired Sunday with": a few words may stand between.
        for (int i = word; i >= 0 && word - i < 4 && prose.Words[i].IsWordOrNumber; i--)
        {
            if (Meetings.Contains(prose.Words[i].Span.In(prose.Text).ToLowerInvariant())) return IsHeld(prose, i);
        }

        return false;
    }

    /// <summary>True for "in an interview", "at his talks", "speaking during a call": what is said is said there, and not after it or about it.</summary>
    /// <remarks>"In talks with" and "on a meeting with" mostly tell what is wished for.</remarks>
    public static bool IsHeld(Prose prose, int noun)
    {
        ReadOnlySpan<char> occasion = prose.Words[noun].Span.Of(prose.Text);
        bool talks = occasion is "talks" or "talk" or "negotiations" or "discussions" or "exchange";
        bool line = occasion is "call" or "phone" or "summit";
        for (int i = noun - 1; i >= 0 && noun - i < 6 && prose.Words[i].IsWordOrNumber; i--)
        {
            ReadOnlySpan<char> preposition = prose.Words[i].Span.Of(prose.Text);
            if (preposition is "during" or "During" or "at" or "At") return true;
            if (preposition is "in" or "In") return !talks;
            if (preposition is "on" or "On") return line;
            if (prose.Words[i].Is(Traits.Preposition | Traits.Subordinator)) return false;
        }

        return false;
    }
}
