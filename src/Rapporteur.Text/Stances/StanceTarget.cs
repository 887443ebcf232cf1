using Rapporteur.Text.Encounters;

namespace Rapporteur.Text.Stances;

/// <summary>Reads off the tree what a stance is towards: the span shown, and the stems compared.</summary>
internal static class StanceTarget
{
    private const int Most = 8;
    private const int MostTokens = 14;

    /// <summary>The target headed by a token. No words: what it names ("see him", "this") is no matter by itself, and no issue is told by it.</summary>
    public static (TextSpan Span, IReadOnlyList<string> Words) Of(EncounterText tree, int head, Func<int, bool> inside)
    {
        List<int> tokens = [];
        Gather(tree, head, tokens, inside, depth: 0);
        tokens.Sort();
        List<string> words = [];
        bool tells = false;
        foreach (int i in tokens.OrderBy(i => i == head ? 0 : 1).ThenBy(i => i))
        {
            if (words.Count == Most) break;
            if (WordOf(tree, i) is not { } word || words.Contains(word)) continue;
            words.Add(word);
            tells |= word[0] != '^';
        }

        IReadOnlyList<Token> all = tree.Text.Tokens;
        return (new TextSpan(all[tokens[0]].Span.Start, all[tokens[^1]].Span.End), tells ? words : []);
    }

    private static string? WordOf(EncounterText tree, int i)
    {
        Token token = tree.Text.Tokens[i];
        if (tree.StateOfAdjective(i) is { } state) return "^" + Key(state);
        if (tree.ActorAt(i) is { } actor)
        {
            return tree.TypeOf(actor) == EntityType.Organisation && token.Upos != "PRON" ? Key(tree.Written(i)) : "^" + Key(actor);
        }

        if (token.Upos is not ("NOUN" or "VERB" or "PROPN" or "ADJ" or "NUM")) return null;
        string lemma = tree.Lemma(i);
        if (token.Upos == "PROPN") return Key(lemma) is { Length: > 1 } name ? name : null;
        return TargetWords.Tells(lemma) && lemma.Any(char.IsLetterOrDigit) ? TargetWords.Stem(lemma) : null;
    }

    private static string Key(string name)
    {
        string last = name.ToLowerInvariant();
        int space = last.LastIndexOf(' ');
        return last[(space + 1)..].TrimEnd('.');
    }

    private static void Gather(EncounterText tree, int i, List<int> tokens, Func<int, bool> inside, int depth)
    {
        if (tokens.Count >= MostTokens || depth > 5 || tokens.Contains(i)) return;
        tokens.Add(i);
        bool verb = tree.IsVerb(i);
        foreach (int child in tree.Children(i))
        {
            if (!inside(child)) continue;
            string relation = tree.Relation(child);
            bool taken = relation switch
            {
                "compound" or "amod" or "nmod" or "nmod:poss" or "nummod" or "flat" => true,
                "obj" or "obl" or "xcomp" or "compound:prt" => verb,
                "nsubj" or "nsubj:pass" => verb && tree.Text.Tokens[child].Upos != "PRON",
                "case" => tree.Children(child).Count == 0 && tree.Text.Tokens[child].Upos != "PART" && tokens.Count > 1,
                "det" => tree.Lemma(child) is "no",
                _ => false,
            };
            // "withdraw on Monday": when is not what.
            if (taken && tree.Text.Times.Any(time => time.Span.Contains(tree.Text.Tokens[child].Span))) taken = false;
            if (taken) Gather(tree, child, tokens, inside, depth + 1);
        }
    }
}
