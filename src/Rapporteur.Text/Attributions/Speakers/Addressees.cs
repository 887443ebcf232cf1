namespace Rapporteur.Text.Attributions.Speakers;

/// <summary>Finds the words of the one spoken to: the recipient of the cue, in the tree and, where the tree errs, right behind the verb.</summary>
internal static class Addressees
{
    // Verbs whose object is the one spoken to. With all others the object is what is spoken of.
    private static readonly HashSet<string> Tellers = new(StringComparer.Ordinal)
    {
        "tell", "inform", "ask", "warn", "assure", "remind", "urge", "advise", "notify", "brief", "order", "instruct", "invite", "thank", "congratulate",
        "greet", "implore", "beg", "persuade", "convince", "answer", "question", "challenge", "lecture", "promise", "press", "wish",
    };

    // "Extended congratulations to Arden": what one gives, sends or owes to another.
    private static readonly HashSet<string> Greetings = new(StringComparer.Ordinal)
    {
        "congratulation", "greeting", "condolence", "thanks", "wish", "apology", "gratitude", "sympathy", "message", "letter", "appeal", "request", "warning", "invitation",
    };

    // "said to", "called on", "demanded from": the preposition that brings the recipient.
    private static readonly HashSet<string> Bringers = new(StringComparer.Ordinal) { "to", "on", "upon", "from", "of" };

    /// <summary>Whether the object of the verb at a word is the one spoken to: "tell", "inform".</summary>
    public static bool Tells(Prose prose, int word) => Tellers.Contains(LemmaOf(prose, word));

    /// <summary>The recipient's noun phrase without what follows its head; empty when the text names none.</summary>
    public static WordRange Of(Prose prose, Saying saying)
    {
        if (saying.Cue < 0) return WordRange.None;
        WordRange found = InTree(prose, saying);
        return found.IsEmpty ? Behind(prose, saying) : found;
    }

    private static WordRange InTree(Prose prose, Saying saying)
    {
        IReadOnlyList<Token> tokens = prose.Source.Tokens;
        int cue = prose.Words[saying.Cue].Token;
        string lemma = LemmaOf(prose, saying.Cue);
        for (int i = saying.Segment.First; i < saying.Segment.End; i++)
        {
            Token token = tokens[prose.Words[i].Token];
            if (token.Relation is null || prose.Words[i].Quotation >= 0) continue;
            if (i >= saying.Source.First && i < saying.Source.End) continue;
            if (IsGreeted(prose, saying.Segment, i, cue)) return PhraseAt(prose, saying, i);
            // "Urged | Arden to open the port": what begins with the one spoken to is told to him.
            if (token.Head != cue || (saying.IsContent(prose.Words[i].Span.Start) && !((Tellers.Contains(lemma) || lemma == "call") && BeginsContent(prose, saying, i)))) continue;
            bool recipient = token.Relation == "iobj" || (token.Relation == "obj" && Tellers.Contains(lemma)) || (token.Relation.StartsWith("obl", StringComparison.Ordinal) && IsBrought(prose, i, lemma));
            if (recipient && CanListen(prose, i)) return PhraseAt(prose, saying, i);
        }

        return WordRange.None;
    }

    private static bool BeginsContent(Prose prose, Saying saying, int word)
    {
        int first = prose.WordAt(saying.Content[0].Start), head = prose.Words[word].Token;
        for (int i = first; i < word; i++) if (!Under(prose.Source.Tokens, prose.Source.Tokens[prose.Words[i].Token], head)) return false;
        return first <= word;
    }

    // "Sent | greetings to Arden": the recipient hangs on what is sent.
    private static bool IsGreeted(Prose prose, Segment segment, int word, int cue)
    {
        IReadOnlyList<Token> tokens = prose.Source.Tokens;
        Token token = tokens[prose.Words[word].Token];
        if (token.Relation is not ("nmod" or "obl") || token.Head < 0 || !CanListen(prose, word)) return false;
        Token sent = token.Head == cue ? Enumerable.Range(segment.First, segment.End - segment.First).Select(i => tokens[prose.Words[i].Token]).FirstOrDefault(other => other.Head == cue && other.Relation == "obj") : tokens[token.Head];
        return sent is { Relation: "obj", Lemma: { } lemma } && sent.Head == cue && Greetings.Contains(lemma.ToLowerInvariant()) && Preposition(prose, word) == "to";
    }

    // "appealed to Europeans", "called on Arden": only "say" and its like take "to"; "referred to", "agreed to" name no listener.
    private static bool IsBrought(Prose prose, int word, string lemma)
    {
        return Preposition(prose, word) switch
        {
            "on" or "upon" => lemma is "call",
            "from" or "of" => lemma is "demand" or "ask" or "request",
            "to" => lemma is not ("refer" or "agree" or "object" or "point" or "allude" or "commit" or "lead" or "compare" or "liken" or "attribute" or "turn"),
            _ => false,
        };
    }

    // The preposition that brings a word; null without one near it.
    private static string? Preposition(Prose prose, int word)
    {
        for (int i = word - 1; i >= 0 && word - i < 8; i--)
        {
            Token token = prose.Source.Tokens[prose.Words[i].Token];
            if (token.Head == prose.Words[word].Token && token.Relation == "case") return prose.Words[i].Entry?.Word ?? "";
        }

        return null;
    }

    // Where no tree is, or an uncertain one: what stands right behind "told".
    private static WordRange Behind(Prose prose, Saying saying)
    {
        int at = saying.Cue + 1;
        if (!Tellers.Contains(LemmaOf(prose, saying.Cue)) && at < saying.Segment.End && Bringers.Contains(prose.Words[at].Entry?.Word ?? ""))
        {
            string lemma = LemmaOf(prose, saying.Cue);
            bool brings = prose.Words[at].Is("to") && lemma is "say" or "speak" or "appeal" or "respond" or "reply" or "write" or "explain" || prose.Words[at].Is("on") && lemma == "call";
            if (!brings) return WordRange.None;
            at++;
        }
        else if (!Tellers.Contains(LemmaOf(prose, saying.Cue)))
        {
            return WordRange.None;
        }

        int first = at, head = -1;
        while (at < saying.Segment.End && at - first < 8 && prose.Words[at].IsWordOrNumber && prose.Words[at].Quotation < 0 && !saying.IsContent(prose.Words[at].Span.Start))
        {
            string? upos = prose.UposOf(at);
            if (at > first && upos is "PRON" or "VERB" or "AUX" or "ADP" or "SCONJ" or "ADV" or "PART" or "CCONJ") break;
            if (at > first && prose.Words[at].Is(Traits.Determiner | Traits.Weekday | Traits.Preposition | Traits.Subordinator | Traits.Time)) break;
            if (upos is null or "NOUN" or "PROPN" or "PRON") head = at;
            at++;
        }

        return head < 0 || !CanListen(prose, head) ? WordRange.None : new WordRange(first, head + 1);
    }

    // People, bodies and names listen; plans and questions do not.
    private static bool CanListen(Prose prose, int word)
    {
        Word head = prose.Words[word];
        if (head.Is(Traits.He | Traits.She | Traits.They)) return true;
        if (head.Is(Traits.Pronoun)) return prose.Text.AsSpan(head.Span.Start, head.Span.Length) is "him" or "her" or "them";
        return head.Is(Traits.Person | Traits.Office | Traits.Spokesman | Traits.Media | Traits.Body) || (head.Capital && !head.Is(Traits.Weekday | Traits.Month))
            || prose.Text.AsSpan(head.Span.Start, head.Span.Length) is "briefing" or "conference" or "crowd" or "audience" or "deputies" or "delegates" or "journalist" or "guest" or "nation" or "host" or "interviewer";
    }

    /// <summary>The noun phrase around a head: from its first modifier to the last word of the name.</summary>
    private static WordRange PhraseAt(Prose prose, Saying saying, int head)
    {
        IReadOnlyList<Token> tokens = prose.Source.Tokens;
        int token = prose.Words[head].Token, first = head, end = head + 1;
        while (first - 1 > saying.Segment.First && tokens[prose.Words[first - 1].Token] is var before && Under(tokens, before, token) && before.Relation is not ("case" or "punct" or "cc" or "mark")) first--;
        while (end < saying.Segment.End && tokens[prose.Words[end].Token] is var after && Under(tokens, after, token) && after.Relation is { } relation && (relation.StartsWith("flat", StringComparison.Ordinal) || relation is "compound" or "case" && prose.Words[end].IsGenitive)) end++;
        return new WordRange(first, end);
    }

    private static bool Under(IReadOnlyList<Token> tokens, Token token, int head)
    {
        for (int steps = 0; steps < 6 && token.Head >= 0; steps++)
        {
            if (token.Head == head) return true;
            token = tokens[token.Head];
        }

        return false;
    }

    /// <summary>Dictionary form of a word in small letters, as far as it is known.</summary>
    public static string LemmaOf(Prose prose, int word) =>
        prose.Words[word].Entry?.Verb?.Lemma ?? prose.Source.Tokens[prose.Words[word].Token].Lemma?.ToLowerInvariant() ?? prose.Words[word].Entry?.Word ?? "";
}
