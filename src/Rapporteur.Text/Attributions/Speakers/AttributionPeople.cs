namespace Rapporteur.Text.Attributions.Speakers;

/// <summary>Tells who is behind each attribution: speaker, addressee, principal, outlet and day.</summary>
/// <remarks>
/// A pure function of the text and of the spans found in it, whichever finder found them: it looks at no rule's name. A source
/// may have several pieces or none, a cue may be a verb, a noun, "according to" or nothing.
/// </remarks>
public static class AttributionPeople
{
    /// <summary>The attributions given, in the order given, with <see cref="Attribution.Speaker"/>, <see cref="Attribution.Addressee"/>, <see cref="Attribution.OnBehalfOf"/>, <see cref="Attribution.Via"/> and <see cref="Attribution.SaidOn"/> filled in.</summary>
    /// <param name="text">A text with tokens, sentences, names, roles, coreference and times; parsed, or else relations between words are not used.</param>
    /// <param name="found">Attributions with their spans. What the five properties held before counts for nothing.</param>
    public static IReadOnlyList<Attribution> Resolve(AnnotatedText text, IReadOnlyList<Attribution> found) =>
        Resolve(Prose.Of(text, Lexicon.English), found);

    // The first line, when no full stop ends it and more follows.
    private static bool IsHeadline(Prose prose, Saying saying)
    {
        if (saying.Paragraph != 0 || prose.Words.Count == 0) return false;
        int end = saying.At;
        while (end < prose.Words.Count && prose.ParagraphAt(end) == 0) end++;
        return end < prose.Words.Count && prose.Words[end - 1].IsWordOrNumber;
    }

    // What one says next to the same, in this paragraph (or the next, where the text says to whom), is said on the same occasion, until another is named or another day.
    private static void CarryChannels(Saying[] sayings, Attribution[] resolved)
    {
        Dictionary<string, (Attribution One, int Paragraph)> before = new(StringComparer.Ordinal);
        foreach (Saying saying in sayings)
        {
            Attribution one = resolved[saying.Index];
            if (one.Speaker is not { } speaker) continue;
            if (one.Channel == Channel.Untold && before.TryGetValue(speaker, out (Attribution One, int Paragraph) last) && last.One.Addressee == one.Addressee && last.One.SaidOn == one.SaidOn && saying.Paragraph - last.Paragraph <= (one.Addressee is null ? 0 : 1))
                resolved[saying.Index] = one = one with { Channel = last.One.Channel };
            before[speaker] = (one, saying.Paragraph);
        }
    }

    // Two forms of one actor may only now be seen to be one: nobody speaks to himself or for himself.
    private static Attribution Named(Attribution found, ActorNaming naming)
    {
        string? speaker = naming.Of(found.Speaker), addressee = naming.Of(found.Addressee), principal = naming.Of(found.OnBehalfOf);
        return found with { Speaker = speaker, Addressee = addressee == speaker ? null : addressee, OnBehalfOf = principal == speaker ? null : principal };
    }

    internal static IReadOnlyList<Attribution> Resolve(Prose prose, IReadOnlyList<Attribution> found)
    {
        Saying[] sayings = new Saying[found.Count];
        for (int i = 0; i < sayings.Length; i++) sayings[i] = Saying.Of(prose, found[i], i);
        Array.Sort(sayings, (a, b) => a.At != b.At ? a.At.CompareTo(b.At) : a.Index.CompareTo(b.Index));
        SpeakerResolver speakers = new(prose);
        SpeechDays days = new(prose);
        Hearers hearers = new(prose, days, Encounters.Of(prose, speakers));
        Attribution[] resolved = [.. found];
        (string? Speaker, int Paragraph, Segment Segment)? last = null;
        foreach (Saying saying in sayings)
        {
            speakers.Content = saying.Content;
            string? speaker = saying.GoesOn && last is { } before && saying.Paragraph - before.Paragraph <= 1 ? before.Speaker
                : speakers.Resolve(saying.Source.IsEmpty ? Subjects.OfCue(prose, saying) : saying.Source);
            // "…, Arden said, adding that": whoever spoke before in the same sentence, unless the verb is passive.
            if (speaker is null && saying.Source.IsEmpty && saying.Cue > 0 && prose.UposOf(saying.Cue) == "VERB" && last?.Segment == saying.Segment && !prose.Words[saying.Cue - 1].Is(Traits.Be)) speaker = last?.Speaker;
            WordRange? asked = Questioned.Of(prose, saying);
            if (asked is not null && !Questioned.NamesAsker(prose, saying)) speaker = null;
            Relay relay = Relay.Of(prose, saying, speakers, speaker);
            if (asked is { IsEmpty: false } hearer && relay.Addressee is null) relay = relay with { Addressee = speakers.Resolve(hearer) };
            resolved[saying.Index] = found[saying.Index] with
            {
                Speaker = speaker,
                Addressee = relay.Addressee,
                OnBehalfOf = relay.OnBehalfOf,
                Via = relay.Via,
                SaidOn = days.Of(saying, speaker),
                Channel = Channels.Of(prose, saying),
            };
            hearers.Add(saying, speaker, relay);
            last = (speaker, saying.Paragraph, saying.Segment);
            speakers.Remember(speaker, saying.Source.IsEmpty ? saying.At : saying.Source.First, prose.WordAt(saying.Content[^1].End) - 1);
        }

        // A headline tells what was said, not to whom.
        HashSet<int> headlines = [.. sayings.Where(saying => IsHeadline(prose, saying)).Select(saying => saying.Index)];
        foreach ((int index, string addressee) in hearers.Implied().Where(implied => !headlines.Contains(implied.Index))) resolved[index] = resolved[index] with { Addressee = addressee };
        CarryChannels(sayings, resolved);
        ActorNaming naming = new(prose);
        for (int i = 0; i < resolved.Length; i++) resolved[i] = Named(resolved[i], naming);
        return resolved;
    }
}
