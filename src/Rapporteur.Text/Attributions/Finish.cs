using Rapporteur.Text.Attributions.Learned;
using Rapporteur.Text.Attributions.Speakers;

namespace Rapporteur.Text.Attributions;

/// <summary>Turns drafts into attributions: who is behind the source, to whom, for whom, through whom, when.</summary>
internal static class Finish
{
    /// <summary>One attribution per draft, in text order.</summary>
    public static List<Attribution> All(Prose prose, List<Draft> drafts)
    {
        List<Attribution> found = new(drafts.Count);
        SpeakerResolver speakers = new(prose);
        Dictionary<Draft, string?> spoken = [];
        SpeechDays days = new(prose);
        foreach (Draft draft in drafts)
        {
            draft.Content.Sort();
            draft.Content.RemoveAll(c => c.IsEmpty);
            if (draft.Content.Count == 0) continue;
            string? speaker = draft.Before is not null ? spoken.GetValueOrDefault(draft.Before) : speakers.Resolve(draft.Name);
            spoken[draft] = speaker;
            Relay relay = Relay.Of(prose, draft, speakers, speaker);
            found.Add(new Attribution
            {
                Source = Spans(prose, draft.Source),
                Cue = Spans(prose, draft.Cue),
                Content = draft.Content,
                Form = FormOf(prose, draft),
                Speaker = speaker,
                Addressee = relay.Addressee,
                OnBehalfOf = relay.OnBehalfOf,
                Via = relay.Via,
                SaidOn = days.Of(draft, speaker),
                Confidence = draft.IsLearned ? Calibration.Of(draft.Rate) : Confidences.Of(draft.Rule, draft.Rate),
                FoundBy = draft.Rule + Repaired(prose, draft),
            });
            speakers.Remember(speaker, draft.Source.IsEmpty ? draft.Segment.First : draft.Source.First);
        }

        found.Sort((a, b) => a.Content[0].CompareTo(b.Content[0]));
        return found;
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
