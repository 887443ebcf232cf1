namespace Rapporteur.Text.Stances;

/// <summary>Stances told by what stays, what one does oneself, and what is there or only to be had one way: "the goals have not shifted", "insisted that Norland would pursue its goals", "can only be signed with the elected".</summary>
internal sealed partial class AttributedStances
{
    // "The goals have not shifted", "our demands remain firm", "this means no change to our terms": what does not change is kept to.
    private bool OfUnchanged(int i, StanceLexicon.Entry? entry, bool negated)
    {
        if (_tree.Text.Tokens[i].Upos != "VERB" || !Clausal(i) || Modal(i) is not null || Unchanged(i, entry, negated) is not { } kept) return false;
        Construction ??= "unchanged";
        _used.Add(i);
        Under(kept, Stance.Supports, Kept, 1, ignoreNo: true);
        return true;
    }

    private int? Unchanged(int i, StanceLexicon.Entry? entry, bool negated)
    {
        if (Subject(i) is >= 0 and int subject && IsCourse(subject))
        {
            if (negated && (entry is { Role: StanceRole.Invert } || _tree.Lemma(i) == "move")) return subject;
            // The tree may have "firm" as what remains.
            if (!negated && _tree.Lemma(i) is "remain" or "stay" && _tree.Children(i).Any(child => child > i && StanceLexicon.English.Of("ADJ", _tree.Lemma(child)).Any(firm => firm is { Role: StanceRole.Any, Stance: Stance.Supports }))) return subject;
        }

        if (_tree.Lemma(i) is not ("mean" or "imply" or "signal" or "signify" or "entail")) return null;
        int change = _tree.Children(i).FirstOrDefault(child => _tree.Relation(child) == "obj" && _inside.Contains(child), -1);
        return change >= 0 && Entry(change) is { Role: StanceRole.Invert } turn && (negated || Without(change)) && Complements(change, turn) is [var of, ..] && IsCourse(of) ? of : null;
    }

    // What one stands for, or what is of one's own side: not a situation that others make.
    private bool IsCourse(int noun) => _inside.Contains(noun) && _tree.Text.Tokens[noun].Upos is "NOUN" or "PROPN"
        && (_tree.Lemma(noun) is "goal" or "aim" or "objective" or "position" or "stance" or "demand" or "condition" or "term" or "policy" or "principle" or "priority" or "line" or "view"
            || _tree.Children(noun).Any(child => _tree.Relation(child) == "nmod:poss" && (_tree.Written(child) is "our" or "my" || _holder.Is(child))));

    // "An agreement can only be signed with the elected": not before, and not otherwise.
    private bool OfOnlyWith(int i, string modal, bool negated)
    {
        if (negated || modal is not ("can" or "could" or "may" or "might") || !_tree.Children(i).Any(child => _tree.Lemma(child) == "only")) return false;
        int subject = _tree.Children(i).FirstOrDefault(child => _tree.Relation(child) == "nsubj:pass" && _inside.Contains(child), -1);
        int with = _tree.Children(i).FirstOrDefault(child => child > i && _inside.Contains(child) && _tree.Relation(child) == "obl" && _tree.Case(child) is "with" or "by" or "through" or "under" or "after", -1);
        if (subject < 0 || with < 0 || Actor(subject) is not null) return false;
        int[] named = [.. _content.Where(token => token > i && IsUnder(token, with))];
        Construction ??= "only-with";
        _condition = (Span(named[0], named[^1]), true);
        _used.Add(i);
        Under(subject, Stance.Rejects, SoftModal, 1, ignoreNo: true);
        _condition = null;
        return true;
    }

    // "Norland would pursue its goals": a clause of what the speaker's own side does, without "must".
    private bool IsOwnCourse(int root) => _tree.IsVerb(root) && _holder.HoldsPlainly(root) && Modal(root) is null or "will" or "would" && !_tree.Children(root).Any(child => _tree.Relation(child) == "nsubj:pass");
}
