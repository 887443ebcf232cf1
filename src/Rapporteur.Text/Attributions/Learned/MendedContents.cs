using Rapporteur.Text.Attributions.Speakers;

namespace Rapporteur.Text.Attributions.Learned;

/// <summary>Sets right what the fields leave of a content where the sentence tells plainly how far it goes.</summary>
internal static class MendedContents
{
    // "LINDHAVEN, Norland, 3 May 2025 (Herald) —": longer openings are no dateline.
    private const int LongestDateline = 14;

    // Words of a clause at least.
    private const int LeastClause = 3;

    // From a word up to the clause it belongs to.
    private const int StepsUp = 12;

    /// <summary>Mends one draft.</summary>
    /// <param name="text">The text.</param>
    /// <param name="draft">What was found.</param>
    /// <param name="all">Everything that was found, so that nothing is taken from another.</param>
    public static void Mend(ReadText text, Draft draft, IReadOnlyList<Draft> all)
    {
        if (draft.Content.Count == 0) return;
        draft.Content.Sort();
        WithoutDateline(text.Prose, draft);
        TakeVerb(text, draft);
        TakeParticle(text, draft);
        GoAround(text, draft);
        TakeClauseBefore(text, draft, all);
        GoOn(text, draft, all);
        PointBack(text, draft, all);
    }

    // "LINDHAVEN, 3 May (Herald) — The harbour is open, she said": the place and the paper are not her words.
    private static void WithoutDateline(Prose prose, Draft draft)
    {
        int first = prose.WordAt(draft.Content[0].Start);
        if (first >= prose.Words.Count || prose.Words[first].Quotation >= 0 || prose.SegmentAt(first) is var segment && prose.Segments[segment].First != first) return;
        string opening = prose.Words[first].Span.In(prose.Text);
        if (opening.Length < 3 || opening.Any(char.IsLower) || !opening.Any(char.IsLetter)) return;
        for (int i = first + 1; i < prose.Words.Count && i < first + LongestDateline && prose.Words[i].Span.End < draft.Content[0].End; i++)
        {
            Word word = prose.Words[i];
            if (word.Quotation >= 0 || (word.Kind == WordKind.Word && !word.Capital && prose.Words[i - 1].Kind != WordKind.Stop && !word.Is(Traits.Preposition | Traits.Determiner | Traits.Coordinator))) return;
            if (word.Kind != WordKind.Dash || i + 1 == prose.Words.Count || prose.Words[i - 1].Span.End == word.Span.Start && prose.Words[i + 1].Span.Start == word.Span.End) continue;
            draft.Content[0] = draft.Content[0] with { Start = prose.Words[i + 1].Span.Start };
            return;
        }
    }

    // "Did | not rule out talks": the verb is the cue, where it is one that people are reported with.
    private static void TakeVerb(ReadText text, Draft draft)
    {
        Prose prose = text.Prose;
        int first = text.TokenAt(draft.Content[0].Start);
        if (draft.Cue.IsEmpty || draft.Cue.End >= prose.Words.Count || prose.Words[draft.Cue.End].Token != first || text.Tokens[prose.Words[draft.Cue.End - 1].Token].Upos != "AUX") return;
        int verb = text.Head(prose.Words[draft.Cue.End - 1].Token), word = draft.Cue.End;
        while (word < prose.Words.Count && prose.Words[word].Token < verb && text.Tokens[prose.Words[word].Token].Upos is "PART" or "ADV") word++;
        if (word + 1 >= prose.Words.Count || prose.Words[word].Token != verb || verb - first > 2 || prose.Words[word].Span.End >= draft.Content[0].End) return;
        if (text.Tokens[verb].Upos != "VERB" || !(text.Verb[verb] is { IsSpeech: true } || (text.Tokens[verb].Lemma == "rule" && prose.Words[word + 1].Is("out")))) return;
        draft.Cue = draft.Cue with { End = word + 1 };
        draft.Content[0] = draft.Content[0] with { Start = prose.Words[word + 1].Span.Start };
    }

    // "Did not rule | out talks": the particle is the verb's.
    private static void TakeParticle(ReadText text, Draft draft)
    {
        int first = text.TokenAt(draft.Content[0].Start);
        if (draft.Cue.IsEmpty || first + 1 >= text.Tokens.Count || text.Tokens[first].Relation != "compound:prt" || text.Tokens[first].Span.End >= draft.Content[0].End) return;
        int word = text.Prose.WordAt(text.Tokens[first].Span.Start);
        if (word != draft.Cue.End || text.Head(first) is var verb && (verb < text.Prose.Words[draft.Cue.First].Token || verb >= first)) return;
        draft.Cue = draft.Cue with { End = word + 1 };
        draft.Content[0] = draft.Content[0] with { Start = text.Tokens[first + 1].Span.Start };
    }

    // "There would be no release, she growled: 'Spies stand trial.'": the clause before the one who speaks is hers as well.
    private static void TakeClauseBefore(ReadText text, Draft draft, IReadOnlyList<Draft> all)
    {
        Prose prose = text.Prose;
        if (draft.Cue.IsEmpty || draft.Source.IsEmpty || draft.Source.First >= draft.Cue.First || draft.Cue.End >= prose.Words.Count || prose.Words[draft.Cue.End].Kind != WordKind.Colon) return;
        int first = prose.Segments[prose.SegmentAt(draft.Cue.First)].First, comma = draft.Source.First - 1;
        if (comma - first < LeastClause || draft.Content[0].Start < prose.Words[draft.Cue.End].Span.End || prose.Words[comma] is not { Kind: WordKind.Comma, Quotation: < 0 }) return;
        if (prose.Words[first].Is(Traits.Subordinator | Traits.Preposition) || Enumerable.Range(first, comma - first).Any(i => prose.Words[i].Quotation >= 0)) return;
        TextSpan clause = prose.SpanOf(first, comma);
        if (all.Any(other => other.Content.Exists(content => content.Overlaps(clause)) || (!other.Cue.IsEmpty && prose.SpanOf(other.Cue.First, other.Cue.End).Overlaps(clause)))) return;
        bool tells = false;
        for (int t = text.TokenAt(clause.Start); t < text.Tokens.Count && text.Tokens[t].Span.Start < clause.End; t++) tells |= text.Tokens[t].Xpos is "VBD" or "VBZ" or "VBP" or "MD";
        if (tells) draft.Content.Insert(0, clause);
    }

    // "The levy, according to Bray, stays": the words go on behind the one they are of.
    private static void GoAround(ReadText text, Draft draft)
    {
        Prose prose = text.Prose;
        if (draft.Cue.IsEmpty || draft.Source.IsEmpty || !prose.Words[draft.Cue.First].Is("according") || draft.Content.Count != 1 || draft.Content[0].End > prose.Words[draft.Cue.First].Span.Start) return;
        int behind = text.TokenAt(prose.Words[draft.Source.End - 1].Span.End);
        int sentence = text.Sentence[text.TokenAt(draft.Content[0].Start)];
        bool subject = false;
        for (int t = text.TokenAt(draft.Content[0].Start); t < text.Tokens.Count && text.Tokens[t].Span.Start < draft.Content[0].End; t++)
            subject |= text.Head(t) >= behind && text.Sentence[text.Head(t)] == sentence && text.Tokens[t].Relation is { } relation && relation.StartsWith("nsubj", StringComparison.Ordinal);
        while (behind < text.Tokens.Count && text.Tokens[behind].Upos == "PUNCT") behind++;
        if (!subject || behind >= text.Tokens.Count) return;
        int end = behind;
        while (end < text.Tokens.Count && text.Sentence[end] == sentence) end++;
        while (end > behind && text.Tokens[end - 1].Upos == "PUNCT") end--;
        if (end > behind) draft.Content.Add(new TextSpan(text.Tokens[behind].Span.Start, text.Tokens[end - 1].Span.End));
    }

    // "Said the ship had left and the crew had been paid": what is told in the same shifted tense is told by the same.
    private static void GoOn(ReadText text, Draft draft, IReadOnlyList<Draft> all)
    {
        TextSpan last = draft.Content[^1];
        if (draft.Cue.IsEmpty || draft.Verb is not { IsSpeech: true } || draft.Content.Count != 1 || last.Start < text.Prose.Words[draft.Cue.First].Span.End) return;
        int cue = text.Prose.Words[draft.Cue.End - 1].Token, and = text.TokenAt(last.End);
        if (text.Tokens[cue].Xpos != "VBD") return;
        while (and < text.Tokens.Count && text.Tokens[and].Upos == "PUNCT" && text.Sentence[and] == text.Sentence[cue]) and++;
        if (and + 2 >= text.Tokens.Count || text.Sentence[and] != text.Sentence[cue] || text.Tokens[and].Upos != "CCONJ" || text.Quotation[and] >= 0) return;
        int verb = text.Head(and);
        if (verb <= and || text.Tokens[verb].Upos != "VERB" || text.Tokens[verb].Relation != "conj" || !text.Children(verb).Any(child => child > and && text.Tokens[child].Relation is "nsubj" or "nsubj:pass")) return;
        if (!text.Children(verb).Any(child => child > and && child < verb && text.Tokens[child].Span.In(text.Prose.Text) is "had" or "would" or "could" or "might")) return;
        int end = and + 1;
        while (end < text.Tokens.Count && text.Sentence[end] == text.Sentence[cue] && (text.Tokens[end].Upos == "PUNCT" || text.IsUnder(end, verb, StepsUp))) end++;
        while (end > verb && text.Tokens[end - 1].Upos == "PUNCT") end--;
        TextSpan more = last with { End = text.Tokens[end - 1].Span.End };
        TextSpan added = new(text.Tokens[and].Span.Start, more.End);
        if (IsTaken(text.Prose, added, draft, all)) return;
        draft.Content[0] = more;
    }

    // "The bridge stays closed. This was announced by Bray": the sentence before is what was said.
    private static void PointBack(ReadText text, Draft draft, IReadOnlyList<Draft> all)
    {
        Prose prose = text.Prose;
        if (draft.Content.Count != 1 || draft.Cue.IsEmpty || draft.Source.IsEmpty || draft.Content[0].Of(prose.Text) is not ("This" or "this" or "That" or "It")) return;
        int here = text.TokenAt(draft.Content[0].Start), sentence = text.Sentence[here];
        bool opens = text.Prose.Source.Sentences[sentence].FirstToken is var begins && (here == begins || prose.Words[draft.Source.First].Token <= begins + 1);
        if (sentence == 0 || !opens) return;
        // Only "this" is said of what stands before: "he said it again" looks elsewhere.
        if (draft.Content[0].Of(prose.Text) is "It" && !text.Children(text.Head(here)).Any(child => text.Tokens[child].Relation == "aux:pass")) return;
        Sentence before = prose.Source.Sentences[sentence - 1];
        int first = before.FirstToken, end = before.EndToken;
        while (end > first && text.Tokens[end - 1].Upos == "PUNCT") end--;
        if (end - first < 3 || text.Quotation[first] >= 0 || !Enumerable.Range(first, end - first).Any(t => text.Tokens[t].Upos is "VERB" or "AUX")) return;
        TextSpan told = new(text.Tokens[first].Span.Start, text.Tokens[end - 1].Span.End);
        if (IsTaken(prose, told, draft, all)) return;
        draft.Content[0] = told;
    }

    // Whether another draft has a stretch for its content or cue.
    private static bool IsTaken(Prose prose, TextSpan span, Draft own, IReadOnlyList<Draft> all) =>
        all.Any(other => other != own && (other.Content.Exists(span.Overlaps) || (!other.Cue.IsEmpty && prose.SpanOf(other.Cue.First, other.Cue.End).Overlaps(span))));
}
