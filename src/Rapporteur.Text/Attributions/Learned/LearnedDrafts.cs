using Rapporteur.Text.Attributions.Speakers;

namespace Rapporteur.Text.Attributions.Learned;

/// <summary>Brings together what was learnt and what only rules see: colons, dashes, quotations that go on, speech that lost its marks.</summary>
internal static class LearnedDrafts
{
    // From a word up to the verb of its clause.
    private const int StepsUp = 6;

    /// <summary>Name of what the trained fields found where no rule saw a cue.</summary>
    public const string Rule = "learned";

    /// <summary>One draft per attribution, in text order of their cues.</summary>
    /// <param name="text">The text with what the rules drafted.</param>
    /// <param name="least">How likely what is found must be at least.</param>
    /// <param name="finder">What was learnt.</param>
    public static List<Draft> Of(ReadText text, Threshold least, LearnedFinder finder)
    {
        List<Draft> all = [.. text.Drafts.Where(IsRelay)];
        int relayed = all.Count;
        HashSet<Draft> replaced = [.. all];
        Dictionary<Draft, Draft> by = [];
        foreach (LearnedAttribution found in finder.Find(text, least))
        {
            Draft? rule = RuleOf(text, found);
            Draft draft = DraftOf(text, found, rule, finder);
            if (draft.Content.Count == 0 || IsNobody(text.Prose, draft) || IsTerm(text.Prose, draft) || SaysNothing.Is(text.Prose, draft) || (rule is null && draft.Source.IsEmpty && draft.Rate < LeastWithoutSource)) continue;
            // The words that a relay hands on are its own, not once more the witness's and the principal's.
            if (all.Take(relayed).Any(r => Overlap(r, draft))) continue;
            all.Add(draft);
            if (rule is null) continue;
            replaced.Add(rule);
            by[rule] = draft;
        }

        foreach ((Draft rule, Draft draft) in by) AddContinuations(rule, draft, all);
        foreach (Draft rule in text.Drafts)
        {
            if (replaced.Contains(rule) || !(OnlyRulesSee(rule) || IsHeadline(text.Prose, rule)) || SaysNothing.Is(text.Prose, rule) || all.Exists(d => Claims(d, rule))) continue;
            if (rule.Before is not null)
            {
                // What goes on with a draft that was dropped has nobody to go on with.
                if (!by.TryGetValue(rule.Before, out Draft? before) && !all.Contains(rule.Before)) continue;
                rule.Before = before ?? rule.Before;
            }

            all.Add(rule);
        }

        foreach (Draft draft in all) MendedContents.Mend(text, draft, all);
        return [.. all.OrderBy(d => d.Cue.IsEmpty ? text.Prose.WordAt(d.Content[0].Start) : d.Cue.First)];
    }

    // Words that nobody is named for and no rule sees attributed: "met to discuss the 'harbour plan'". Below this they are wrong more often than right.
    private const float LeastWithoutSource = 0.56f;

    // "…, the president told her, according to Bray": two cues for one statement, which the fields see one by one.
    private static bool IsRelay(Draft draft) => draft.Rule == "according-to-relay";

    private static bool OnlyRulesSee(Draft draft) => draft.Rule is "colon" or "quotation-alone" or FirstPerson.Rule or "after" or "inverted" or "according-to" or "according-to-first";

    // The corpus has no headlines, and capitals hide what the fields know words by.
    private static bool IsHeadline(Prose prose, Draft draft) => !draft.Cue.IsEmpty && prose.IsTitleCase(draft.Cue.First);

    // Words that a learnt draft has already; but what somebody says in a transcript may hold what others say, and stays one statement around them.
    private static bool Claims(Draft draft, Draft rule)
    {
        if (rule.Rule != "colon") return Overlap(draft, rule);
        int shared = 0, length = draft.Content.Sum(c => c.Length) + rule.Content.Sum(c => c.Length);
        foreach (TextSpan a in draft.Content)
        {
            foreach (TextSpan b in rule.Content) shared += Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));
        }

        return 2 * shared > length - shared || (draft.Cue.First < rule.Cue.End && rule.Cue.First < draft.Cue.End);
    }

    private static bool Overlap(Draft one, Draft other) => one.Content.Exists(c => other.Content.Exists(o => o.Overlaps(c)));

    private static Draft? RuleOf(ReadText text, LearnedAttribution found)
    {
        for (int t = found.CueFirst; t < found.CueEnd; t++)
        {
            if (text.RuleCue[t] >= 0) return text.Drafts[text.RuleCue[t]];
        }

        return null;
    }

    // "I", "we", "my" outside quotation marks: the writer, or a form that the reader is to fill in, not somebody who is quoted.
    private static bool IsNobody(Prose prose, Draft draft)
    {
        if (draft.Source.IsEmpty) return false;
        Word first = prose.Words[draft.Source.First];
        return draft.Source.End == draft.Source.First + 1 && first.Quotation < 0 && first.Is(Traits.First);
    }

    // "What Norland calls a 'rescue'": a term at arm's length is no statement.
    private static bool IsTerm(Prose prose, Draft draft)
    {
        int before = (draft.Source.IsEmpty ? draft.Cue.First : Math.Min(draft.Source.First, draft.Cue.First)) - 1;
        return before >= 0 && (prose.Words[before].Is("what") || prose.Words[before].Is("which"))
            && prose.Words[draft.Cue.End - 1].Entry?.Verb is { } verb && SegmentReader.Names(verb)
            && Enumerable.Range(draft.Cue.End, Math.Min(5, prose.Words.Count - draft.Cue.End)).Any(i => prose.Words[i].Quotation >= 0);
    }

    // Quotations that go on behind the tag, in this paragraph or the next: the rules follow the marks farther than the fields look.
    private static void AddContinuations(Draft rule, Draft draft, List<Draft> all)
    {
        foreach (TextSpan content in rule.Content)
        {
            if (rule.HasQuotation && rule.Content.Count > 1 && !all.Exists(d => d.Content.Exists(c => c.Overlaps(content)))) draft.Content.Add(content);
        }
    }

    private static Draft DraftOf(ReadText text, LearnedAttribution found, Draft? rule, LearnedFinder finder)
    {
        Prose prose = text.Prose;
        WordRange cue = Words(prose, new TextSpan(text.Tokens[found.CueFirst].Span.Start, text.Tokens[found.CueEnd - 1].Span.End));
        while (cue.End - cue.First > 1 && !prose.Words[cue.End - 1].IsWordOrNumber) cue = cue with { End = cue.End - 1 };
        Draft draft = new()
        {
            Rule = rule?.Rule ?? Rule,
            IsLearned = true,
            Segment = prose.Segments[prose.SegmentAt(cue.First)],
            Cue = cue,
            Verb = rule?.Verb,
            Addressee = rule?.Addressee ?? WordRange.None,
            Principal = rule?.Principal ?? WordRange.None,
            Rate = (float)finder.Calibration.Of(found.Sureness),
        };
        List<TextSpan> sources = Stretches(text, found, 1);
        // The longest stretch is the source; the others are pieces of it that a clause divides.
        if (sources.Count > 0) draft.Source = Subjects.WithoutDateline(prose, Words(prose, sources.MaxBy(s => s.Length)));
        TextSpan agent = draft.Source.IsEmpty ? AgentOf(text, found) : default;
        if (!agent.IsEmpty) draft.Source = Words(prose, new TextSpan(text.Tokens[text.TokenAt(agent.Start) + 1].Span.Start, agent.End));
        foreach (TextSpan stretch in Stretches(text, found, 2))
        {
            TextSpan content = Trimmed(text, agent.IsEmpty || !stretch.Overlaps(agent) ? stretch : new TextSpan(stretch.Start, Math.Max(stretch.Start, agent.Start)));
            if (!content.IsEmpty) draft.Content.Add(content);
        }

        if (draft.Content.Count > 0 && HearerWithin.ClauseStart(text, draft) is { } start) draft.Content[0] = draft.Content[0] with { Start = start };
        foreach (TextSpan content in draft.Content)
        {
            for (int t = text.TokenAt(content.Start); t < text.Tokens.Count && text.Tokens[t].Span.Start < content.End; t++) draft.HasQuotation |= text.Quotation[t] >= 0;
        }

        return draft;
    }

    // "Was described as a gift by Arden": "by" and who stands behind it in a passive's clause; empty when there is none.
    private static TextSpan AgentOf(ReadText text, LearnedAttribution found)
    {
        int passive = -1;
        for (int t = found.CueFirst; t < found.CueEnd; t++) passive = text.Tokens[t].Xpos == "VBN" ? t : passive;
        for (int t = found.CueEnd; passive >= 0 && t < text.Tokens.Count && text.Sentence[t] == text.Sentence[passive]; t++)
        {
            if (text.Tokens[t].Relation != "case" || !text.Tokens[t].Span.Of(text.Prose.Text).Equals("by", StringComparison.OrdinalIgnoreCase)) continue;
            int head = text.Head(t);
            if (head <= t || text.Quotation[t] >= 0 || !text.IsUnder(head, passive, StepsUp) || !CanSpeak(text, head)) continue;
            int end = head + 1;
            while (end < text.Tokens.Count && text.Sentence[end] == text.Sentence[head] && text.Head(end) == head && text.Tokens[end].Relation is "flat" or "appos") end++;
            return new TextSpan(text.Tokens[t].Span.Start, text.Tokens[end - 1].Span.End);
        }

        return default;
    }

    // "By 2030" and "by accident" tell when and how.
    private static bool CanSpeak(ReadText text, int token) =>
        text.Tokens[token].Upos is "PROPN" or "PRON"
        || text.Prose.Words[Math.Min(text.Prose.Words.Count - 1, text.Prose.WordAt(text.Tokens[token].Span.Start))].Is(Traits.Person | Traits.Office | Traits.Spokesman | Traits.Media | Traits.Body);

    private static WordRange Words(Prose prose, TextSpan span)
    {
        int first = prose.WordAt(span.Start), end = prose.WordAt(span.End);
        // A word that begins before the span holds its first token.
        if (first > 0 && prose.Words[first - 1].Span.End > span.Start) first--;
        return new WordRange(first, Math.Max(end, first + 1));
    }

    private static List<TextSpan> Stretches(ReadText text, LearnedAttribution found, byte role)
    {
        List<TextSpan> stretches = [];
        for (int i = 0; i < found.Labels.Length; i++)
        {
            if (found.Labels[i] != role) continue;
            int end = i + 1;
            while (end < found.Labels.Length && found.Labels[end] == role) end++;
            stretches.Add(new TextSpan(text.Tokens[found.First + i].Span.Start, text.Tokens[found.First + end - 1].Span.End));
            i = end;
        }

        return stretches;
    }

    // Without the outer quotation marks, blanks, and the comma that only joins it to the sentence around it.
    private static TextSpan Trimmed(ReadText text, TextSpan span)
    {
        string characters = text.Prose.Text;
        (int start, int end) = (span.Start, span.End);
        while (start < end && (char.IsWhiteSpace(characters[start]) || IsMark(characters[start]) || characters[start] is ',' or ';' or ':')) start++;
        // "… as a gift by", where the one behind it is the source.
        if (end - start > 3 && characters.AsSpan(start, end - start).EndsWith(" by", StringComparison.Ordinal)) end -= 3;
        while (end > start && (char.IsWhiteSpace(characters[end - 1]) || IsMark(characters[end - 1]) || characters[end - 1] is ',' or ';')) end--;
        return new TextSpan(start, Closed(characters, start, end));
    }

    // "That the offer is 'late.'": a mark that was opened within is closed within.
    private static int Closed(string characters, int start, int end)
    {
        int opened = 0;
        bool straight = false;
        foreach (char c in characters.AsSpan(start, end - start))
        {
            if (c is '“' or '«' or '„') opened++;
            else if (c is '”' or '»') opened--;
            else if (c == '"') straight = !straight;
        }

        if (opened != 1 && !straight) return end;
        int close = end;
        while (close < characters.Length && close < end + 2 && (characters[close] is ',' or '.' or '?' or '!')) close++;
        return close < characters.Length && (straight ? characters[close] == '"' : characters[close] is '”' or '»') ? close + 1 : end;
    }

    private static bool IsMark(char c) => c is '"' or '“' or '”' or '«' or '»' or '„' or '`';
}
