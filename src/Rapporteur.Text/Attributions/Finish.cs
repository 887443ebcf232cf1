using Rapporteur.Text.Attributions.Learned;
using Rapporteur.Text.Attributions.Speakers;

namespace Rapporteur.Text.Attributions;

/// <summary>Turns drafts into attributions; <see cref="AttributionPeople"/> then tells who, to whom, for whom, through whom and when.</summary>
internal static class Finish
{
    /// <summary>One attribution per draft, in text order.</summary>
    public static IReadOnlyList<Attribution> All(Prose prose, List<Draft> drafts)
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
                Confidence = draft.IsLearned ? draft.Rate : Confidences.Of(draft.Rule, draft.Rate),
                FoundBy = draft.Rule + Repaired(prose, draft),
            });
        }

        found.Sort((a, b) => a.Content[0].CompareTo(b.Content[0]));
        return AttributionPeople.Resolve(prose, found);
    }

    // What had to be repaired to read the content, behind the rule's name.
    private static string Repaired(Prose prose, Draft draft)
    {
        foreach (TextSpan content in draft.Content)
        {
            int word = prose.WordAt(content.Start);
            int quotation = word < prose.Words.Count ? prose.Words[word].Quotation : -1;
            MarkRepair repair = quotation < 0 ? MarkRepair.None : prose.Quotations[quotation].Repair;
            if (repair == MarkRepair.OpeningMarkLost) return ", opening mark lost";
            if (repair == MarkRepair.ClosingMarkLost) return ", closing mark lost";
        }

        return "";
    }

    private static TextSpan[] Spans(Prose prose, WordRange range) => range.IsEmpty ? [] : [prose.SpanOf(range.First, range.End)];

    private static AttributionForm FormOf(Prose prose, Draft draft)
    {
        if (draft.Rule == FirstPerson.Rule) return AttributionForm.Direct;
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
