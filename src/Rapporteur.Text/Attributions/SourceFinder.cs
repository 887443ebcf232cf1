namespace Rapporteur.Text.Attributions;

/// <summary>A stretch of words: from <see cref="First"/> to just before <see cref="End"/>.</summary>
internal readonly record struct WordRange(int First, int End)
{
    public bool IsEmpty => End <= First;

    public static WordRange None => new(0, 0);
}

/// <summary>Finds who speaks: the subject before a cue, the noun phrase after an inverted one.</summary>
internal static class SourceFinder
{
    // Longer stretches before a verb are no noun phrase (train: 99 % of sources in front of their cue have at most 30 words).
    private const int LongestSource = 30;

    /// <summary>The noun phrase that ends just before <paramref name="end"/>; empty when there is none.</summary>
    /// <param name="prose">The text.</param>
    /// <param name="limit">First word that may belong to it.</param>
    /// <param name="end">Index after its last word: the beginning of the verb group.</param>
    public static WordRange Before(Prose prose, int limit, int end)
    {
        limit = Math.Max(limit, end - LongestSource);
        int last = end - 1;
        if (last < limit) return WordRange.None;
        List<Word> words = prose.Words;
        if (words[last].Is(Traits.Relative) && !words[last].Is("that")) return new WordRange(last, end);
        if (words[last].Kind == WordKind.CloseBracket)
        {
            int open = last;
            while (open > limit && words[open].Kind != WordKind.OpenBracket) open--;
            WordRange inner = Before(prose, limit, open);
            return inner.IsEmpty ? inner : inner with { End = end };
        }

        if (words[last].Kind is WordKind.Comma or WordKind.Dash)
        {
            // "Arden, the chancellor, said": what stands between the two commas explains what stands before them.
            int comma = last - 1;
            while (comma > limit && words[comma].Kind != words[last].Kind && words[comma].Quotation < 0) comma--;
            if (comma <= limit || words[comma].Kind != words[last].Kind || last - comma < 2) return WordRange.None;
            if (words[comma + 1].Is(Traits.Coordinator | Traits.Subordinator) && !words[comma + 1].Is(Traits.Relative)) return WordRange.None;
            WordRange head = Simple(prose, limit, comma);
            return head.IsEmpty || words[head.First].Is(Traits.Opening) ? WordRange.None : head with { End = end };
        }

        return Simple(prose, limit, end);
    }

    /// <summary>The noun phrase that begins at <paramref name="first"/> (after "said", "according to", "by"); empty when there is none.</summary>
    /// <param name="prose">The text.</param>
    /// <param name="first">Its first word.</param>
    /// <param name="limit">First word that cannot belong to it.</param>
    /// <param name="quoted">True to read words in quotation marks too.</param>
    public static WordRange After(Prose prose, int first, int limit, bool quoted = false)
    {
        List<Word> words = prose.Words;
        limit = Math.Min(limit, first + LongestSource);
        int at = first;
        while (at < limit && words[at] is { Kind: WordKind.Word or WordKind.Number } word && (quoted || word.Quotation < 0))
        {
            if (at > first)
            {
                if (CueFinder.IsAuxiliary(word) || word.Is(Traits.Subordinator) || (word.Entry?.Verb is { } verb && !word.Capital && (verb.Has(VerbShapes.Past) || (verb.Has(VerbShapes.Ing | VerbShapes.Third) && !verb.IsOftenNoun)))) break;
                // "Arden later praised": a name is over where small letters begin.
                if (words[at - 1].Capital && !words[at - 1].Is(Traits.Determiner | Traits.Possessive | Traits.Title) && !word.Capital && !word.Is("and") && !word.IsGenitive && (word.Is(Traits.Adverb) || word.Entry is null && !IsTitleLike(words, first, at))) break;
                if (word.Is(Traits.Time) && !words[at - 1].Is("of")) break;
                if (word.Is(Traits.Coordinator) && !(at + 1 < limit && words[at + 1].Capital) && !word.Is("and")) break;
                if (word.Is(Traits.Preposition) && !word.Is("of") && !word.Is("for") && !word.Is("from") && !(word.Is("at") || word.Is("in") || word.Is("with"))) break;
                if ((word.Is("in") || word.Is("with") || word.Is("at")) && (at + 1 >= limit || words[at + 1].Is(Traits.Determiner | Traits.Spoken | Traits.Time | Traits.Possessive))) break;
            }
            else if (!StartsNounPhrase(word))
            {
                return WordRange.None;
            }

            at++;
            if (word.Is(Traits.Title) && at < limit && words[at].Kind == WordKind.Stop && prose.Text[words[at].Span.Start] == '.') at++;
            else if (word.Span.Length == 1 && word.Capital && at + 1 < limit && words[at].Kind == WordKind.Stop && words[at + 1].Capital) at++;
        }

        while (at > first && words[at - 1].Is(Traits.Coordinator | Traits.Preposition | Traits.Adverb)) at--;
        return new WordRange(first, at);
    }

    /// <summary>True when a noun phrase can begin with the word.</summary>
    public static bool StartsNounPhrase(Word word) =>
        word.IsWordOrNumber && !word.IsGenitive && !word.Is(Traits.Auxiliary | Traits.Coordinator | Traits.Negation)
        && (word.Capital || word.Is(Traits.Determiner | Traits.Possessive | Traits.Pronoun | Traits.Person | Traits.Body | Traits.Media | Traits.Title)
            || !word.Is(Traits.Preposition | Traits.Subordinator | Traits.Adverb | Traits.Opening));

    // "the Norlandic opposition leader": a capital letter that belongs to an adjective.
    private static bool IsTitleLike(List<Word> words, int first, int at) => words[first].Is(Traits.Determiner | Traits.Possessive) || at - first > 3;

    private static WordRange Simple(Prose prose, int limit, int end)
    {
        List<Word> words = prose.Words;
        int first = end;
        while (first > limit && Belongs(words[first - 1], first > limit + 1 ? words[first - 2] : default))
        {
            if (words[first - 1].Is(Traits.Coordinator) && !Joins(prose, limit, first - 1)) break;
            first--;
        }

        while (end > first && words[end - 1].Is(Traits.Adverb | Traits.Time)) end--;

        // "the day after the ministry announced": what says when is not the speaker.
        for (int i = end - 2; i > first; i--)
        {
            if (!words[i].Is(Traits.Subordinator) || !words[i].Is(Traits.Preposition)) continue;
            first = i + 1;
            break;
        }

        // "On Thursday Arden said": what opens the clause is not the speaker.
        int from = first;
        while (from < end && (words[from].Is(Traits.Opening | Traits.Adverb | Traits.Coordinator | Traits.Subordinator) || words[from].Is(Traits.Weekday | Traits.Month) || words[from].Kind is WordKind.Number && from + 1 < end && from > first)) from++;
        // "With Norland insisting on" names its subject right away.
        if (from > first && from < end && words[first].Is(Traits.Opening) && !words[first].Is("with") && !words[first].Is(Traits.Subordinator) && !words[from - 1].Is(Traits.Weekday | Traits.Month) && words[from - 1].Kind != WordKind.Number)
        {
            // "In the capital the minister said": keep the last noun phrase that a determiner, a name or a pronoun begins.
            int start = end - 1;
            while (start > from && !words[start].Is(Traits.Determiner | Traits.Possessive | Traits.Subject)) start--;
            from = start > from ? start : end;
        }

        return from >= end || !StartsNounPhrase(words[from]) ? WordRange.None : new WordRange(from, end);
    }

    private static bool Belongs(Word word, Word before)
    {
        if (word.Quotation >= 0) return false;
        if (word.Kind == WordKind.Stop) return before.Is(Traits.Title) || (before.Capital && before.Span.Length == 1);
        if (!word.IsWordOrNumber) return false;
        if (word.Is(Traits.Subordinator) && !word.Is(Traits.Preposition)) return false;
        if (CueFinder.IsAuxiliary(word)) return false;
        return word.Entry?.Verb is not { } verb || word.Capital || verb.IsOftenNoun || before.Is(Traits.Determiner | Traits.Possessive) || !verb.Has(VerbShapes.Past | VerbShapes.Third);
    }

    // "Arden and Bray said" joins two subjects; "the talks ended and Bray said" joins two clauses.
    private static bool Joins(Prose prose, int limit, int and)
    {
        for (int i = and - 1; i >= limit; i--)
        {
            Word word = prose.Words[i];
            if (word.Kind is WordKind.Comma or WordKind.Stop or WordKind.Semicolon or WordKind.Colon) return i != and - 1;
            if (CueFinder.IsAuxiliary(word)) return false;
            if (prose.UposOf(i) == "VERB") return false;
            if (prose.UposOf(i) is null && !word.Capital && word.Kind == WordKind.Word && prose.Text.AsSpan(0, word.Span.End).EndsWith("ed", StringComparison.Ordinal)) return false;
        }

        return true;
    }
}
