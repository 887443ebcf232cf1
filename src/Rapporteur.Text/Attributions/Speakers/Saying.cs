namespace Rapporteur.Text.Attributions.Speakers;

/// <summary>An attribution as the rules about people see it: words instead of characters.</summary>
/// <param name="Index">Its place in the list handed in.</param>
/// <param name="At">First word of its cue, or else of its source, or else of its content.</param>
/// <param name="Segment">The sentence of that word.</param>
/// <param name="Source">Words of the source's first piece; empty when the text leaves it out.</param>
/// <param name="Cue">The word that says what was done: the verb or noun of the cue; -1 when there is none.</param>
/// <param name="CueWords">From the first word of the cue to its last; empty when there is none.</param>
/// <param name="Content">The words attributed.</param>
internal sealed record Saying(int Index, int At, Segment Segment, WordRange Source, int Cue, WordRange CueWords, IReadOnlyList<TextSpan> Content)
{
    /// <summary>Neither source nor cue: it goes on with what was said before.</summary>
    public bool GoesOn => Source.IsEmpty && CueWords.IsEmpty;

    public int Paragraph => Segment.Paragraph;

    /// <summary>True when the character belongs to what was said.</summary>
    public bool IsContent(int position)
    {
        foreach (TextSpan content in Content)
        {
            if (content.Contains(position)) return true;
        }

        return false;
    }

    public static Saying Of(Prose prose, Attribution attribution, int index)
    {
        // The longest piece is the source; the others are what a clause divides from it.
        WordRange source = attribution.Source.Count == 0 ? WordRange.None : Words(prose, attribution.Source.MaxBy(s => s.Length));
        WordRange cue = WordRange.None;
        int verb = -1;
        foreach (TextSpan piece in attribution.Cue)
        {
            WordRange words = Words(prose, piece);
            if (words.IsEmpty) continue;
            cue = cue.IsEmpty ? words : new WordRange(Math.Min(cue.First, words.First), Math.Max(cue.End, words.End));
            verb = Better(prose, verb, words);
        }

        int at = !cue.IsEmpty ? cue.First : !source.IsEmpty ? source.First : prose.WordAt(attribution.Content[0].Start);
        if (!source.IsEmpty) source = Subjects.Trimmed(prose, source, verb);
        Segment segment = prose.Segments.Count == 0 ? default : prose.Segments[prose.SegmentAt(at)];
        return new Saying(index, at, segment, source, verb, cue, attribution.Content);
    }

    // The last verb of a cue is the one that tells ("has also said"); a noun when it has no verb ("his warning that").
    private static int Better(Prose prose, int chosen, WordRange words)
    {
        for (int i = words.First; i < words.End; i++)
        {
            if (!prose.Words[i].IsWordOrNumber) continue;
            if (chosen < 0 || Rank(prose, i) >= Rank(prose, chosen)) chosen = i;
        }

        return chosen;
    }

    private static int Rank(Prose prose, int word) => prose.UposOf(word) switch
    {
        "VERB" => 3,
        "NOUN" => 2,
        null when prose.Words[word].Entry?.Verb is not null => 3,
        _ => 1,
    };

    private static WordRange Words(Prose prose, TextSpan span)
    {
        int first = prose.WordAt(span.Start), end = prose.WordAt(span.End);
        return first < end ? new WordRange(first, end) : WordRange.None;
    }
}
