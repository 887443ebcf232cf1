namespace Rapporteur.Text.Attributions;

/// <summary>Finds what a colon or a dash attributes: "Arden: The bridge will open", "The bridge will open: Arden", "“It is open.” ― Arden".</summary>
/// <remarks>In front of running text a name must stand alone before the colon; behind one only in a headline.</remarks>
internal static class ColonCues
{
    private const int LongestName = 7;
    private const int ShortestContent = 3;

    /// <summary>The attribution of a segment's colon or dash, or null.</summary>
    /// <param name="prose">The text.</param>
    /// <param name="index">Index of the segment in <see cref="Prose.Segments"/>.</param>
    /// <param name="last">Index of the last segment that the content takes: a speaker's turn in a transcript runs to the end of its paragraph.</param>
    public static Draft? Read(Prose prose, int index, out int last)
    {
        last = index;
        Segment segment = prose.Segments[index];
        List<Word> words = prose.Words;
        if (Signed(prose, segment) is { } signed) return signed;
        if (segment.First > 0 && prose.ParagraphAt(segment.First - 1) == segment.Paragraph) return null;
        int colon = segment.First;
        while (colon < segment.End && words[colon].Kind != WordKind.Colon && words[colon].Quotation < 0) colon++;
        if (colon >= segment.End || words[colon].Kind != WordKind.Colon || colon == segment.First) return null;
        bool headline = words[segment.End - 1].Kind != WordKind.Stop || prose.IsTitleCase(segment.First);
        if (IsSpeaker(prose, segment.First, colon) && segment.End - colon > ShortestContent)
        {
            while (last + 1 < prose.Segments.Count && prose.Segments[last + 1].Paragraph == segment.Paragraph) last++;
            int end = LastOf(prose, prose.Segments[last]);
            // A subtitle is no statement: "Arden: a life". A sentence has a verb or a pronoun, and running text follows a name in capitals.
            return !headline || HasVerb(prose, colon + 1, end) ? Make(prose, segment, new WordRange(segment.First, colon), colon, colon + 1, end) : null;
        }

        bool nameBehind = headline && IsSpeaker(prose, colon + 1, segment.End) && colon - segment.First >= ShortestContent && HasVerb(prose, segment.First, colon);
        return nameBehind ? Make(prose, segment, new WordRange(colon + 1, segment.End), colon, segment.First, colon) : null;
    }

    // A quotation, a dash, a name: how papers sign what readers wrote, and mottos.
    private static Draft? Signed(Prose prose, Segment segment)
    {
        List<Word> words = prose.Words;
        if (words[segment.First].Quotation is var quotation && quotation < 0) return null;
        int dash = segment.First;
        while (dash < segment.End && words[dash].Quotation == quotation) dash++;
        if (dash + 1 >= segment.End || words[dash].Kind != WordKind.Dash || !words[dash + 1].Capital) return null;
        int name = dash + 1;
        while (name < segment.End && words[name].IsWordOrNumber && name - dash <= LongestName) name++;
        if (!IsSpeaker(prose, dash + 1, name) || (name < segment.End && words[name].Kind is not (WordKind.Comma or WordKind.Stop or WordKind.OpenBracket))) return null;
        return Make(prose, segment, new WordRange(dash + 1, name), dash, segment.First, dash);
    }

    private static Draft Make(Prose prose, Segment segment, WordRange source, int colon, int first, int end)
    {
        Draft draft = new() { Rule = "colon", Segment = segment, Source = source, Cue = new WordRange(colon, colon + 1), HasQuotation = Shapes.HasQuotation(prose, first, end) };
        int quotation = prose.Words[first].Quotation;
        bool whole = quotation >= 0 && prose.Words[end - 1].Quotation == quotation;
        draft.Content.Add(whole ? Shapes.Trimmed(prose, prose.Quotations[quotation].Inner) : prose.SpanOf(first, end));
        return draft;
    }

    private static int LastOf(Prose prose, Segment segment)
    {
        int end = segment.End;
        while (end > segment.First && prose.Words[end - 1] is { Quotation: < 0, Kind: WordKind.Stop }) end--;
        return end;
    }

    // Capitalised words only, among them one that is no function word: a name with its titles.
    private static bool IsSpeaker(Prose prose, int first, int end)
    {
        if (end - first is < 1 or > LongestName || prose.Words[first].Is(Traits.Determiner)) return false;
        bool name = false;
        for (int i = first; i < end; i++)
        {
            Word word = prose.Words[i];
            if (word.Quotation >= 0 || word.Kind is not (WordKind.Word or WordKind.Stop)) return false;
            if (word.Kind == WordKind.Stop) continue;
            bool small = !word.Capital && !word.Is("of") && !word.Is(Traits.Office | Traits.Spokesman);
            if (small || word.Entry?.Verb is not null || word.Is(Traits.Auxiliary | Traits.Subordinator | Traits.Spoken | Traits.Adverb | Traits.Pronoun | Traits.Weekday) || (word.Is(Traits.Preposition) && !word.Is("of"))) return false;
            name |= word.Capital && word.Entry is null or { Traits: Traits.None } or { Traits: Traits.Outlet };
        }

        return name;
    }

    private static bool HasVerb(Prose prose, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            Word word = prose.Words[i];
            if (word.Is(Traits.Auxiliary | Traits.Subject) || word.Entry?.Verb is not null || word.Quotation >= 0) return true;
        }

        return false;
    }
}
