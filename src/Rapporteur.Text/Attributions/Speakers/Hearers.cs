namespace Rapporteur.Text.Attributions.Speakers;

/// <summary>Carries an occasion over the statements that belong to it: whom one was told, the next ones were told as well.</summary>
/// <remarks>
/// A speaker's statement without an addressee has the one of his statement before it, when that came from an occasion that holds on (an
/// interview, a meeting, "told reporters"); the statements before his first such one have it too when the article knows only one occasion
/// of his; so has the one whom the lead of the article says the speaker met. A statement with a day of its own that differs stands alone.
/// </remarks>
internal sealed class Hearers(Prose prose, SpeechDays days, Encounters encounters)
{
    private static readonly HashSet<string> EarlierWords = new(StringComparer.Ordinal) { "recently", "lately", "earlier", "previously", "formerly", "once", "long" };

    private readonly Dictionary<string, List<(Saying Saying, Relay Relay, DateOnly? Day)>> _bySpeaker = new(StringComparer.Ordinal);

    /// <summary>Takes note of one statement; the caller goes through the text in order.</summary>
    public void Add(Saying saying, string? speaker, Relay relay)
    {
        if (speaker is null) return;
        if (!_bySpeaker.TryGetValue(speaker, out List<(Saying, Relay, DateOnly?)>? said)) _bySpeaker[speaker] = said = [];
        said.Add((saying, relay, days.Named(saying)));
    }

    /// <summary>The addressees that follow from other statements, by the index of the attribution.</summary>
    public IEnumerable<(int Index, string Addressee)> Implied()
    {
        foreach ((string speaker, List<(Saying Saying, Relay Relay, DateOnly? Day)> said) in _bySpeaker)
        {
            // Whoever was spoken to there may have answered.
            foreach ((_, Relay relay, _) in said)
            {
                if (relay.HoldsOn && _bySpeaker.ContainsKey(relay.Addressee!)) encounters.Add(speaker, relay.Addressee!);
            }
        }

        foreach ((string speaker, List<(Saying Saying, Relay Relay, DateOnly? Day)> said) in _bySpeaker)
        {
            HashSet<string> occasions = [.. said.Where(s => s.Relay is { HoldsOn: true }).Select(s => s.Relay.Addressee!)];
            string? current = occasions.Count switch { 1 => occasions.Single(), 0 => encounters.OtherThan(speaker), _ => null };
            // An interview that is named late in the article is not where he said what stands before, elsewhere.
            if (said.Find(s => s.Relay.HoldsOn) is { Relay.Via: { } via, Saying: { } asked } && via == current && asked.Paragraph - said[0].Saying.Paragraph > 1) current = null;
            DateOnly? day = null;
            foreach ((Saying saying, Relay relay, DateOnly? named) in said)
            {
                if (relay.HoldsOn) (current, day) = (relay.Addressee, named ?? day);
                else if (relay.Addressee is null && current is not null && !IsOfEarlier(saying) && !SpeaksOf(saying, current) && (named is null || day is null || named == day)) yield return (saying.Index, current);
            }
        }
    }

    // "Arden recently voiced frustration": on another occasion than the one that the article tells of.
    private bool IsOfEarlier(Saying saying)
    {
        if (saying.Cue < 0) return false;
        for (int i = saying.Segment.First; i < saying.Segment.End; i++)
        {
            Token token = prose.Source.Tokens[prose.Words[i].Token];
            if (token.Relation == "advmod" && token.Head == prose.Words[saying.Cue].Token && !saying.IsContent(token.Span.Start) && EarlierWords.Contains(prose.Words[i].Entry?.Word ?? "")) return true;
        }

        return false;
    }

    // "No progress with his counterpart": whom the words speak of by name does not hear them, unless the text says so.
    private bool SpeaksOf(Saying saying, string hearer)
    {
        string surname = hearer[(hearer.LastIndexOf(' ') + 1)..];
        foreach (TextSpan span in saying.Content)
        {
            for (int word = prose.WordAt(span.Start); word < prose.Words.Count && prose.Words[word].Span.Start < span.End; word++)
            {
                ReadOnlySpan<char> written = prose.Words[word].Span.Of(prose.Text);
                // "Commended | Hald for his patience": in his presence.
                if (saying.Cue >= 0 && prose.Source.Tokens[prose.Words[word].Token] is { Relation: "obj" } token && token.Head == prose.Words[saying.Cue].Token) return false;
                if (written is "counterpart" || written.Equals(surname, StringComparison.Ordinal)) return true;
            }
        }

        return false;
    }
}
