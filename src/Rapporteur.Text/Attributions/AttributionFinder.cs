namespace Rapporteur.Text.Attributions;

/// <summary>Finds who said what, by rules over words, quotation marks and a lexicon of reporting verbs.</summary>
/// <remarks>
/// Works on plain tokens and uses part-of-speech tags, names and times when the steps before it have filled them in.
/// One pass over the text; any string will do. <c>docs/attribution.md</c> lists the rules with their measured precision.
/// </remarks>
public static class AttributionFinder
{
    /// <summary>The attributions of an annotated text, in text order.</summary>
    public static IReadOnlyList<Attribution> Find(AnnotatedText text)
    {
        Prose prose = Prose.Of(text, Lexicon.English);
        List<Draft> drafts = [];
        int paragraph = 0, draftsBefore = 0; // where the paragraph's segments and drafts begin
        for (int s = 0; s < prose.Segments.Count; s++)
        {
            Segment segment = prose.Segments[s];
            if (segment.Paragraph != prose.Segments[paragraph].Paragraph) (paragraph, draftsBefore) = (s, drafts.Count);
            if (ColonCues.Read(prose, s, out int end) is { } colon)
            {
                drafts.Add(colon);
                s = end;
            }
            else
            {
                drafts.AddRange(new SegmentReader(prose, segment).Read());
                Continuations.Read(prose, segment, drafts);
            }

            bool last = s + 1 == prose.Segments.Count || prose.Segments[s + 1].Paragraph != segment.Paragraph;
            if (last && drafts.Count == draftsBefore) FirstPerson.Read(prose, paragraph, s + 1, drafts);
        }

        return Finish.All(prose, drafts);
    }
}
