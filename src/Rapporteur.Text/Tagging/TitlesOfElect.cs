namespace Rapporteur.Text.Tagging;

/// <summary>Mends the trees of titles: in "in touch with President-elect Mira Toll" nobody elects her, and the preposition brings her.</summary>
/// <remarks>The treebanks that the parser has learnt from have next to none of these.</remarks>
internal static class TitlesOfElect
{
    // From the title to the head of the name behind it.
    private const int LongestName = 4;

    /// <summary>The tokens, with every title of somebody elected or designated below the name it belongs to.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens, tagged, with heads; they are changed.</param>
    public static void Mend(string text, Token[] tokens)
    {
        for (int elect = 2; elect + 1 < tokens.Length; elect++)
        {
            if (tokens[elect].Upos != "VERB" || tokens[elect].Span.Of(text) is not ("elect" or "Elect" or "designate") || tokens[elect - 1].Span.Of(text) is not ("-" or "–" or "‑")
                || tokens[elect - 2].Upos is not ("NOUN" or "PROPN") || tokens[elect + 1].Upos != "PROPN") continue;
            int name = elect + 1;
            while (name - elect <= LongestName && tokens[name].Head > elect && tokens[name].Head < tokens.Length) name = tokens[name].Head;
            if (tokens[name].Head == elect) Hang(tokens, elect, name);
        }
    }

    private static void Hang(Token[] tokens, int elect, int name)
    {
        int above = tokens[elect].Head;
        string? relation = tokens[elect].Relation;
        bool brought = false;
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Head != elect || i == name) continue;
            bool preposition = i < elect && tokens[i].Upos == "ADP";
            brought |= preposition;
            tokens[i] = tokens[i] with { Head = name, Relation = preposition ? "case" : i == elect - 2 ? "compound" : tokens[i].Relation };
        }

        if (brought) relation = above >= 0 && tokens[above].Upos is "VERB" or "AUX" ? "obl" : "nmod";
        tokens[name] = tokens[name] with { Head = above, Relation = relation };
        tokens[elect] = tokens[elect] with { Head = name, Relation = "amod", Upos = "ADJ", Xpos = "JJ" };
    }
}
