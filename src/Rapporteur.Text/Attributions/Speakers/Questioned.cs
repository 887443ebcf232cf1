namespace Rapporteur.Text.Attributions.Speakers;

/// <summary>Tells the one who is asked from the one who asks, where the verb is a participle: "Asked about the bridge, Arden said", "Arden, pressed on costs, replied", "Arden was asked".</summary>
internal static class Questioned
{
    private static readonly HashSet<string> Asking = new(StringComparer.Ordinal) { "ask", "question", "press", "quiz", "grill" };

    /// <summary>The words of the one who is asked, empty where the tree does not tell; null where the cue does not ask in such a way.</summary>
    public static WordRange? Of(Prose prose, Saying saying)
    {
        if (saying.Cue < 0 || !Asking.Contains(Addressees.LemmaOf(prose, saying.Cue))) return null;
        IReadOnlyList<Token> tokens = prose.Source.Tokens;
        int cue = prose.Words[saying.Cue].Token;
        if (tokens[cue].Xpos is not ("VBN" or "VBD")) return null;
        if (Child(prose, saying, cue, "nsubj:pass") is >= 0 and var acted) return Subjects.Phrase(prose, saying.Segment.First, acted);
        if (Child(prose, saying, cue, "aux:pass") >= 0) return WordRange.None;
        if (!saying.Source.IsEmpty && IsInBrackets(prose, saying)) return saying.Source;
        // "Asked about the bridge, Arden said": the subject of what it stands before.
        bool opens = saying.CueWords.First == saying.Segment.First || (tokens[cue].Xpos == "VBN" && tokens[cue].Relation == "advcl" && Child(prose, saying, cue, "nsubj") < 0);
        if (!opens || (!saying.Source.IsEmpty && !NamesAsker(prose, saying))) return null;
        int subject = tokens[cue].Head < 0 ? -1 : Child(prose, saying, tokens[cue].Head, "nsubj");
        return subject < 0 ? WordRange.None : Subjects.Phrase(prose, saying.Segment.First, subject);
    }

    /// <summary>Whether the source is who asks: "asked by the Herald".</summary>
    public static bool NamesAsker(Prose prose, Saying saying) => saying.Source.First > 0 && prose.Words[saying.Source.First - 1].Is("by");

    // "Arden, asked what she would do, replied": a comma between the two.
    private static bool IsInBrackets(Prose prose, Saying saying)
    {
        int before = saying.CueWords.First - 1;
        return before > 0 && saying.Source.First < before && prose.Words[before].Kind == WordKind.Comma && saying.Source.End is var end && (end == before || end == before + 1);
    }

    private static int Child(Prose prose, Saying saying, int head, string relation)
    {
        for (int i = saying.Segment.First; i < saying.Segment.End; i++)
        {
            Token token = prose.Source.Tokens[prose.Words[i].Token];
            if (token.Head == head && token.Relation == relation) return i;
        }

        return -1;
    }
}
