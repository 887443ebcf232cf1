namespace Rapporteur.Text.Attributions;

/// <summary>Finds "according to": the cue that governs the whole sentence around it.</summary>
/// <remarks>
/// When the sentence already attributes its words to somebody ("…, the president told him, according to his aide"), the one named
/// after "according to" is the source and hands on the words of the other.
/// </remarks>
internal static class AccordingTo
{
    /// <summary>Adds what "according to" attributes in a segment, or turns what was found into a relay.</summary>
    public static void Read(Prose prose, Segment segment, List<Draft> found)
    {
        List<Word> words = prose.Words;
        for (int i = segment.First; i + 2 < segment.End; i++)
        {
            if (words[i].Quotation >= 0 || !words[i].Is("according") || !words[i + 1].Is("to")) continue;
            WordRange source = SourceFinder.After(prose, i + 2, segment.End);
            if (source.IsEmpty) continue;
            bool opens = i == segment.First || (i == segment.First + 1 && !words[segment.First].IsWordOrNumber | words[segment.First].Is(Traits.Coordinator));
            WordRange content = opens ? Behind(prose, segment, source.End) : InFront(prose, segment, i, found);
            if (content.IsEmpty) continue;
            TextSpan span = prose.SpanOf(content.First, content.End);
            // "According to reports" names nobody who could hand words on.
            bool unnamed = words[source.End - 1].Is(Traits.Body) && !words[source.End - 1].Capital;
            Draft? told = found.Find(d => d.Cue.First >= content.First && d.Cue.End <= content.End && !d.Source.IsEmpty);
            if (told is not null)
            {
                if (unnamed) continue;
                if (told.Verb is not { IsSpeech: true } || told.Rule is "verb-object" or "verb-to")
                {
                    found.Remove(told);
                    told = null;
                }
            }

            if (told is not null)
            {
                told.Principal = told.Source;
                told.Source = source;
                told.Cue = new WordRange(i, i + 2);
                told.Rule = "according-to-relay";
                continue;
            }

            Draft draft = new() { Rule = opens ? "according-to-first" : "according-to", Segment = segment, Source = source, Cue = new WordRange(i, i + 2) };
            int quotation = words[content.First].Quotation;
            bool whole = quotation >= 0 && words[content.End - 1].Quotation == quotation;
            draft.Content.Add(whole ? Shapes.Trimmed(prose, prose.Quotations[quotation].Inner) : span);
            draft.HasQuotation = Shapes.HasQuotation(prose, content.First, content.End);
            found.Add(draft);
        }
    }

    private static WordRange Behind(Prose prose, Segment segment, int from)
    {
        List<Word> words = prose.Words;
        int first = from;
        while (first < segment.End && words[first].Kind != WordKind.Comma && words[first].Quotation < 0) first++;
        if (first < segment.End && words[first].Kind == WordKind.Comma) first++;
        int end = segment.End;
        while (end > first && words[end - 1] is { Kind: WordKind.Stop, Quotation: < 0 }) end--;
        return first < end ? new WordRange(first, end) : WordRange.None;
    }

    private static WordRange InFront(Prose prose, Segment segment, int at, List<Draft> found)
    {
        List<Word> words = prose.Words;
        int end = at;
        while (end > segment.First && words[end - 1] is { Quotation: < 0, Kind: WordKind.Comma or WordKind.Dash }) end--;
        int first = segment.First;
        while (first < end && (words[first].Is(Traits.Coordinator) || words[first].Kind is WordKind.Dash or WordKind.Other)) first++;
        return first < end ? new WordRange(first, end) : WordRange.None;
    }
}
