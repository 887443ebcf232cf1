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
        foreach (Segment segment in prose.Segments)
        {
            int before = drafts.Count;
            drafts.AddRange(new SegmentReader(prose, segment).Read());
            Continuations.Read(prose, segment, drafts, drafts.Count - before);
        }

        return Finish.All(prose, drafts);
    }
}
