namespace Rapporteur.Text.Attributions;

/// <summary>What follows a verb group.</summary>
/// <param name="Frame">The kind of it.</param>
/// <param name="First">Index of the first word of the content.</param>
/// <param name="Addressee">Who stands between the verb and the content: "told the deputies that".</param>
internal readonly record struct Continuation(Frame Frame, int First, WordRange Addressee);

/// <summary>Finds where the clause that a cue governs begins and ends.</summary>
internal static class ClauseReader
{
    // Words that may stand between a verb and its "that" or quotation: "said on Monday in an interview with the paper that".
    private const int LongestAdjunct = 18;

    /// <summary>Looks at what follows a verb group.</summary>
    public static Continuation After(Prose prose, Segment segment, int first, ReportingVerb verb)
    {
        List<Word> words = prose.Words;
        int at = first;
        while (at < segment.End && words[at] is { Quotation: < 0 } word && IsTime(word, at + 1 < segment.End ? words[at + 1] : default)) at++;
        Continuation? near = Starts(prose, segment, at, WordRange.None);
        if (near is { } found) return found;
        WordRange addressee = WordRange.None;
        bool tells = Tells(verb) && !words[at].Is(Traits.Preposition);
        if (tells || (words[at].Is("to") && at + 1 < segment.End && (words[at + 1].Capital || words[at + 1].Is(Traits.Determiner | Traits.Possessive | Traits.Media | Traits.Person | Traits.Pronoun))))
        {
            addressee = SourceFinder.After(prose, tells ? at : at + 1, segment.End);
        }

        int limit = Math.Min(segment.End, at + LongestAdjunct);
        bool adjunct = !addressee.IsEmpty || (words[at].Is(Traits.Preposition) && !words[at].Is("to") && !words[at].Is("of") && !words[at].Is("about") && !words[at].Is("for") && !words[at].Is("against"));
        for (int i = addressee.IsEmpty ? at + 1 : addressee.End; i < limit && adjunct; i++)
        {
            if (words[i].Kind is WordKind.Stop or WordKind.Semicolon && i == segment.End - 1) return new Continuation(Frame.End, i, addressee);
            if (words[i].Is("that") || words[i].Kind is WordKind.Colon || words[i].Quotation >= 0 || (words[i].Kind == WordKind.Comma && i + 1 < segment.End && words[i + 1].Quotation >= 0)
                || (!addressee.IsEmpty && i == addressee.End && words[i].Is(Traits.Question)))
            {
                if (words[i].Quotation >= 0 && words[i - 1].Kind is not (WordKind.Comma or WordKind.Colon) && addressee.IsEmpty) break;
                return Starts(prose, segment, i, addressee) ?? new Continuation(Frame.Object, i, addressee);
            }

            if (words[i].Kind is WordKind.Comma && i + 1 < segment.End && !tells) return new Continuation(Frame.End, i, addressee);
            if (CueFinder.IsAuxiliary(words[i])) break;
        }

        if (!addressee.IsEmpty && addressee.End < segment.End)
        {
            return Starts(prose, segment, addressee.End, addressee) ?? new Continuation(Frame.Object, tells ? addressee.End : at, addressee);
        }

        return words[at].Is("to") ? new Continuation(Frame.To, at, addressee) : new Continuation(Frame.Object, at, addressee);
    }

    /// <summary>Index after the last word of the clause that begins at <paramref name="first"/>.</summary>
    /// <param name="prose">The text.</param>
    /// <param name="segment">Where the clause ends at the latest.</param>
    /// <param name="first">First word.</param>
    /// <param name="cues">The verb groups of the segment: a clause ends before a coordinated one.</param>
    /// <param name="frame">What opened it.</param>
    public static int End(Prose prose, Segment segment, int first, List<Cue> cues, Frame frame)
    {
        List<Word> words = prose.Words;
        int stop = segment.End;
        while (stop > first && words[stop - 1] is { Kind: WordKind.Stop, Quotation: < 0 }) stop--;
        // "— which Norland calls a rescue —": what a dash opened, a dash closes.
        bool dashed = false;
        for (int i = segment.First; i < first; i++) dashed ^= words[i] is { Kind: WordKind.Dash, Quotation: < 0 };
        for (int i = first; i < stop; i++)
        {
            Word word = words[i];
            if (word.Quotation >= 0) continue;
            if (word.Kind == WordKind.Semicolon || (word.Kind == WordKind.Dash && i > first && dashed)) return i;
            int next = i + 1;
            if (next >= stop) break;
            if (word.Is("according") && words[next].Is("to")) return i;
            if (word.Kind == WordKind.Dash && StartsAttribution(prose, cues, next, i)) return i;
            if (word.Kind == WordKind.Comma)
            {
                if (ReporterGoesOn(words[next], frame)) return i;
                if (words[next].Is("according")) return i;
                if (words[next].Quotation < 0 && words[next].Entry?.Verb is { } verb && verb.Has(VerbShapes.Ing) && verb.IsSpeech && verb.Rate(Frame.That) >= 0.7f) return i;
                if (words[next].Is(Traits.Coordinator | Traits.Subordinator) && StartsAttribution(prose, cues, next + 1, i)) return i;
                if (StartsAttribution(prose, cues, next, i)) return i;
            }
            else if (word.Is(Traits.Coordinator) && cues.Exists(c => c.First == next && c.Verb.IsSpeech && c.Verb.Has(VerbShapes.Past) && i > first + 1))
            {
                return i;
            }
        }

        return stop;
    }

    // "Monday", "on Monday", "last week", "at 5".
    private static bool IsTime(Word word, Word next) =>
        word.Is(Traits.Time | Traits.Weekday | Traits.Unit) || (word.Kind == WordKind.Number && next.Is(Traits.Time | Traits.Unit)) || (word.Is("on") && next.Is(Traits.Weekday))
        || ((word.Is("last") || word.Is("this") || word.Is("next")) && next.Is(Traits.Unit | Traits.Weekday | Traits.Month));

    // "…, although no deal has been reached": behind an object or an infinitive the reporter takes over.
    private static bool ReporterGoesOn(Word word, Frame frame) =>
        frame is Frame.Object or Frame.To && (word.Is("although") || word.Is("though") || word.Is("while") || word.Is("whereas") || word.Is("but") || word.Is("as") || word.Is("even") || word.Is("despite") || word.Is("when"));

    private static Continuation? Starts(Prose prose, Segment segment, int at, WordRange addressee)
    {
        List<Word> words = prose.Words;
        if (at >= segment.End) return new Continuation(Frame.End, at, addressee);
        if (words[at].Quotation >= 0) return new Continuation(Frame.Quotation, at, addressee);
        if (words[at].Is("that")) return new Continuation(Frame.That, at, addressee);
        if (words[at].Kind is WordKind.Comma or WordKind.Colon)
        {
            if (at + 1 < segment.End && words[at + 1].Quotation >= 0) return new Continuation(Frame.Quotation, at + 1, addressee);
            return words[at].Kind == WordKind.Colon && at + 1 < segment.End ? new Continuation(Frame.That, at + 1, addressee) : new Continuation(Frame.End, at, addressee);
        }

        if (words[at].Kind is WordKind.Stop or WordKind.Semicolon or WordKind.CloseBracket) return new Continuation(Frame.End, at, addressee);
        if (words[at].Is(Traits.Question) && !words[at].Is("when")) return new Continuation(Frame.That, at, addressee);
        return null;
    }

    // A verb of speech with a subject of its own that begins here.
    private static bool StartsAttribution(Prose prose, List<Cue> cues, int at, int limit)
    {
        foreach (Cue cue in cues)
        {
            if (cue.First < at || cue.First > at + 12 || !cue.Verb.IsSpeech) continue;
            if (cue.First == at) return !cue.Verb.Has(VerbShapes.Ing);
            WordRange source = SourceFinder.Before(prose, limit + 1, cue.First);
            return source.First == at;
        }

        return false;
    }

    private static bool Tells(ReportingVerb verb) =>
        verb.Lemma is "tell" or "inform" or "assure" or "remind" or "warn" or "ask" or "urge" or "persuade" or "convince" or "notify" or "advise" or "caution" or "reassure" or "brief" or "beg" or "implore";
}
