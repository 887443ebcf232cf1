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
        if (subject < 0 || with < 0 || _tree.ActorAt(subject) is not null) return false;
        int[] named = [.. _content.Where(token => token > i && IsUnder(token, with))];
        Construction ??= "only-with";
        _condition = (Span(named[0], named[^1]), true);
        _used.Add(i);
        Under(subject, Stance.Rejects, SoftModal, 1, ignoreNo: true);
        _condition = null;
        return true;
    }

    private bool IsUnder(int token, int head)
    {
        for (int steps = 0; steps <= Deepest && token >= 0; steps++)
        {
            if (token == head) return true;
            token = _tree.Text.Tokens[token].Head;
        }

        return false;
    }

    // "acknowledged that he had made no progress": a fact, to which nobody agrees.
    private bool AdmitsFact() => _cue.Exists(i => _tree.Lemma(i) is "acknowledge" or "admit" or "concede" or "recall" or "note")
        && Roots().Take(1).Any(root => _tree.IsVerb(root) && Modal(root) is null && (_tree.Text.Tokens[root].Xpos == "VBD" || _tree.Children(root).Any(child => _tree.Relation(child) == "aux" && _tree.Lemma(child) == "have")));

    // "Norland would pursue its goals": a clause of what the speaker's own side does, without "must".
    private bool IsOwnCourse(int root) => _tree.IsVerb(root) && _holder.HoldsPlainly(root) && Modal(root) is null or "will" or "would" && !_tree.Children(root).Any(child => _tree.Relation(child) == "nsubj:pass");

    // "No call is in his diary", "observers will not be under any flag": what is not there is spoken of, not where.
    private int? Located(int i) => _tree.Text.Tokens[i].Upos is "NOUN" or "PROPN" && _tree.Case(i).Length > 0 && _tree.Children(i).Any(child => _tree.Relation(child) == "cop")
        && Subject(i) is >= 0 and int subject && _inside.Contains(subject) && _tree.Text.Tokens[subject].Upos is "NOUN" or "PROPN" && _tree.ActorAt(subject) is null ? subject : null;

    // Who wants a war to end is for its end: nobody is asked whether he is for the war. Who discusses it talks.
    private bool IsOfIll(int i, StanceLexicon.Entry entry) => entry.Role == StanceRole.Invert || _tree.Lemma(i) is "discuss" or "bring" or "put";

    // "the war", and in "bring an end to the war" the end.
    private bool IsIll(int i) => IllWords.Contains(_tree.Lemma(i)) || (Entry(i) is { Role: StanceRole.Invert } turn && Complements(i, turn) is { Count: > 0 } below && below.TrueForAll(IsIll));

    // "announced the suspension of deliveries": they stop.
    private bool OfAnnouncedEnd(int cue)
    {
        if (_tree.Lemma(cue) is not ("announce" or "declare" or "order") || Negated(cue) || !Roots().Any()) return false;
        int root = Roots().First();
        if (_tree.Text.Tokens[root].Upos != "NOUN" || Entry(root) is not { Role: StanceRole.Invert } turn || Complements(root, turn).Count == 0) return false;
        _condition = StanceCondition.Of(_tree, root, _inside.Contains);
        Under(root, Stance.Offers, SoftModal, 0);
        return true;
    }
}
