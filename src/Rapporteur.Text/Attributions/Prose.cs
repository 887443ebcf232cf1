namespace Rapporteur.Text.Attributions;

/// <summary>A sentence for the purpose of attribution: one that ends inside a quotation is not over.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="End">Index after its last word.</param>
/// <param name="Paragraph">Index of its paragraph.</param>
internal readonly record struct Segment(int First, int End, int Paragraph);

/// <summary>An annotated text seen as words, quotations and segments: what the attribution rules walk over.</summary>
internal sealed class Prose
{
    private const int LongestSegment = 1000;

    private readonly int[] _paragraphs;
    private readonly bool[] _titleCase;

    private Prose(AnnotatedText source, List<Word> words, List<QuotedSpan> quotations)
    {
        Source = source;
        Words = words;
        Quotations = quotations;
        _paragraphs = new int[words.Count];
        _titleCase = new bool[source.Paragraphs.Count + 1];
        ReadParagraphs();
        Segments = SegmentsOf();
    }

    public AnnotatedText Source { get; }

    public string Text => Source.Text;

    public List<Word> Words { get; }

    public List<QuotedSpan> Quotations { get; }

    public List<Segment> Segments { get; }

    public static Prose Of(AnnotatedText source, Lexicon lexicon)
    {
        List<QuotedSpan> quotations = QuotationMarks.Find(source.Text, source.Paragraphs);
        List<Word> words = new(source.Tokens.Count);
        Span<char> lower = stackalloc char[32];
        int quotation = 0;
        for (int t = 0; t < source.Tokens.Count; t++)
        {
            TextSpan span = source.Tokens[t].Span;
            int token = t;
            if (IsApostrophe(source.Text, span) && words.Count > 0 && words[^1].Span.End == span.Start && t + 1 < source.Tokens.Count
                && source.Tokens[t + 1].Span is var tail && tail.Start == span.End && tail.Length <= 2 && char.IsLetter(source.Text[tail.Start]))
            {
                // "Norland" + "'" + "s", as some tokenisers divide: the mark belongs to what follows.
                span = span.Union(tail);
                t++;
            }

            if (JoinsWords(source, t, words))
            {
                // "president-elect": one word here, whatever the tokeniser thinks.
                span = words[^1].Span.Union(source.Tokens[t + 1].Span);
                token = words[^1].Token;
                words.RemoveAt(words.Count - 1);
                t++;
            }

            while (quotation < quotations.Count && quotations[quotation].Outer.End <= span.Start) quotation++;
            bool quoted = quotation < quotations.Count && quotations[quotation].Outer.Contains(span.Start);
            char first = source.Text[span.Start];
            Lexicon.Entry? entry = span.Length <= lower.Length ? lexicon.Find(Lower(source.Text, span, lower)) : null;
            // "Mr.", "Gen.": with the dot, as the tokeniser leaves abbreviations.
            if (entry is null && span.Length is > 1 and < 6 && source.Text[span.End - 1] == '.') entry = lexicon.Find(Lower(source.Text, span with { End = span.End - 1 }, lower));
            words.Add(new Word(span, KindOf(source.Text, span), char.IsUpper(first), token, quoted ? quotation : -1, entry) { FirstChar = first });
        }

        return new Prose(source, words, quotations);
    }

    /// <summary>The characters from the first word to before the word at <paramref name="end"/>.</summary>
    public TextSpan SpanOf(int first, int end) => new(Words[first].Span.Start, Words[end - 1].Span.End);

    /// <summary>Index of the paragraph a word stands in.</summary>
    public int ParagraphAt(int word) => _paragraphs[word];

    /// <summary>Index of the segment a word stands in.</summary>
    public int SegmentAt(int word)
    {
        int low = 0, high = Segments.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (Segments[middle].First <= word) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    /// <summary>True when nearly every word of the word's paragraph is capitalised, as in headlines.</summary>
    public bool IsTitleCase(int word) => _titleCase[_paragraphs[word]];

    /// <summary>Part of speech of a word, or null when the text was not tagged.</summary>
    public string? UposOf(int word) => Source.Tokens[Words[word].Token].Upos;

    /// <summary>Index of the first word that starts at or after a position.</summary>
    public int WordAt(int position)
    {
        int low = 0, high = Words.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Words[middle].Span.Start < position) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private void ReadParagraphs()
    {
        int paragraph = 0, capitals = 0, small = 0, stops = 0;
        for (int i = 0; i <= Words.Count; i++)
        {
            if (i == Words.Count || (paragraph + 1 < Source.Paragraphs.Count && Words[i].Span.Start >= Source.Paragraphs[paragraph + 1].Start))
            {
                // Function words may be small in a headline; three in four of the others are not.
                _titleCase[paragraph] = stops == 0 && capitals >= 3 && capitals >= 3 * small;
                capitals = small = stops = 0;
                if (i == Words.Count) break;
                while (paragraph + 1 < Source.Paragraphs.Count && Words[i].Span.Start >= Source.Paragraphs[paragraph + 1].Start) paragraph++;
            }

            _paragraphs[i] = paragraph;
            if (Words[i].Kind == WordKind.Stop) stops++;
            if (Words[i].Kind != WordKind.Word || Words[i].IsGenitive) continue;
            if (Words[i].Capital) capitals++;
            else if (!Words[i].Is(Traits.Preposition | Traits.Determiner | Traits.Coordinator | Traits.Auxiliary)) small++;
        }
    }

    private List<Segment> SegmentsOf()
    {
        List<Segment> segments = [];
        int first = 0, end = 0;
        foreach (Sentence sentence in Source.Sentences)
        {
            while (end < Words.Count && Words[end].Token < sentence.EndToken) end++;
            if (end == first) continue;
            if (end < Words.Count && end - first < LongestSegment && _paragraphs[end] == sentence.Paragraph && GoesOn(end)) continue;
            // A line of a hundred thousand words is no sentence: divided, so that the rules stay linear.
            for (; end - first > LongestSegment; first += LongestSegment) segments.Add(new Segment(first, first + LongestSegment, sentence.Paragraph));
            segments.Add(new Segment(first, end, sentence.Paragraph));
            first = end;
        }

        if (first < Words.Count) segments.Add(new Segment(first, Words.Count, Source.Sentences.Count > 0 ? Source.Sentences[^1].Paragraph : 0));
        return segments;
    }

    private bool GoesOn(int next)
    {
        Word last = Words[next - 1], after = Words[next];
        // Inside a quotation; or a title's dot: "Mr. Arden".
        if (last.Quotation >= 0 && last.Quotation == after.Quotation) return true;
        if (last.Kind == WordKind.Stop && Words[Math.Max(0, next - 2)].Is(Traits.Title) && after.Capital) return true;
        // "Will it pass?" she asked: the tag belongs to the quotation.
        if (last.Quotation < 0 || after.Quotation >= 0) return false;
        if (after.Kind == WordKind.Dash) return true;
        if (after.Kind != WordKind.Word) return false;
        return !after.Capital || (Text[Quotations[last.Quotation].Inner.End - 1] is '?' or '!' or '…' && IsTag(next));
    }

    // "Arden said": a short subject and a verb of speech, right behind a quotation.
    private bool IsTag(int first)
    {
        for (int i = first + 1; i < Words.Count && i < first + 6 && Words[i].Kind == WordKind.Word; i++)
        {
            if (Words[i].Entry?.Verb is { IsSpeech: true } verb && verb.Has(VerbShapes.Past | VerbShapes.Third) && verb.Rate(Frame.End) >= 0.6f) return true;
            if (CueFinder.IsAuxiliary(Words[i])) return false;
        }

        return false;
    }

    private static ReadOnlySpan<char> Lower(string text, TextSpan span, Span<char> buffer)
    {
        int length = span.Of(text).ToLowerInvariant(buffer);
        Span<char> lower = buffer[..Math.Max(0, length)];
        lower.Replace('’', '\'');
        return lower;
    }

    private static bool JoinsWords(AnnotatedText source, int t, List<Word> words)
    {
        TextSpan span = source.Tokens[t].Span;
        return span.Length == 1 && source.Text[span.Start] == '-' && words.Count > 0 && words[^1] is { Kind: WordKind.Word } before && before.Span.End == span.Start && before.Span.Length < 40
            && t + 1 < source.Tokens.Count && source.Tokens[t + 1].Span is var next && next.Start == span.End && char.IsLetter(source.Text[next.Start]);
    }

    private static bool IsApostrophe(string text, TextSpan span) => span.Length == 1 && text[span.Start] is '\'' or '’';

    private static WordKind KindOf(string text, TextSpan span)
    {
        char c = text[span.Start];
        if (char.IsLetter(c)) return WordKind.Word;
        if (char.IsDigit(c)) return WordKind.Number;
        return c switch
        {
            ',' => WordKind.Comma,
            '.' or '!' or '?' or '…' => WordKind.Stop,
            ':' => WordKind.Colon,
            ';' => WordKind.Semicolon,
            '—' or '–' or '―' or '-' => WordKind.Dash,
            '(' or '[' => WordKind.OpenBracket,
            ')' or ']' => WordKind.CloseBracket,
            '\'' or '’' when span.Length > 1 && char.IsLetter(text[span.Start + 1]) => WordKind.Word,
            '"' or '“' or '”' or '„' or '‟' or '«' or '»' or '‘' or '’' or '\'' or '`' or '‹' or '›' => WordKind.QuotationMark,
            '@' or '#' or '$' or '€' or '£' => WordKind.Word,
            _ => WordKind.Other,
        };
    }
}
