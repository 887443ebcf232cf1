using Rapporteur.Text.Encounters;

namespace Rapporteur.Text.Stances;

/// <summary>Finds the condition that stands with a predicate: "if …", "once …", "until …", "without …".</summary>
internal static class StanceCondition
{
    private const int Highest = 3;

    /// <summary>Where it stands, and whether it ends a refusal ("until"); null when there is none.</summary>
    public static (TextSpan Span, bool Unless)? Of(EncounterText tree, int predicate, Func<int, bool> inside)
    {
        for (int steps = 0; predicate >= 0 && inside(predicate) && steps < Highest; steps++)
        {
            foreach (int child in tree.Children(predicate))
            {
                if (!inside(child) || tree.Relation(child) is not ("advcl" or "obl" or "obl:unmarked")) continue;
                foreach (int mark in tree.Children(child))
                {
                    if (tree.Relation(mark) is not ("mark" or "case" or "advmod") || mark > child) continue;
                    bool? unless = StanceLexicon.English.Condition(tree.Lemma(mark)) ?? StanceLexicon.English.Condition(tree.Written(mark));
                    if (unless is null) continue;
                    // "after the call", "in the time before the war" tell when; only a clause, or "until" and "without", tell on what.
                    if (tree.Relation(child) != "advcl" && tree.Lemma(mark) is not ("until" or "till" or "without")) continue;
                    if (tree.Lemma(mark) is "when" or "after" or "while" or "before" && tree.Children(child).Any(below => tree.Text.Tokens[below].Xpos == "VBD") ) continue;
                    // "If they lifted it" is a condition, reported or not; "until it ended" tells when.
                    if (tree.Text.Tokens[child].Xpos is "VBG" || (tree.Text.Tokens[child].Xpos is "VBD" && tree.Lemma(mark) is not ("if" or "unless"))) continue;
                    // "While we are prepared to talk, they must give way": what opens a sentence so is granted, not asked for.
                    if (tree.Lemma(mark) == "while" && char.IsUpper(tree.Text.Text[tree.Text.Tokens[mark].Span.Start])) continue;
                    return (Subtree(tree, child), unless.Value);
                }
            }

            if (tree.Relation(predicate) is not ("xcomp" or "ccomp" or "obj" or "nsubj" or "conj")) break;
            predicate = tree.Text.Tokens[predicate].Head;
        }

        return null;
    }

    /// <summary>The first condition that stands in some spans at all, or null.</summary>
    public static TextSpan? Anywhere(EncounterText tree, IReadOnlyList<TextSpan> spans)
    {
        List<int> tokens = StanceParts.Tokens(tree, spans);
        HashSet<int> inside = [.. tokens];
        foreach (int i in tokens)
        {
            if (Of(tree, i, inside.Contains) is { } found) return found.Span;
        }

        return null;
    }

    private static TextSpan Subtree(EncounterText tree, int root)
    {
        int first = root, last = root;
        Stack<int> open = new([root]);
        HashSet<int> seen = [];
        while (open.TryPop(out int i))
        {
            if (!seen.Add(i)) continue;
            if (tree.Text.Tokens[i].Upos != "PUNCT") (first, last) = (Math.Min(first, i), Math.Max(last, i));
            foreach (int child in tree.Children(i)) open.Push(child);
        }

        return new TextSpan(tree.Text.Tokens[first].Span.Start, tree.Text.Tokens[last].Span.End);
    }
}
