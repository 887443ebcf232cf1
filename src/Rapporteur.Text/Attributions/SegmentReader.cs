namespace Rapporteur.Text.Attributions;

/// <summary>Finds the attributions of one segment: verb by verb, then "according to".</summary>
internal sealed class SegmentReader(Prose prose, Segment segment)
{
    // Below these rates a verb is left alone. Chosen on the tuning part of PolNeAR; lower finds more and errs more.
    private const float LeastSpeechRate = 0.4f;
    private const float LeastRate = 0.5f;

    // An object that a verb of speech takes less often than this may be no speech at all ("will not admit observers"); set by reading.
    private const float SureOfObject = 0.6f;

    private readonly List<Cue> _cues = CueFinder.Find(prose, segment);
    private readonly List<Draft> _found = [];
    private int _claimed = segment.First; // first word that no content has taken yet

    /// <summary>The attributions found, in text order.</summary>
    public List<Draft> Read()
    {
        foreach (Cue cue in _cues)
        {
            if (cue.First < _claimed || cue.IsPassive) continue;
            if (ReadVerb(cue) is { } draft) _found.Add(draft);
        }

        AccordingTo.Read(prose, segment, _found);
        return _found;
    }

    private Draft? ReadVerb(Cue cue)
    {
        List<Word> words = prose.Words;
        Continuation after = ClauseReader.After(prose, segment, cue.End, cue.Verb);
        bool contentBefore = cue.First > _claimed && (words[cue.First - 1].Quotation >= 0 || words[cue.First - 1].Kind == WordKind.Comma);
        if (contentBefore && cue.Verb.IsSpeech && cue.Verb.Rate(Frame.End) >= 0.4f && after.Frame == Frame.Object && (words[cue.First - 1].Quotation >= 0 || (cue.First - 2 > segment.First && TellsBehind(cue.Verb))))
        {
            // "…", said Arden.
            WordRange speaker = SourceFinder.After(prose, cue.End, segment.End);
            if (!speaker.IsEmpty && EndsThere(speaker.End) && Left(cue.First, "inverted", cue, speaker) is { } inverted) return inverted;
        }

        WordRange source = SourceFinder.Before(prose, _claimed, cue.First);
        if (!source.IsEmpty && words[source.First].Is("which")) return null;
        if (!source.IsEmpty && cue.Verb.IsSpeech && after.Frame == Frame.End) GiveBack(source);
        Draft? shared = null;
        if (source.IsEmpty)
        {
            shared = _found.LastOrDefault(d => !d.Source.IsEmpty);
            if (shared is not null) source = shared.Source;
            else if (cue.First > segment.First) source = FirstSubject(cue.First);
        }

        float rate = cue.Verb.Rate(after.Frame);
        if (!source.IsEmpty && source.First > _claimed && shared is null && cue.Verb.IsSpeech && Left(source.First, "after", cue, source) is { } before
            && (after.Frame is Frame.End || (after.Frame is Frame.Quotation && before.HasQuotation) || EndsInQuotation(source.First - 1)))
        {
            before.Rate = cue.Verb.Rate(Frame.End);
            before.Addressee = after.Addressee;
            if (after.Frame is Frame.Quotation) AddQuotation(before, words[after.First].Quotation);
            Claim(after.Frame is Frame.Quotation ? EndOfQuotation(after.First) : cue.End);
            return before;
        }

        if (IsTerm(cue, source, after)) return null;
        if (rate < (cue.Verb.IsSpeech ? LeastSpeechRate : LeastRate) || after.Frame == Frame.End || (source.IsEmpty && cue.First > segment.First)) return null;
        return Right(cue, source, after, rate);
    }

    // "Norland will not admit observers, Arden declared": what looked like a cue of its own, with an object, is part of what she declares.
    private void GiveBack(WordRange source)
    {
        if (_found is not [.., { Rule: "verb-object", HasQuotation: false } within] || within.Rate >= SureOfObject || within.Source.IsEmpty || source.First != _claimed + 1 || prose.Words[_claimed].Kind != WordKind.Comma) return;
        _found.RemoveAt(_found.Count - 1);
        _claimed = _found.Count == 0 ? segment.First : within.Source.First;
    }

    /// <summary>True for verbs that give a thing a name: "call", "describe".</summary>
    internal static bool Names(ReportingVerb verb) => verb.Lemma is "call" or "describe" or "characterize" or "characterise" or "term" or "dub" or "label" or "brand" or "refer" or "consider" or "deem" or "see" or "regard" or "view";

    // "What Norland calls a 'rescue'": a term at arm's length is no statement.
    private bool IsTerm(Cue cue, WordRange source, Continuation after)
    {
        List<Word> words = prose.Words;
        if (!Names(cue.Verb)) return false;
        int before = source.IsEmpty ? cue.First - 1 : source.First - 1;
        if (before < segment.First || !(words[before].Is("what") || words[before].Is("which"))) return false;
        for (int i = after.First; i < segment.End && i < after.First + 5; i++)
        {
            if (words[i].Quotation >= 0) return true;
        }

        return false;
    }

    private Draft? Right(Cue cue, WordRange source, Continuation after, float rate)
    {
        List<Word> words = prose.Words;
        int end = ClauseReader.End(prose, segment, after.First, _cues, after.Frame);
        if (end <= after.First) return null;
        Draft draft = new() { Rule = "verb-" + after.Frame.ToString().ToLowerInvariant(), Segment = segment, Source = source, Cue = new WordRange(cue.First, cue.End), Verb = cue.Verb, Addressee = after.Addressee, Rate = rate };
        int quotation = words[after.First].Quotation;
        int closed = quotation >= 0 ? EndOfQuotation(after.First) : -1;
        if (quotation >= 0 && (closed >= end || words[closed].Kind is WordKind.Comma or WordKind.Stop || Shapes.IsWhole(prose, prose.Quotations[quotation])))
        {
            AddQuotation(draft, quotation);
            Claim(closed);
        }
        else
        {
            while (end > after.First && words[end - 1].Kind is WordKind.Comma or WordKind.Dash && words[end - 1].Quotation < 0) end--;
            if (end <= after.First) return null;
            draft.Content.Add(prose.SpanOf(after.First, end));
            draft.HasQuotation = Shapes.HasQuotation(prose, after.First, end);
            Claim(end);
        }

        return draft;
    }

    // Content that stands before the source or the inverted verb at 'end'.
    private Draft? Left(int end, string rule, Cue cue, WordRange source)
    {
        List<Word> words = prose.Words;
        int last = end - 1;
        if (last < _claimed) return null;
        Draft draft = new() { Rule = rule, Segment = segment, Source = source, Cue = new WordRange(cue.First, cue.End), Verb = cue.Verb };
        if (words[last].Kind == WordKind.Comma && words[last].Quotation < 0) last--;
        else if (words[last].Quotation < 0) return null;
        if (last < _claimed) return null;
        int first = Math.Max(_claimed, segment.First);
        while (first <= last && words[first] is { Quotation: < 0 } opening && (opening.Is(Traits.Coordinator) || !opening.IsWordOrNumber && opening.Kind != WordKind.OpenBracket)) first++;
        if (first > last) return null;
        int quotation = words[last].Quotation;
        if (quotation >= 0)
        {
            int opens = prose.WordAt(prose.Quotations[quotation].Outer.Start);
            if (opens <= first || words[opens - 1].Kind is WordKind.Colon or WordKind.Comma || Shapes.IsWhole(prose, prose.Quotations[quotation]) && words[opens - 1].Kind != WordKind.Word)
            {
                AddQuotation(draft, quotation);
                Claim(Math.Max(cue.End, source.End));
                return draft;
            }
        }
        else if (words[first].Is(Traits.Opening) && last - first < 8 || last - first < 2)
        {
            return null; // "In the capital, he said …"
        }

        draft.Content.Add(prose.SpanOf(first, last + 1));
        draft.HasQuotation = Shapes.HasQuotation(prose, first, last + 1);
        Claim(Math.Max(cue.End, source.End));
        return draft;
    }

    // A quotation closes right before the source, and leads over to it with a comma or ends like a sentence.
    private bool EndsInQuotation(int word)
    {
        int quotation = prose.Words[word].Quotation;
        if (quotation < 0) return false;
        QuotedSpan span = prose.Quotations[quotation];
        return prose.Text[span.Inner.End - 1] == ',' || Shapes.IsWhole(prose, span);
    }

    // Verbs that stand inverted behind a clause without marks: "The bridge will open, said Arden".
    private static bool TellsBehind(ReportingVerb verb) => verb.Lemma is "say" or "report" or "write" or "add" or "note" or "reply" or "insist" or "explain";

    private bool EndsThere(int at) =>
        at >= segment.End || prose.Words[at].Quotation >= 0 || !prose.Words[at].IsWordOrNumber || prose.Words[at].Is(Traits.Preposition | Traits.Time | Traits.Subordinator | Traits.Coordinator | Traits.Adverb);

    // The subject of the clause that opens the segment, for "Arden spoke on Monday, saying that".
    private WordRange FirstSubject(int before)
    {
        List<Word> words = prose.Words;
        int at = segment.First;
        if (words[at].Is(Traits.Opening))
        {
            while (at < before && words[at].Kind != WordKind.Comma) at++;
            at++;
        }

        if (at >= before || words[at].Quotation >= 0) return WordRange.None;
        WordRange subject = SourceFinder.After(prose, at, before);
        return subject.End - subject.First > 12 ? WordRange.None : subject;
    }

    private int EndOfQuotation(int word)
    {
        int quotation = prose.Words[word].Quotation;
        while (word < segment.End && prose.Words[word].Quotation == quotation) word++;
        return word;
    }

    private void AddQuotation(Draft draft, int quotation)
    {
        draft.Content.Add(Shapes.Trimmed(prose, prose.Quotations[quotation].Inner));
        draft.HasQuotation = true;
    }

    private void Claim(int end) => _claimed = Math.Max(_claimed, end);
}
