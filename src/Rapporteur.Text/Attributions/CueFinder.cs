namespace Rapporteur.Text.Attributions;

/// <summary>Finds the verb groups of a segment whose verb is known to attribute.</summary>
/// <remarks>
/// Verbs inside quotation marks are left alone: what is quoted is the speaker's affair. Without part-of-speech tags a word that is
/// also a noun ("claim", "reports") counts as a verb only after a subject pronoun, an auxiliary, an adverb or a name.
/// </remarks>
internal static class CueFinder
{
    /// <summary>The verb groups, in text order.</summary>
    public static List<Cue> Find(Prose prose, Segment segment)
    {
        List<Cue> cues = [];
        for (int i = segment.First; i < segment.End; i++)
        {
            Word word = prose.Words[i];
            if (word.Quotation >= 0 || word.Entry is not { } entry || (entry.Verb is null && entry.Phrases.Count == 0)) continue;
            int end = i + 1;
            ReportingVerb? verb = Phrasal(prose, segment, entry, ref end) ?? entry.Verb;
            if (verb is null || !IsVerb(prose, segment, i, verb)) continue;
            int first = i;
            bool be = false;
            while (first > segment.First && prose.Words[first - 1] is { Quotation: < 0 } before && (IsAuxiliary(before) || IsAdverb(prose, before)))
            {
                first--;
                be |= before.Is(Traits.Be);
            }

            // "Also, he said": adverbs at the left end belong to the clause, not to the verb.
            while (first < i && prose.Words[first].Is(Traits.Time)) first++;
            bool passive = be && verb.Has(VerbShapes.Participle) && !verb.Has(VerbShapes.Ing);
            cues.Add(new Cue(first, end, verb, passive));
        }

        return cues;
    }

    /// <summary>True for an auxiliary or a negation.</summary>
    public static bool IsAuxiliary(Word word) => word.Is(Traits.Auxiliary | Traits.Negation);

    /// <summary>True for a listed adverb or a word in -ly.</summary>
    public static bool IsAdverb(Prose prose, Word word) =>
        word.Is(Traits.Adverb) || (word.Kind == WordKind.Word && !word.Capital && word.Entry is null && word.Span.Length > 4 && prose.Text.AsSpan(0, word.Span.End).EndsWith("ly", StringComparison.Ordinal));

    private static ReportingVerb? Phrasal(Prose prose, Segment segment, Lexicon.Entry entry, ref int end)
    {
        foreach (Lexicon.PhrasalCue phrase in entry.Phrases)
        {
            int length = phrase.Words.Length, k = 0;
            while (k < length && end + k < segment.End && prose.Words[end + k].Quotation < 0 && prose.Words[end + k].Is(phrase.Words[k])) k++;
            if (k < length) continue;
            end += length;
            return phrase.Verb;
        }

        return null;
    }

    private static bool IsVerb(Prose prose, Segment segment, int i, ReportingVerb verb)
    {
        Word before = i > segment.First ? prose.Words[i - 1] : default;
        if (before.Is(Traits.Determiner | Traits.Possessive) || before.IsGenitive) return false;
        if (before.Is("to")) return i > segment.First + 1 && prose.Words[i - 2].Is("on");
        // The tagger settles words that can be nouns, but takes some participles for nouns ("…, warning that") and misses verbs in headlines.
        bool thatFollows = i + 1 < segment.End && prose.Words[i + 1].Is("that");
        if (verb.IsOftenNoun && !thatFollows && prose.UposOf(i) is { } upos) return upos == "VERB";
        if (verb.Has(VerbShapes.Ing)) return !before.Is("of");
        if (before.Is(Traits.Preposition) && !before.Is("as")) return false;
        bool ambiguous = verb.IsOftenNoun && !verb.Has(VerbShapes.Past | VerbShapes.Participle);
        if (!ambiguous) return !verb.Has(VerbShapes.Base) || verb.Has(VerbShapes.Past) || FitsBase(before);
        Word after = i + 1 < segment.End ? prose.Words[i + 1] : default;
        bool clauseFollows = after.Is("that") || after.Kind is WordKind.QuotationMark || after.Is(Traits.Question);
        return before.Is(Traits.Subject | Traits.Auxiliary | Traits.Relative | Traits.Adverb) || (clauseFollows && before.Kind == WordKind.Word && before.Entry?.Verb is null)
            || (before.Capital && after.Is(Traits.Pronoun | Traits.Determiner | Traits.Possessive));
    }

    // A bare form has a plural subject, an auxiliary or a pronoun before it.
    private static bool FitsBase(Word before) =>
        before.Kind == WordKind.Word && (before.Is(Traits.Auxiliary | Traits.Subject | Traits.Relative | Traits.Adverb | Traits.Person | Traits.Negation) || before.Entry is null);
}
