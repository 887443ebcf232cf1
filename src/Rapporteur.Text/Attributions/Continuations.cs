namespace Rapporteur.Text.Attributions;

/// <summary>Gives quotations that no cue claimed to the attribution that they go on with.</summary>
/// <remarks>
/// "…," he said. "…" is one attribution with two contents. A whole quotation that fills its segment goes on with the attribution before
/// it in the same paragraph; at the beginning of the next paragraph it is an attribution of its own, with its source left out.
/// </remarks>
internal static class Continuations
{
    /// <summary>Adds the unclaimed quotations of a segment to <paramref name="drafts"/>, of which the last is the nearest before.</summary>
    public static void Read(Prose prose, Segment segment, List<Draft> drafts)
    {
        int quotation = -1;
        for (int i = segment.First; i < segment.End; i++)
        {
            if (prose.Words[i].Quotation < 0 || prose.Words[i].Quotation == quotation) continue;
            quotation = prose.Words[i].Quotation;
            QuotedSpan span = prose.Quotations[quotation];
            if (!Shapes.IsWhole(prose, span) && !span.Continues) continue;
            if (IsClaimed(span, drafts)) continue;
            Draft? before = drafts.Count > 0 ? drafts[^1] : null;
            bool alone = FillsSegment(prose, segment, span);
            if (before is null || !before.HasQuotation) continue;
            int distance = segment.Paragraph - before.Segment.Paragraph;
            if (distance == 0 && (alone || before.Segment == segment) || (span.Continues && distance == 1))
            {
                before.Content.Add(Shapes.Trimmed(prose, span.Inner));
            }
            else if (distance == 1 && alone)
            {
                Draft draft = new() { Rule = "quotation-alone", Segment = segment, Before = before, HasQuotation = true };
                draft.Content.Add(Shapes.Trimmed(prose, span.Inner));
                drafts.Add(draft);
            }
        }
    }

    // Looks at the nearest drafts and contents only: farther ones lie before the quotation.
    private static bool IsClaimed(QuotedSpan span, List<Draft> drafts)
    {
        for (int d = drafts.Count - 1; d >= 0 && d >= drafts.Count - 6; d--)
        {
            List<TextSpan> contents = drafts[d].Content;
            for (int c = contents.Count - 1; c >= 0 && c >= contents.Count - 6; c--)
            {
                if (contents[c].Overlaps(span.Inner)) return true;
            }
        }

        return false;
    }

    private static bool FillsSegment(Prose prose, Segment segment, QuotedSpan span)
    {
        for (int i = segment.First; i < segment.End; i++)
        {
            Word word = prose.Words[i];
            if (word.Quotation < 0 && word.IsWordOrNumber) return false;
        }

        return true;
    }
}
