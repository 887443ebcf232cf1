namespace Rapporteur.Text.Attributions;

/// <summary>Turns drafts into attributions.</summary>
internal static class Finish
{
    /// <summary>One attribution per draft, in text order.</summary>
    public static List<Attribution> All(Prose prose, List<Draft> drafts)
    {
        List<Attribution> found = new(drafts.Count);
        foreach (Draft draft in drafts)
        {
            draft.Content.Sort();
            draft.Content.RemoveAll(c => c.IsEmpty);
            if (draft.Content.Count == 0) continue;
            found.Add(new Attribution
            {
                Source = Spans(prose, draft.Source),
                Cue = Spans(prose, draft.Cue),
                Content = draft.Content,
                Form = FormOf(prose, draft),
                Confidence = draft.Rate,
                FoundBy = draft.Rule,
            });
        }

        found.Sort((a, b) => Start(a).CompareTo(Start(b)));
        return found;
    }

    private static TextSpan Start(Attribution a) => a.Content[0];

    private static TextSpan[] Spans(Prose prose, WordRange range) => range.IsEmpty ? [] : [prose.SpanOf(range.First, range.End)];

    private static AttributionForm FormOf(Prose prose, Draft draft)
    {
        if (!draft.HasQuotation) return AttributionForm.Indirect;
        foreach (TextSpan content in draft.Content)
        {
            int word = prose.WordAt(content.Start);
            int quotation = word < prose.Words.Count ? prose.Words[word].Quotation : -1;
            if (quotation < 0 || !prose.Quotations[quotation].Inner.Contains(content)) return AttributionForm.Mixed;
        }

        return AttributionForm.Direct;
    }
}
