namespace Rapporteur.Text.Attributions;

/// <summary>Finds speech that lost its marks altogether: a paragraph in the first person after a quotation.</summary>
/// <remarks>Only where nothing else was found in the paragraph, and the paragraph before ends with words somebody is quoted with.</remarks>
internal static class FirstPerson
{
    /// <summary>Name of the rule.</summary>
    public const string Rule = "first-person";

    private const int LeastPronouns = 2;

    /// <summary>Adds the paragraph that the segments <paramref name="from"/> to before <paramref name="to"/> make up, if it is such speech.</summary>
    public static void Read(Prose prose, int from, int to, List<Draft> drafts)
    {
        Segment first = prose.Segments[from];
        Draft? before = drafts.Count > 0 ? drafts[^1] : null;
        if (before is not { HasQuotation: true } || before.Segment.Paragraph != first.Paragraph - 1) return;
        int end = prose.Segments[to - 1].End, pronouns = 0;
        for (int i = first.First; i < end; i++)
        {
            Word word = prose.Words[i];
            if (word.Quotation >= 0) return;
            if (word.Is(Traits.First)) pronouns++;
        }

        if (pronouns < LeastPronouns) return;
        Draft draft = new() { Rule = Rule, Segment = first, Before = before, HasQuotation = true };
        draft.Content.Add(prose.SpanOf(first.First, end));
        drafts.Add(draft);
    }
}
