using Rapporteur.Text.Attributions.Speakers;

namespace Rapporteur.Text.Attributions;

/// <summary>The chain that a statement came through.</summary>
/// <param name="Addressee">To whom it was said, or null.</param>
/// <param name="OnBehalfOf">Whose words the speaker hands on, or null when they are his own.</param>
/// <param name="Via">The agency or paper to which it was said, or null.</param>
internal readonly record struct Relay(string? Addressee, string? OnBehalfOf, string? Via)
{
    /// <summary>Reads the chain from a draft and the first words of its content.</summary>
    public static Relay Of(Prose prose, Draft draft, SpeakerResolver speakers, string? speaker)
    {
        string? addressee = null, via = null;
        string? principal = speakers.Resolve(draft.Principal) ?? PrincipalIn(prose, draft, speakers, speaker);
        if (!draft.Addressee.IsEmpty)
        {
            bool counterpart = prose.Words[draft.Addressee.End - 1].Is("counterpart");
            string? to = counterpart ? speakers.OtherPersonBefore(draft.Addressee.First, speaker, principal) : speakers.Resolve(draft.Addressee);
            if (IsOutlet(prose, draft.Addressee)) via = to;
            else if (to != speaker) addressee = to;
        }
        else if (OtherSide(prose, draft) is { IsEmpty: false } side)
        {
            string? to = IsOutlet(prose, side) ? null : speakers.NameOf(side);
            if (to != speaker && to != principal) addressee = to;
        }

        via ??= OutletNear(prose, draft);
        if (via == speaker) via = null;

        return new Relay(addressee, principal == speaker ? null : principal, via);
    }

    // "The president has never said …", told by his spokesman: the subject of the content and a verb of speech or thought.
    private static string? PrincipalIn(Prose prose, Draft draft, SpeakerResolver speakers, string? speaker)
    {
        if (draft.Verb is { IsSpeech: false }) return null;
        int first = prose.WordAt(draft.Content[0].Start), end = prose.WordAt(draft.Content[0].End);
        if (first < end && prose.Words[first].Is("that")) first++;
        if (first >= end) return null;
        WordRange subject = SourceFinder.After(prose, first, Math.Min(end, first + 8), quoted: true);
        if (subject.IsEmpty || prose.Words[subject.First].Is(Traits.Pronoun | Traits.First) && !prose.Words[subject.First].Is("our")) return null;
        int at = subject.End;
        while (at < end && (CueFinder.IsAuxiliary(prose.Words[at]) || CueFinder.IsAdverb(prose, prose.Words[at]))) at++;
        if (at >= end || at == subject.End && prose.Words[at].Entry?.Verb is null) return null;
        if (prose.Words[at].Entry?.Verb is not { IsSpeech: true } verb || verb.Rate(Frame.That) < 0.7f) return null;
        string? principal = speakers.Offices.PrincipalOf(prose, speaker, subject) ?? (prose.Words[subject.First].Is("our") ? null : speakers.Resolve(subject));
        if (principal is null || !char.IsUpper(principal[0])) return null;
        return speakers.Offices.SpeaksForOthers(speaker) || (!draft.Source.IsEmpty && IsOutlet(prose, draft.Source)) || prose.Words[subject.First].Is("our") ? principal : null;
    }

    // "In a call with Arden, Hald said": the other side of the occasion, in the cue's sentence and outside the content.
    private static WordRange OtherSide(Prose prose, Draft draft)
    {
        List<Word> words = prose.Words;
        for (int i = draft.Segment.End - 2; i > draft.Segment.First; i--)
        {
            if (words[i].Quotation >= 0 || !words[i].Is("with") || !words[i - 1].Is(Traits.Spoken) || draft.Content.Exists(c => c.Contains(words[i].Span.Start))) continue;
            return SourceFinder.After(prose, i + 1, Math.Min(words.Count, i + 10));
        }

        return WordRange.None;
    }

    // "In an interview with the Herald, Arden said": the outlet that a preposition brings into the cue's sentence, outside the content.
    private static string? OutletNear(Prose prose, Draft draft)
    {
        List<Word> words = prose.Words;
        for (int i = draft.Segment.First + 1; i < draft.Segment.End; i++)
        {
            Word word = words[i];
            if (word.Quotation >= 0 || !word.Capital || !word.Is(Traits.Outlet) || draft.Content.Exists(c => c.Contains(word.Span.Start))) continue;
            int at = i;
            while (at > draft.Segment.First && words[at - 1].Capital && words[at - 1].Kind == WordKind.Word) at--;
            int before = at - 1;
            if (before >= draft.Segment.First && words[before].Is("the")) before--;
            if (before >= draft.Segment.First && (words[before].Is("with") || words[before].Is("to") || words[before].Is("by"))) return prose.SpanOf(at, i + 1).In(prose.Text);
        }

        return null;
    }

    private static bool IsOutlet(Prose prose, WordRange range)
    {
        for (int i = range.First; i < range.End; i++)
        {
            Word word = prose.Words[i];
            if (word.Is(Traits.Media) && !word.Is(Traits.Person)) return true;
            if (word.Capital && word.Is(Traits.Outlet)) return true;
        }

        return false;
    }
}
