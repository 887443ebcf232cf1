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
            foreach (int child in tree.Children(predicate).SelectMany(child => WithTime(tree, child)))
            {
                if (inside(child) && Unless(tree, child) is { } unless) return (Subtree(tree, child), unless);
            }

            if (tree.Relation(predicate) is not ("xcomp" or "ccomp" or "obj" or "nsubj" or "conj")) break;
            predicate = tree.Text.Tokens[predicate].Head;
        }

        return null;
    }

    // "as soon as it returns": the clause hangs on "soon".
    private static IEnumerable<int> WithTime(EncounterText tree, int child) =>
        tree.Relation(child) == "advmod" && tree.Lemma(child) is "soon" or "long" or "only" ? tree.Children(child).Prepend(child) : [child];

    // Whether what hangs on a predicate is a condition, and of which kind; null when it is none.
    private static bool? Unless(EncounterText tree, int child)
    {
        string relation = tree.Relation(child);
        if (relation is "obl" or "nmod" && tree.Lemma(child) is "return" or "exchange" && tree.Case(child) == "in" && tree.Children(child).Any(given => tree.Case(given) == "for")) return false;
        if (relation is not ("advcl" or "obl" or "obl:unmarked")) return null;
        if (relation == "advcl" && Inverted(tree, child)) return false;
        // "When it comes to trust": as for.
        if (tree.Lemma(child) == "come" && tree.Children(child).Any(below => tree.Written(below) == "it") && tree.Children(child).Any(below => tree.Lemma(below) == "when")) return null;
        foreach (int mark in tree.Children(child))
        {
            if (tree.Relation(mark) is not ("mark" or "case" or "advmod") || mark > child) continue;
            bool? unless = StanceLexicon.English.Condition(tree.Lemma(mark)) ?? StanceLexicon.English.Condition(tree.Written(mark));
            if (unless is null && relation == "advcl" && tree.Lemma(mark) == "as" && mark > 0 && tree.Lemma(mark - 1) is "soon" or "long" && Present(tree, child)) return tree.Lemma(mark - 1) == "long";
            if (unless is null) continue;
            // "after the call", "in the time before the war" tell when; only a clause, or "until" and "without", tell on what.
            if (relation != "advcl" && tree.Lemma(mark) is not ("until" or "till" or "without")) continue;
            if (tree.Lemma(mark) is "when" or "after" or "while" or "before" && tree.Children(child).Any(below => tree.Text.Tokens[below].Xpos == "VBD" && !IsAuxiliaryOfParticiple(tree, child, below))) continue;
            // "If they lifted it" is a condition, reported or not; "until it ended" tells when. "While they are leaving" is a clause with a time of its own.
            if ((tree.Text.Tokens[child].Xpos is "VBG" && !tree.Children(child).Any(below => tree.Relation(below).StartsWith("aux", StringComparison.Ordinal)))
                || (tree.Text.Tokens[child].Xpos is "VBD" && tree.Lemma(mark) is not ("if" or "unless"))) continue;
            // "While we are prepared to talk, they must give way": what opens a sentence so is granted, not asked for.
            if (tree.Lemma(mark) == "while" && char.IsUpper(tree.Text.Text[tree.Text.Tokens[mark].Span.Start])) continue;
            // "Without conditions" sets none.
            if (tree.Lemma(mark) == "without" && tree.Lemma(child) is "condition" or "precondition" or "prerequisite") return null;
            // "No talks while they stay" ends with it, as "until they leave" does.
            return unless.Value || tree.Lemma(mark) == "while";
        }

        return null;
    }

    // "while the boats were leaving" stands in reported speech for what is to be.
    private static bool IsAuxiliaryOfParticiple(EncounterText tree, int clause, int below) =>
        tree.Text.Tokens[clause].Xpos == "VBG" && tree.Relation(below).StartsWith("aux", StringComparison.Ordinal);

    // "as soon as they returned" stands in reported speech for what is to be; "as soon as she had left" tells when.
    private static bool Present(EncounterText tree, int clause) => !tree.Children(clause).Any(below => tree.Relation(below) == "aux" && tree.Lemma(below) == "have" && tree.Text.Tokens[below].Xpos == "VBD");

    // "should another ship be stopped", "were they to leave".
    private static bool Inverted(EncounterText tree, int clause)
    {
        // "Should it be needed", "should they care to": a courtesy, and no condition.
        if (tree.Lemma(clause) is "need" or "care" or "wish" or "want" or "like" or "necessary") return false;
        int auxiliary = tree.Children(clause).FirstOrDefault(below => tree.Relation(below).StartsWith("aux", StringComparison.Ordinal) && tree.Lemma(below) is "should", -1);
        int subject = tree.Children(clause).FirstOrDefault(below => tree.Relation(below).StartsWith("nsubj", StringComparison.Ordinal), -1);
        return auxiliary >= 0 && subject > auxiliary;
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
