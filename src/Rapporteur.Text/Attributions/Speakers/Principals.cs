namespace Rapporteur.Text.Attributions.Speakers;

/// <summary>Tells on whose behalf a spokesman, an aide or a paper speaks: whoever speaks in the content, or tells it in the sentence that the source vouches for.</summary>
internal static class Principals
{
    // What one gives, sets or names, and what one expresses: a position.
    private static readonly HashSet<string> Terms = new(StringComparer.Ordinal) { "conditions", "terms", "demands", "assurances", "guarantees", "deadline" };
    private static readonly HashSet<string> Attitudes = new(StringComparer.Ordinal)
    {
        "willingness", "readiness", "openness", "interest", "hope", "support", "concern", "doubts", "scepticism", "skepticism", "opposition",
    };

    private const int LongestSubject = 8;
    private const int LongestOpening = 5;

    /// <summary>The principal's full name, or null when the speaker speaks for himself.</summary>
    public static string? Of(Prose prose, Saying saying, SpeakerResolver speakers, string? speaker)
    {
        bool accordingTo = !saying.CueWords.IsEmpty && prose.Words[saying.CueWords.First].Is("according");
        bool forOthers = speakers.Offices.SpeaksForOthers(speaker);
        bool paper = !saying.Source.IsEmpty && (Relay.IsOutlet(prose, saying.Source) || IsObserver(prose, saying.Source));
        string? told = accordingTo ? Teller(prose, saying, speakers, speaker) : null;
        if (told is not null) return told;
        int first = prose.WordAt(saying.Content[0].Start), end = prose.WordAt(saying.Content[0].End);
        while (first < end && (prose.Words[first].Is("that") || !prose.Words[first].IsWordOrNumber)) first++;
        first = AfterOpening(prose, first, end);
        bool ours = first < end && prose.Words[first].Is("our");
        if (!forOthers && !paper && !ours) return null;
        WordRange subject = SubjectAt(prose, first, Math.Min(end, first + LongestSubject));
        if (subject.IsEmpty || (prose.Words[subject.First].Is(Traits.Pronoun | Traits.First) && !ours && !prose.Words[subject.First].Is(Traits.He | Traits.She))) return null;
        int at = AfterTime(prose, subject.End, end);
        bool negated = false;
        while (at < end && (CueFinder.IsAuxiliary(prose.Words[at]) || CueFinder.IsAdverb(prose, prose.Words[at]) || prose.Words[at].Is(Traits.Negation)))
        {
            negated |= prose.Words[at].Is(Traits.Negation);
            at++;
        }

        // "The president did not agree" tells what he did not say.
        if (at >= end || (negated && !prose.Words[subject.End].Is(Traits.Have)) || !(IsReady(prose, at) || (Tells(prose.Words[at].Entry?.Verb, forOthers || ours) && HasClause(prose, at, end)))) return null;
        Word last = prose.Words[subject.End - 1];
        // "The president", where the text has two: whose spokesman this is was not told.
        bool unclear = subject.End - subject.First == 2 && last.Is(Traits.Office) && !speakers.Offices.IsClear(last.Entry!.Word);
        string? principal = speakers.Offices.PrincipalOf(prose, speaker, subject) ?? (unclear ? null : ours ? speakers.Offices.HolderOf(prose, subject.First, subject.End - 1) : Behind(prose, speakers, subject, speaker));
        return principal is not null && principal != speaker && speakers.IsPerson(principal) && !speakers.Offices.IsOfAnotherSide(speaker, principal) ? principal : null;
    }

    // "He was ready to consider", told by an aide, is not the aide.
    private static string? Behind(Prose prose, SpeakerResolver speakers, WordRange subject, string? speaker) =>
        speakers.Resolve(subject) is { } name && name != speaker ? name
        : prose.Words[subject.First].Is(Traits.He | Traits.She) ? speakers.OtherPersonBefore(subject.First, speaker, null) : null;

    // "… , the president told his guest, according to Edda Bray": a teller beside the content in the same sentence.
    private static string? Teller(Prose prose, Saying saying, SpeakerResolver speakers, string? speaker)
    {
        for (int i = saying.Segment.First + 1; i < saying.Segment.End; i++)
        {
            Word word = prose.Words[i];
            if (word.Quotation >= 0 || word.Entry?.Verb is not { IsSpeech: true } verb || saying.IsContent(word.Span.Start)) continue;
            if ((i >= saying.CueWords.First && i < saying.CueWords.End) || prose.UposOf(i) is "NOUN" or "ADJ" || !verb.Has(VerbShapes.Past | VerbShapes.Third) || verb.Rate(Frame.That) < 0.4f) continue;
            WordRange subject = SourceFinder.Before(prose, saying.Segment.First, i);
            if (subject.IsEmpty || saying.IsContent(prose.Words[subject.First].Span.Start) || prose.Words[subject.First].Is(Traits.Relative)) continue;
            if (subject.First < saying.Source.End && saying.Source.First < subject.End) continue;
            string? teller = speakers.Resolve(subject);
            if (teller is null || teller == speaker) continue;
            if (speakers.IsPerson(teller) || prose.Words[speakers.HeadOf(subject)].Is(Traits.Office)) return teller;
        }

        return null;
    }

    // "On the contrary, he has affirmed": behind what leads in.
    private static int AfterOpening(Prose prose, int first, int end)
    {
        if (first >= end || !prose.Words[first].Is(Traits.Preposition)) return first;
        for (int i = first + 1; i < end && i <= first + LongestOpening; i++)
        {
            if (prose.Words[i].Kind == WordKind.Comma) return i + 1 < end ? i + 1 : first;
            if (!prose.Words[i].IsWordOrNumber || prose.UposOf(i) is "VERB" or "AUX") break;
        }

        return first;
    }

    // "The president answers the telephone", "will speak with his guest": a verb of speech that says nothing.
    private static bool HasClause(Prose prose, int verb, int end)
    {
        IReadOnlyList<Token> tokens = prose.Source.Tokens;
        // Half of what such verbs take is told: "stressed the levy", and seldom "answers the telephone" (40 of 100).
        bool takesObject = prose.Words[verb].Entry?.Verb?.Rate(Frame.Object) >= 0.5f;
        for (int i = verb + 1; i < end; i++)
        {
            if (prose.Words[i].Kind is WordKind.Colon or WordKind.QuotationMark || prose.Words[i].Quotation >= 0 && prose.Words[verb].Quotation < 0) return true;
            if (tokens[prose.Words[i].Token] is { Relation: { } relation } token && token.Head == prose.Words[verb].Token && (relation is "ccomp" or "xcomp" || (relation == "obj" && token.Upos == "NOUN" && takesObject))) return true;
        }

        return false;
    }

    // The noun phrase that opens a clause: everything before its first verb.
    private static WordRange SubjectAt(Prose prose, int first, int limit)
    {
        int at = first;
        while (at < limit && (prose.Words[at].IsWordOrNumber || (prose.Words[at].Kind == WordKind.Stop && prose.Words[at - 1].Is(Traits.Title))))
        {
            if (at > first && (CueFinder.IsAuxiliary(prose.Words[at]) || CueFinder.IsAdverb(prose, prose.Words[at]) || prose.UposOf(at) is "VERB" or "AUX" or "ADV")) break;
            if (at > first && prose.Words[at].Entry?.Verb is { IsOftenNoun: false } verb && verb.Has(VerbShapes.Past | VerbShapes.Third)) break;
            if (prose.Words[at].Is(Traits.Preposition | Traits.Subordinator | Traits.Coordinator) && !prose.Words[at].Capital) return WordRange.None;
            at++;
        }

        return at > first && at < limit && prose.Words[at].IsWordOrNumber ? new WordRange(first, at) : WordRange.None;
    }

    // "Arden on 3 May gave terms": when it was may stand before what was done.
    private static int AfterTime(Prose prose, int at, int end)
    {
        int after = at;
        if (after < end && prose.Words[after].Is("on")) after++;
        while (after < end && after < at + 4 && (prose.Words[after].Is(Traits.Month | Traits.Weekday | Traits.Time) || (prose.Words[after].IsWordOrNumber && char.IsAsciiDigit(prose.Text[prose.Words[after].Span.Start])))) after++;
        return after > at + 1 ? after : at;
    }

    // Those whose trade it is to tell what others say: institutes, analysts, observers.
    private static bool IsObserver(Prose prose, WordRange source)
    {
        for (int i = source.First; i < source.End; i++)
        {
            string word = prose.Words[i].Span.In(prose.Text);
            if (word.ToLowerInvariant() is "institute" or "centre" or "center" or "think-tank" or "analyst" or "analysts" or "observers" or "experts" or "article" or "report" or "transcript") return true;
            // "ISS": initials.
            if (i == source.First && word.Length is >= 2 and <= 5 && word.All(char.IsUpper)) return true;
        }

        return false;
    }

    // A spokesman hands on what his principal says; a paper is believed to only where the verb is surely one of speech.
    private static bool Tells(ReportingVerb? verb, bool forOthers) => verb is { IsSpeech: true } && (forOthers || verb.Rate(Frame.That) >= 0.7f);

    // "was ready to", "was of the opinion": attitudes without a verb.
    private static bool IsReady(Prose prose, int word) =>
        prose.Words[word - 1].Is(Traits.Be) && (prose.Words[word].Span.Of(prose.Text) is "ready" or "prepared" or "willing" or "of")
        || Holds(prose, word)
        || prose.Words[word].Span.Of(prose.Text) is "accepts" or "accepted" or "agreed" or "agrees" or "proposed" or "suggested" or "warned" or "wants";

    // "Left open", "ruled out", "gave terms", "set conditions", "expressed a willingness": a position taken, told with a verb that is none of speech.
    private static bool Holds(Prose prose, int word)
    {
        string verb = Addressees.LemmaOf(prose, word);
        if (word + 1 >= prose.Words.Count) return false;
        if (verb is "leave" && prose.Words[word + 1].Span.Of(prose.Text) is "open") return true;
        if (verb is "lay" or "set" or "spell" or "make" && prose.Words[word + 1].Span.Of(prose.Text) is "out" or "clear" or "plain") return true;
        if (verb is "rule" && prose.Words[word + 1].Span.Of(prose.Text) is "out") return true;
        bool shows = verb is "express" or "voice" or "signal" or "show" or "reaffirm";
        if (!shows && verb is not ("give" or "set" or "name" or "list" or "put" or "lay")) return false;
        for (int i = word + 1; i < prose.Words.Count && i <= word + 4 && prose.Words[i].IsWordOrNumber; i++)
        {
            if ((shows ? Attitudes : Terms).Contains(prose.Words[i].Span.In(prose.Text))) return true;
        }

        return false;
    }
}
