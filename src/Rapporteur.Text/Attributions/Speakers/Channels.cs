namespace Rapporteur.Text.Attributions.Speakers;

/// <summary>Tells by what means something was said, from the words around the cue: "in an interview", "at a briefing", "wrote on Telegram".</summary>
internal static class Channels
{
    // "In an exclusive two-hour interview": so many words may stand between the preposition and its noun.
    private const int WordsBetween = 5;

    private static readonly Dictionary<string, Channel> Nouns = Table(
        (Channel.Interview, "interview"),
        (Channel.PressConference, "briefing"),
        (Channel.Call, "call phone-call telephone phone videoconference"),
        (Channel.Meeting, "meeting talks summit negotiations visit dinner reception"),
        (Channel.Speech, "speech address remarks sermon lecture rally ceremony toast homily oration"),
        (Channel.Session, "session debate hearing testimony parliament"),
        (Channel.Post, "post tweet tweets posts thread video-message channel"),
        (Channel.Letter, "letter note e-mail email telegram memo memorandum cable text message"),
        (Channel.Statement, "statement communique communiqué release declaration dispatch"),
        (Channel.Publication, "article op-ed essay book column editorial report study memoir paper"),
        (Channel.Broadcast, "programme program broadcast podcast show"));

    private static readonly HashSet<string> Platforms = new(StringComparer.OrdinalIgnoreCase)
    {
        "telegram", "twitter", "facebook", "instagram", "youtube", "tiktok", "linkedin", "weibo", "vkontakte", "mastodon", "bluesky", "threads", "whatsapp", "x", "social", "truth",
    };

    /// <summary>The means named in the cue's sentence outside the content; <see cref="Channel.Untold"/> when none is.</summary>
    public static Channel Of(Prose prose, Saying saying)
    {
        if (saying.CueWords.IsEmpty) return Channel.Untold;
        for (int i = saying.CueWords.First; i < saying.CueWords.End; i++)
        {
            if (prose.UposOf(i) == "VERB" && Addressees.LemmaOf(prose, i) is "tweet" or "post") return Channel.Post;
        }

        Channel told = Channel.Untold;
        int nearest = int.MaxValue;
        for (int i = saying.Segment.First; i < saying.Segment.End; i++)
        {
            Word word = prose.Words[i];
            if (word.Quotation >= 0 || saying.IsContent(word.Span.Start) || (i >= saying.Source.First && i < saying.Source.End)) continue;
            Channel here = At(prose, saying, i);
            int away = i < saying.CueWords.First ? saying.CueWords.First - i : i - saying.CueWords.End + 1;
            if (here != Channel.Untold && away < nearest) (told, nearest) = (here, away);
        }

        return told;
    }

    private static Channel At(Prose prose, Saying saying, int word)
    {
        string lower = prose.Words[word].Span.In(prose.Text).ToLowerInvariant();
        // "Wrote on X", "said on his Telegram channel".
        bool on = word > saying.Segment.First && (prose.Words[word - 1].Is("on") || (word - 1 > saying.Segment.First && prose.Words[word - 1].Is(Traits.Possessive | Traits.Determiner) && prose.Words[word - 2].Is("on")));
        if (on && prose.Words[word].Capital && Platforms.Contains(lower)) return Channel.Post;
        if (lower == "conference") return Occasions.IsPress(prose, word) && Opens(prose, saying, word) ? Channel.PressConference : Channel.Untold;
        // "Told the Harbour Post" names a paper.
        if (prose.Words[word].Capital && !prose.IsTitleCase(word)) return Channel.Untold;
        return Nouns.TryGetValue(lower, out Channel channel) && (prose.UposOf(word) is null or "NOUN" or "PROPN") && Opens(prose, saying, word) ? channel : Channel.Untold;
    }

    // "In a statement", "at his talks", "speaking during a call", "told a briefing": said there, and not about it.
    private static bool Opens(Prose prose, Saying saying, int noun)
    {
        // "In the letter's margin", "in report after report".
        if (noun + 1 < prose.Words.Count && prose.Words[noun + 1].IsGenitive) return false;
        for (int i = noun - 1; i >= saying.Segment.First && noun - i <= WordsBetween; i--)
        {
            Word word = prose.Words[i];
            if (i == saying.Cue) return Addressees.LemmaOf(prose, saying.Cue) is "tell" or "address";
            if (word.Is("in") || word.Is("at") || word.Is("during") || word.Is("by") || word.Is("via") || word.Is("through")) return true;
            if (word.Is("on")) return prose.Words[noun].Span.Of(prose.Text) is "call" or "phone" or "telephone" or "programme" or "program" or "show" or "podcast" or "channel";
            if (!word.IsWordOrNumber || word.Is(Traits.Preposition | Traits.Subordinator | Traits.Relative)) return false;
        }

        return false;
    }

    private static Dictionary<string, Channel> Table(params (Channel Channel, string Words)[] rows) =>
        rows.SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Channel))).ToDictionary(pair => pair.word, pair => pair.Channel, StringComparer.Ordinal);
}
