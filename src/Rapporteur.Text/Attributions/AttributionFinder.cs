using Rapporteur.Text.Attributions.Learned;

namespace Rapporteur.Text.Attributions;

/// <summary>Finds who said what: rules draft, and what was learnt decides on cues, sources and contents, with the drafts among their evidence.</summary>
/// <remarks>Any string will do. <c>docs/attribution.md</c> says how, and how well.</remarks>
public static class AttributionFinder
{
    /// <summary>The attributions of an annotated text, in text order.</summary>
    /// <param name="text">The text with its words, names and times.</param>
    /// <param name="balance">What weighs more in doubt.</param>
    /// <param name="unit">What counts as one attribution.</param>
    public static IReadOnlyList<Attribution> Find(AnnotatedText text, AttributionBalance balance = AttributionBalance.Balanced, AttributionUnit unit = AttributionUnit.Cue) =>
        Find(text, Least(balance), LearnedFinder.Trained, unit);

    /// <summary>The attributions as a given finder sees them.</summary>
    /// <param name="text">The text with its words, names and times.</param>
    /// <param name="least">How likely what is found must be at least.</param>
    /// <param name="finder">What was learnt.</param>
    /// <param name="unit">What counts as one attribution.</param>
    internal static IReadOnlyList<Attribution> Find(AnnotatedText text, Threshold least, LearnedFinder finder, AttributionUnit unit = AttributionUnit.Cue)
    {
        Prose prose = Prose.Of(text, Lexicon.English);
        List<Draft> drafts = LearnedDrafts.Of(new ReadText(prose, Drafts(prose)), least, finder);
        return Finish.All(prose, unit == AttributionUnit.Proposition ? Propositions.Of(prose, drafts) : drafts);
    }

    // On PolNeAR dev, full: the best F1 lies about the middle; docs/attribution.md has the figures.
    private static Threshold Least(AttributionBalance balance) => balance switch
    {
        AttributionBalance.Precision => new(0.6, 0.85),
        AttributionBalance.Recall => new(0.15, 0.2),
        _ => new(0.25, 0.35),
    };

    /// <summary>What the rules find, in text order.</summary>
    internal static List<Draft> Drafts(Prose prose)
    {
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

        return drafts;
    }
}
