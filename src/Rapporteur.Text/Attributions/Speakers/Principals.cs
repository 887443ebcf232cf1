namespace Rapporteur.Text.Attributions.Speakers;

/// <summary>Tells on whose behalf a spokesman, an aide or a paper speaks: whoever says, thinks or wants in the content.</summary>
internal static class Principals
{
    private const int LongestSubject = 8;

    /// <summary>The principal's full name, or null when the speaker speaks for himself.</summary>
    public static string? Of(Prose prose, Saying saying, SpeakerResolver speakers, string? speaker)
    {
        bool forOthers = speakers.Offices.SpeaksForOthers(speaker);
        bool paper = !saying.Source.IsEmpty && Relay.IsOutlet(prose, saying.Source);
        int first = prose.WordAt(saying.Content[0].Start), end = prose.WordAt(saying.Content[0].End);
        while (first < end && (prose.Words[first].Is("that") || !prose.Words[first].IsWordOrNumber)) first++;
        if (first >= end) return null;
        bool ours = prose.Words[first].Is("our");
        if (!forOthers && !paper && !ours) return null;
        WordRange subject = SourceFinder.After(prose, first, Math.Min(end, first + LongestSubject), quoted: true);
        if (subject.IsEmpty || (prose.Words[subject.First].Is(Traits.Pronoun | Traits.First) && !ours && !prose.Words[subject.First].Is(Traits.He | Traits.She))) return null;
        int at = subject.End;
        while (at < end && (CueFinder.IsAuxiliary(prose.Words[at]) || CueFinder.IsAdverb(prose, prose.Words[at]))) at++;
        if (at >= end || (at == subject.End && prose.Words[at].Entry?.Verb is null && !IsReady(prose, at))) return null;
        if (!IsReady(prose, at) && !Tells(prose.Words[at].Entry?.Verb, forOthers || ours)) return null;
        string? principal = speakers.Offices.PrincipalOf(prose, speaker, subject) ?? (ours ? speakers.Offices.HolderOf(prose, subject.First, speakers.HeadOf(subject)) : speakers.Resolve(subject));
        return principal is { Length: > 0 } && char.IsUpper(principal[0]) && principal != speaker && speakers.IsPerson(principal) ? principal : null;
    }

    // A spokesman hands on what his principal says, thinks and wants; a paper is believed to only where the verb is one of speech before "that".
    private static bool Tells(ReportingVerb? verb, bool forOthers) =>
        verb is not null && (forOthers || (verb.IsSpeech && verb.Rate(Frame.That) >= 0.7f));

    // "was ready to", "was prepared to", "was of the opinion": attitudes without a verb.
    private static bool IsReady(Prose prose, int word) => prose.Words[word].Span.Of(prose.Text) is "ready" or "prepared" or "willing" or "open" or "of" && prose.Words[word - 1].Is(Traits.Be);
}
