using Rapporteur.Text.Attributions.Speakers;

namespace Rapporteur.Text.Attributions.Learned;

/// <summary>Takes the hearer out of a content: of "informed | a journalist that he was open to talks" only the clause was said.</summary>
internal static class HearerWithin
{
    // "a correspondent of the evening paper that": longer phrases hold a clause of their own.
    private const int LongestHearer = 8;

    /// <summary>Where the clause begins that a hearer stands before; null when none does.</summary>
    public static int? ClauseStart(ReadText text, Draft draft)
    {
        Prose prose = text.Prose;
        int verb = draft.Cue.End - 1;
        while (verb > draft.Cue.First && prose.UposOf(verb) != "VERB") verb--;
        if (!Addressees.Tells(prose, verb)) return null;
        int first = text.TokenAt(draft.Content[0].Start), cue = prose.Words[verb].Token;
        if (first <= cue || text.Quotation[first] >= 0) return null;
        bool heard = false;
        for (int t = first; t < text.Tokens.Count && t - first <= LongestHearer && text.Tokens[t].Span.Start < draft.Content[0].End; t++)
        {
            Token token = text.Tokens[t];
            if (token.Relation == "mark" && t > first && heard && token.Span.Of(prose.Text).Equals("that", StringComparison.Ordinal)) return token.Span.Start;
            heard |= text.Head(t) == cue && token.Relation is "obj" or "iobj" && token.Upos is "NOUN" or "PROPN" or "PRON";
            if (text.Quotation[t] >= 0 || token.Upos is "VERB" or "AUX" or "PUNCT") return null;
        }

        return null;
    }
}
