namespace Rapporteur.Text.Stances;

/// <summary>Stances that phrases of several words take.</summary>
internal sealed partial class AttributedStances
{
    private void OfPhrases()
    {
        for (int k = 0; k < _content.Count; k++)
        {
            int first = _content[k];
            if (_used.Contains(first) || StancePhrases.English.At(_tree, first, _inside.Contains) is not { } found) continue;
            if (OfPhrase(found.Phrase, first, found.End)) k += found.End - first - 1;
        }
    }

    private bool OfPhrase(StancePhrases.Phrase phrase, int first, int end)
    {
        int root = first;
        while (root < end - 1 && _tree.Text.Tokens[root].Head is var head && head >= first && head < end) root++;
        // "in nobody's interest" hangs on "is", or is the predicate itself.
        int predicate = _tree.Relation(root) is "obl" or "advmod" or "xcomp" or "obj" or "nmod" or "compound:prt" or "amod" or "case" && _tree.Text.Tokens[root].Head is >= 0 and int above && _inside.Contains(above) && _tree.IsVerb(above) ? above : root;
        int subject = Subject(predicate) is >= 0 and int plain ? plain : _holder.Subject(predicate);
        bool predicative = subject >= 0 || _tree.Children(predicate).Any(child => _tree.Relation(child) is "cop" or "expl" or "csubj") || !_inside.Contains(_tree.Text.Tokens[predicate].Head) || _tree.IsVerb(predicate);
        if (!predicative || (phrase.Own && !(_holder.Holds(predicate) && (subject >= 0 || !_inside.Contains(_tree.Text.Tokens[predicate].Head))))) return false;
        if (phrase.Own && !Clausal(predicate)) return false;
        bool negated = !phrase.Denies && (Negated(predicate) || (root != predicate && Negated(root)) || (first > 0 && _inside.Contains(first - 1) && _tree.Lemma(first - 1) is "not" or "never" or "n't"));
        Stance? stance = negated ? StanceAlgebra.Not(phrase.Stance, rulesOut: phrase.Stance == Stance.Rejects) : phrase.Stance;
        if (stance is not { } taken) return false;
        _condition = StanceCondition.Of(_tree, predicate, _inside.Contains);
        foreach (string[] place in phrase.Targets)
        {
            if (TargetAt(place, predicate, root, subject, first, end) is not { } target) continue;
            if (Modal(predicate) is "must" or "should" && taken != Stance.Rejects) taken = Stance.Demands;
            for (int i = first; i < end; i++) _used.Add(i);
            _used.Add(predicate);
            _used.Remove(target);
            Construction ??= "phrase";
            Under(target, taken, phrase.Strength, 1, ignoreNo: phrase.Denies);
            return true;
        }

        return false;
    }

    private int? TargetAt(string[] place, int predicate, int root, int subject, int first, int end)
    {
        int[] heads = [predicate, root, .. Enumerable.Range(first, end - first)];
        switch (place[0])
        {
            case "subject":
                // "A force was “twenty too many,” he said": the tree may hang the subject on the cue.
                if (subject < 0) subject = _content.FindLast(i => i < first && _tree.Relation(i) is "nsubj" or "nsubj:pass" && !_inside.Contains(_tree.Text.Tokens[i].Head));
                return subject >= 0 && (subject < first || subject >= end) && _inside.Contains(subject) && IsMatter(subject) ? subject : null;
            case "clause":
                return heads.SelectMany(_tree.Children).Cast<int?>().FirstOrDefault(child => child >= end && _inside.Contains(child.Value) && _tree.Relation(child.Value) is "csubj" or "ccomp" or "xcomp" or "acl" or "advcl" && (_tree.Relation(child.Value) != "advcl" || Marked(child.Value, "to")));
            case "object":
                return heads.SelectMany(_tree.Children).Cast<int?>().FirstOrDefault(child => _inside.Contains(child!.Value) && (child < first || child >= end) && _tree.Relation(child.Value) == "obj");
            default:
                int? noun = heads.SelectMany(_tree.Children).Cast<int?>().FirstOrDefault(child => child >= end && _inside.Contains(child.Value) && (place.Contains(_tree.Case(child.Value)) || place.Any(word => Marked(child.Value, word))));
                // The last word of the phrase is the preposition, and its noun may hang anywhere.
                return noun ?? (place.Contains(_tree.Lemma(end - 1)) && _tree.Text.Tokens[end - 1].Head is var head && head >= end && _inside.Contains(head) ? head : null);
        }
    }

    // A pronoun counts where the words before tell what it is; nobody is a matter by himself, and no state in its own mouth.
    private bool IsMatter(int token) => _tree.Text.Tokens[token].Upos != "PRON"
        ? Actor(token) is not { } actor || !(_tree.IsPerson(actor) || _holder.Is(token))
        : _tree.Lemma(token) is "it" or "this" or "that" or "they" or "these" or "those";
}
