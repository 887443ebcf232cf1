namespace Rapporteur.Text.Attributions.Speakers;

/// <summary>Reads subjects from the dependency tree, where a finder left the source out or took too much.</summary>
internal static class Subjects
{
    // "He came, sat down and said": further up the clause is another one.
    private const int StepsUp = 3;

    // A noun phrase before its head: "the newly elected Norlandic prime minister".
    private const int LongestFront = 8;

    /// <summary>The subject of a cue whose source was not found: shared with another verb, or inverted behind the cue; empty when it has none.</summary>
    public static WordRange OfCue(Prose prose, Saying saying)
    {
        WordRange shared = Shared(prose, saying);
        return shared.IsEmpty ? Inverted(prose, saying) : shared;
    }

    // "Bridge to Open in May, Says Arden": nothing but a name between the cue and the end of the line.
    private static WordRange Inverted(Prose prose, Saying saying)
    {
        if (saying.CueWords.IsEmpty || saying.CueWords.First == saying.Segment.First) return WordRange.None;
        int first = saying.CueWords.End, end = first;
        while (end < saying.Segment.End && prose.Words[end] is { IsWordOrNumber: true, Capital: true, Quotation: < 0 } word && !saying.IsContent(word.Span.Start)) end++;
        bool last = end == saying.Segment.End || (end == saying.Segment.End - 1 && prose.Words[end].Kind == WordKind.Stop);
        return last && end > first && end - first <= LongestInverted ? new WordRange(first, end) : WordRange.None;
    }

    // "Says Norlandic Prime Minister Mira Arden".
    private const int LongestInverted = 6;

    /// <summary>The subject that a cue without one shares with the verb it depends on ("Arden rose and said", "calling it a mistake"); empty when it has none.</summary>
    public static WordRange Shared(Prose prose, Saying saying)
    {
        if (saying.Cue < 0 || prose.UposOf(saying.Cue) != "VERB") return WordRange.None;
        IReadOnlyList<Token> tokens = prose.Source.Tokens;
        int verb = prose.Words[saying.Cue].Token;
        // "It was reported that": whoever did it is not told.
        if (SubjectOf(prose, saying, verb, out bool passive) >= 0 || passive) return WordRange.None;
        for (int steps = 0; steps < StepsUp && tokens[verb].Head >= 0; steps++)
        {
            if (tokens[verb].Relation is not ("conj" or "advcl" or "xcomp" or "parataxis")) return WordRange.None;
            verb = tokens[verb].Head;
            int subject = SubjectOf(prose, saying, verb, out passive);
            if (subject >= 0) return Phrase(prose, saying.Segment.First, subject);
        }

        return WordRange.None;
    }

    /// <summary>A source without what stands before its subject and a comma or bracket: "Meeting Hald, the chancellor" → "the chancellor".</summary>
    public static WordRange Trimmed(Prose prose, WordRange source, int cue)
    {
        source = WithoutDateline(prose, source);
        if (cue < 0) return source;
        source = BeforeVerb(prose, source, cue);
        int subject = -1;
        for (int i = source.First; i < source.End; i++)
        {
            Token token = prose.Source.Tokens[prose.Words[i].Token];
            if (token.Head == prose.Words[cue].Token && token.Relation == "nsubj") subject = i;
        }

        // "To the Herald the mayor said": the tree's subject, without whom the words were said to.
        if (subject > source.First && prose.Words[source.First].Is(Traits.Preposition) && Phrase(prose, source.First + 1, subject) is { } phrase && phrase.First > source.First + 1) return phrase with { End = source.End };
        // Where the tree has no subject: a participle or a preposition opens no noun phrase.
        if (subject < 0 && prose.UposOf(source.First) is "VERB" or "ADP") subject = source.End - 1;
        for (int i = subject - 1; i >= source.First; i--)
        {
            if (prose.Words[i].Kind is WordKind.Comma or WordKind.CloseBracket) return source with { First = i + 1 };
        }

        return source;
    }

    // "Arden Thanks Hald, Promises Aid": in a headline the two verbs share the one who stands before the first.
    private static WordRange BeforeVerb(Prose prose, WordRange source, int cue)
    {
        if (cue < source.End || !prose.IsTitleCase(source.First)) return source;
        for (int i = source.First + 1; i + 1 < source.End; i++)
        {
            if (prose.Words[i].Entry?.Verb is { IsOftenNoun: false } verb && verb.Has(VerbShapes.Third)) return source with { End = i };
        }

        return source;
    }

    /// <summary>A source without the dateline in front of it: "TALMAR, 3 May (Herald) – Mira Arden", and what is left of it, "Herald) Mira Arden".</summary>
    public static WordRange WithoutDateline(Prose prose, WordRange source)
    {
        int open = 0;
        for (int i = source.First; i + 1 < source.End; i++)
        {
            WordKind kind = prose.Words[i].Kind;
            if (kind == WordKind.OpenBracket) open++;
            bool ends = (kind == WordKind.CloseBracket && open == 0) || (kind == WordKind.Dash && i > source.First && prose.Words[i - 1].Kind == WordKind.CloseBracket);
            if (kind == WordKind.CloseBracket && open > 0) open--;
            if (ends) source = source with { First = i + 1 };
        }

        return source;
    }

    private static int SubjectOf(Prose prose, Saying saying, int verb, out bool passive)
    {
        passive = false;
        int found = -1;
        for (int i = saying.Segment.First; i < saying.Segment.End; i++)
        {
            Token token = prose.Source.Tokens[prose.Words[i].Token];
            if (token.Head != verb || token.Relation is null) continue;
            if (token.Relation is "nsubj:pass" or "aux:pass" or "expl") passive = true;
            else if (token.Relation == "nsubj" && prose.Words[i].Quotation < 0 && !saying.IsContent(prose.Words[i].Span.Start)) found = i;
        }

        return found;
    }

    /// <summary>The noun phrase around a head.</summary>
    /// <param name="prose">The text.</param>
    /// <param name="limit">Index of the first word it may begin with.</param>
    /// <param name="head">Index of its head.</param>
    public static WordRange Phrase(Prose prose, int limit, int head)
    {
        IReadOnlyList<Token> tokens = prose.Source.Tokens;
        int token = prose.Words[head].Token, first = head, end = head + 1;
        while (first > limit && head - first < LongestFront && tokens[prose.Words[first - 1].Token] is var before && before.Relation is "det" or "amod" or "compound" or "nmod:poss" or "flat" or "nummod" or "case" && (before.Head == token || prose.Words[first - 1].IsGenitive || (before.Head >= 0 && tokens[before.Head].Head == token))) first--;
        while (end < prose.Words.Count && tokens[prose.Words[end].Token] is { Relation: { } relation } after && after.Head == token && relation.StartsWith("flat", StringComparison.Ordinal)) end++;
        return new WordRange(first, end);
    }
}
