using Rapporteur.Text.Encounters;

namespace Rapporteur.Text.Stances;

/// <summary>One attribution's words as the decision looks at them: cue, content, source, the main word, and what stands with a word.</summary>
internal sealed class StanceParts
{
    // "I think that he hopes to be able to": deeper than this the tree errs.
    private const int Deepest = 3;
    private readonly HashSet<int> _inside;
    private readonly StanceHolder _holder;

    public StanceParts(EncounterText tree, int index)
    {
        Tree = tree;
        Attribution = tree.Text.Attributions[index];
        Content = Tokens(tree, HandedOn.Of(tree, Attribution));
        Cue = Tokens(tree, Attribution.Cue);
        Source = Tokens(tree, Attribution.Source);
        _inside = [.. Content];
        _holder = new StanceHolder(tree, Attribution);
        if (Content.Count > 0)
        {
            Main = FindMain();
            Inner = Below(Main);
        }

        if (Cue.Count == 0) return;
        CueVerb = First(Cue, i => At(i).Upos == "VERB") ?? First(Cue, Contentful) ?? Cue[0];
        LastOfCue = First(Cue.AsEnumerable().Reverse(), Contentful) ?? CueVerb;
    }

    public EncounterText Tree { get; }

    public Attribution Attribution { get; }

    public List<int> Content { get; }

    public List<int> Cue { get; }

    public List<int> Source { get; }

    /// <summary>The content's main word, or -1.</summary>
    public int Main { get; } = -1;

    /// <summary>The word below verbs of thinking, saying and wanting; the main word itself where there is none.</summary>
    public int Inner { get; } = -1;

    /// <summary>The cue's first verb, or what there is; -1 without a cue.</summary>
    public int CueVerb { get; } = -1;

    /// <summary>The cue's last verb, noun or adjective: "refused to say".</summary>
    public int LastOfCue { get; } = -1;

    public Token At(int i) => Tree.Text.Tokens[i];

    public bool Inside(int i) => _inside.Contains(i);

    /// <summary>Whether a word denies what it stands with.</summary>
    public bool Negation(int i) => Tree.Lemma(i) is "not" or "never" or "n't" or "no" or "nor" or "neither" or "without" or "nothing" or "nobody" or "hardly" or "none";

    /// <summary>"not-" where a word is denied by one that hangs on it, else nothing.</summary>
    public string Sign(int i)
    {
        bool denied = false;
        foreach (int child in Tree.Children(i)) denied ^= Negation(child);
        return denied ? "not-" : "";
    }

    /// <summary>As <see cref="Sign"/>, and where a word of denial stands at most two words before.</summary>
    public string NearSign(int i) => Sign(i).Length > 0 || (i > 0 && Negation(i - 1)) || (i > 1 && Negation(i - 2)) ? "not-" : "";

    /// <summary>The modal verb of a word, or nothing.</summary>
    public string Modal(int i)
    {
        foreach (int child in Tree.Children(i))
        {
            if (At(child).Xpos == "MD") return Tree.Lemma(child) switch { "wo" or "'ll" or "ll" or "’ll" => "will", "ca" => "can", "'d" or "’d" => "would", var lemma => lemma };
        }

        return "";
    }

    /// <summary>All auxiliaries and denials of a word.</summary>
    public string Auxiliaries(int i) => string.Join('+', Tree.Children(i).Where(child => Tree.Relation(child).StartsWith("aux", StringComparison.Ordinal) || Negation(child)).Select(Tree.Lemma));

    /// <summary>Who the subject is: the speaker himself, his side, another, a thing, nobody.</summary>
    public string Subject(int i)
    {
        int who = _holder.Subject(i);
        if (who < 0) return "none";
        return Tree.Written(who) switch
        {
            "i" or "we" => "I",
            "you" => "you",
            "he" or "she" or "they" => _holder.Holds(i) ? "own-he" : "he",
            "it" or "this" or "that" or "there" or "which" or "what" or "these" => "it",
            "who" => "who",
            _ => _holder.Holds(i) ? "own" : Tree.ActorAt(who) is null ? "thing" : "other",
        };
    }

    /// <summary>Whether the first word among some tokens is "no".</summary>
    public static bool OpensWithNo(EncounterText tree, List<int> tokens) => tokens.FindIndex(i => tree.Text.Tokens[i].Upos != "PUNCT") is >= 0 and var first && tree.Lemma(tokens[first]) == "no";

    /// <summary>The tokens in some spans.</summary>
    public static List<int> Tokens(EncounterText tree, IReadOnlyList<TextSpan> spans)
    {
        List<int> found = [];
        IReadOnlyList<Token> all = tree.Text.Tokens;
        foreach (TextSpan span in spans)
        {
            int low = 0, high = all.Count;
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (all[middle].Span.Start < span.Start) low = middle + 1;
                else high = middle;
            }

            for (int i = low; i < all.Count && all[i].Span.Start < span.End; i++) found.Add(i);
        }

        return found;
    }

    // The first verb or predicate that hangs on nothing inside; else the first word that does.
    private int FindMain()
    {
        List<int> roots = [.. Content.Where(i => !Inside(At(i).Head) && At(i).Upos is "VERB" or "AUX" or "NOUN" or "PROPN" or "ADJ" or "PRON" or "ADV")];
        return First(roots, i => At(i).Upos is "VERB" or "AUX" || Tree.Children(i).Any(child => Tree.Relation(child) == "cop")) ?? (roots.Count > 0 ? roots[0] : Content[0]);
    }

    private int Below(int i)
    {
        for (int steps = 0; steps < Deepest; steps++)
        {
            if (Tree.Lemma(i) is not ("think" or "believe" or "say" or "know" or "hope" or "guess" or "feel" or "mean" or "suppose" or "add" or "tell" or "be" or "go" or "have" or "need" or "want" or "try" or "like" or "continue")) return i;
            int below = i;
            if (First(Tree.Children(i), child => child > below && Tree.Relation(child) is "ccomp" or "xcomp") is not { } next) return i;
            i = next;
        }

        return i;
    }

    private bool Contentful(int i) => At(i).Upos is "VERB" or "NOUN" or "ADJ";

    private static int? First(IEnumerable<int> tokens, Func<int, bool> holds)
    {
        foreach (int i in tokens)
        {
            if (holds(i)) return i;
        }

        return null;
    }
}
