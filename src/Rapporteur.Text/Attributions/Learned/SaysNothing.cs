using Rapporteur.Text.Attributions.Speakers;

namespace Rapporteur.Text.Attributions.Learned;

/// <summary>Tells words that only look like a report: "These statements underscore the tension", "a killing which highlighted the conflict", "Responding to his remarks, …", "… , repeated the president".</summary>
internal static class SaysNothing
{
    private static readonly HashSet<string> Shows = new(StringComparer.Ordinal) { "underscore", "underline", "highlight", "illustrate", "reflect", "demonstrate", "exemplify" };

    // Of these a person is the one who speaks, behind them as well; he is what is spoken of with "praise" and "name".
    private static readonly HashSet<string> Says = new(StringComparer.Ordinal)
    {
        "say", "claim", "repeat", "state", "add", "note", "explain", "reply", "stress", "emphasize", "emphasise", "insist", "declare", "reiterate", "remark", "argue", "maintain", "observe", "assert", "affirm",
    };

    private static readonly HashSet<string> Answers = new(StringComparer.Ordinal) { "respond", "react", "reply" };

    /// <summary>Whether a draft attributes nothing to anybody.</summary>
    public static bool Is(Prose prose, Draft draft) => !draft.Cue.IsEmpty && draft.Content.Count > 0
        && (IsShown(prose, draft) || IsOccasion(prose, draft) || IsLettingIn(prose, draft) || IsManner(prose, draft) || IsSomebody(prose, draft));

    // An event or what was said shows something; who is no person and no body says nothing.
    private static bool IsShown(Prose prose, Draft draft)
    {
        if (draft.HasQuotation || draft.Source.IsEmpty || !Shows.Contains(Addressees.LemmaOf(prose, draft.Cue.End - 1))) return false;
        Word first = prose.Words[draft.Source.First], head = prose.Words[draft.Source.End - 1];
        if (first.Is(Traits.Relative)) return !prose.Text.AsSpan(first.Span.Start, first.Span.Length).Equals("who", StringComparison.OrdinalIgnoreCase);
        bool demonstrative = first.Is("this") || first.Is("these") || first.Is("that") || first.Is("those") || first.Is("such");
        return demonstrative && !head.Is(Traits.Person | Traits.Office | Traits.Spokesman | Traits.Media);
    }

    // "Will not admit observers": whoever is let in or kept out has not been spoken of by that.
    private static bool IsLettingIn(Prose prose, Draft draft)
    {
        if (draft.HasQuotation || Addressees.LemmaOf(prose, draft.Cue.End - 1) != "admit" || prose.Words[Math.Min(prose.Words.Count - 1, prose.WordAt(draft.Content[0].Start))].Is("that")) return false;
        for (int i = draft.Cue.First; i < draft.Cue.End; i++)
        {
            if (prose.Source.Tokens[prose.Words[i].Token].Xpos == "MD") return true;
        }

        return false;
    }

    // The answer is what follows; that to which it answers is not it.
    private static bool IsOccasion(Prose prose, Draft draft)
    {
        if (draft.HasQuotation || draft.Cue.End - draft.Cue.First != 1 || !Answers.Contains(Addressees.LemmaOf(prose, draft.Cue.First))) return false;
        Word cue = prose.Words[draft.Cue.First];
        int next = prose.WordAt(draft.Content[0].Start);
        return prose.Text.AsSpan(cue.Span.Start, cue.Span.Length).EndsWith("ing", StringComparison.Ordinal) && next < prose.Words.Count && prose.Words[next].Is("to");
    }

    // "Claimed | again": how, and not what. "Thinks | otherwise" is what.
    private static bool IsManner(Prose prose, Draft draft) =>
        !draft.HasQuotation && Words(prose, draft).All(word => prose.UposOf(word) == "ADV" && !prose.Words[word].Is(Traits.Negation) && prose.Words[word].Span.Of(prose.Text) is not ("otherwise" or "so" or "likewise"));

    // "Repeated | the Norlandic leader".
    private static bool IsSomebody(Prose prose, Draft draft)
    {
        if (draft.HasQuotation || !Says.Contains(Addressees.LemmaOf(prose, draft.Cue.End - 1))) return false;
        int[] words = [.. Words(prose, draft)];
        return words.Length > 0 && prose.Words[words[^1]].Is(Traits.Person | Traits.Office | Traits.Spokesman) && Array.TrueForAll(words, word => prose.UposOf(word) is "DET" or "ADJ" or "NOUN" or "PROPN" or "PRON");
    }

    private static IEnumerable<int> Words(Prose prose, Draft draft)
    {
        foreach (TextSpan span in draft.Content)
        {
            for (int word = prose.WordAt(span.Start); word < prose.Words.Count && prose.Words[word].Span.Start < span.End; word++) if (prose.Words[word].IsWordOrNumber) yield return word;
        }
    }
}
