namespace Rapporteur.Text.Stances;

/// <summary>What the tree tells of a word: its entry, its modal verb, whether it is denied, whether it is now.</summary>
internal sealed partial class AttributedStances
{
    private StanceLexicon.Entry? Entry(int i)
    {
        Token token = _tree.Text.Tokens[i];
        // A headline writes "Willingness for Dialogue" as if it were a name.
        string upos = token.Upos == "PROPN" && Actor(i) is null ? "NOUN" : token.Upos ?? "";
        foreach (StanceLexicon.Entry entry in StanceLexicon.English.Of(upos, _tree.Lemma(i)))
        {
            // "the worst day" is no judgement of the day's matter.
            if (entry.Judged && (token.Relation == "amod" || token.Xpos is "JJR" or "JJS")) continue;
            if (!entry.Needed || Beside(i, entry.Prepositions)) return entry;
        }

        // "is prepared for", "is opposed to": the tree may have them as verbs.
        return token.Upos == "VERB" && token.Xpos == "VBN" ? StanceLexicon.English.Of("ADJ", _tree.Written(i)).FirstOrDefault() : null;
    }

    private bool Beside(int i, IReadOnlyList<string> words)
    {
        foreach (int child in _tree.Children(i))
        {
            if (words.Contains(_tree.Lemma(child)) || words.Contains(_tree.Case(child))) return true;
        }

        for (int next = i + 1; next < Math.Min(i + 3, _tree.Text.Tokens.Count); next++)
        {
            if (words.Contains(_tree.Lemma(next))) return true;
        }

        return _tree.Text.Tokens[i].Upos == "NOUN" && i > 1 && (words.Contains(_tree.Lemma(i - 1)) || words.Contains(_tree.Case(i)));
    }

    // Who is named at a token, a matter's name aside: "the Marten Bridge" does nothing.
    private string? Actor(int i) => _tree.ActorAt(i) is { } name && !StanceTarget.IsMatter(_tree, i) ? name : null;

    private bool Marked(int i, string word) => _tree.Children(i).Any(child => _tree.Relation(child) is "mark" or "case" && _tree.Lemma(child) == word);

    private bool Predicative(int i) => _tree.Children(i).Any(child => _tree.Relation(child) is "cop" or "nsubj");

    private bool Existential(int i) => _tree.Lemma(i) == "be" && _tree.Children(i).Any(child => _tree.Relation(child) == "expl");

    private string? Modal(int i)
    {
        foreach (int child in _tree.Children(i))
        {
            if (_tree.Relation(child).StartsWith("aux", StringComparison.Ordinal) && _tree.Text.Tokens[child].Xpos == "MD") return _tree.Lemma(child) is "wo" or "'ll" or "ll" ? "will" : _tree.Lemma(child) is "ca" ? "can" : _tree.Lemma(child);
        }

        return null;
    }

    // "has to withdraw", "is to withdraw", "needs to stop".
    private string? Obliged(int i)
    {
        Token token = _tree.Text.Tokens[i];
        if (token.Relation != "xcomp" || token.Head < 0 || !_inside.Contains(token.Head) || !Marked(i, "to")) return null;
        if (_tree.Children(token.Head).Any(child => _tree.Relation(child) == "obj") || Negated(token.Head)) return null;
        return _tree.Lemma(token.Head) switch { "have" => "must", "be" when token.Upos == "VERB" => "must", "need" => "should", _ => null };
    }

    private bool Negated(int i)
    {
        int count = 0;
        bool plainly = _tree.Children(i).Any(child => _tree.Lemma(child) is "not" or "never" or "n't");
        foreach (int child in _tree.Children(i))
        {
            // "will not give it back, neither for money nor for promises" denies once.
            if (_tree.Lemma(child) is "nor" or "neither") count += plainly ? 0 : 1;
            // "will not be, not under one flag and not on one ship" denies once, loudly.
            else if (count > 0 && _tree.Lemma(child) == "not" && _tree.Text.Tokens[child - 1].Upos == "PUNCT") continue;
            else if (_tree.Lemma(child) is "not" or "never" or "n't" or "no" or "hardly") count++;
            else if (_tree.Relation(child) is "nsubj" or "nsubj:pass" && (Without(child) || _tree.Lemma(child) is "nobody" or "nothing" or "none")) count++;
            else if (_tree.Relation(child) is "obj" && Without(child) && _tree.IsVerb(i)) count++;
            // "at no point", "at no time"; "no longer".
            else if (_tree.Relation(child) is "obl" && Without(child) && _tree.Lemma(child) is "point" or "time" or "moment") count++;
            else if (_tree.Relation(child) == "advmod" && _tree.Lemma(child) is "long" or "longer" && _tree.Children(child).Any(no => _tree.Lemma(no) == "no")) count++;
        }

        return count % 2 == 1;
    }

    private bool Without(int i) => _tree.Children(i).Any(child => _tree.Relation(child) == "det" && _tree.Lemma(child) is "no");

    private bool RulesOut(int i) => _tree.Lemma(i) is "rule" or "exclude";

    private int Subject(int i) => _tree.Children(i).FirstOrDefault(child => _tree.Relation(child) is "nsubj" or "nsubj:pass", -1);

    // A noun in the content that is nobody by himself.
    private bool Spoken(int subject) => subject >= 0 && _inside.Contains(subject) && _tree.Text.Tokens[subject].Upos is "NOUN" or "PROPN" or "PRON" && !(_tree.Text.Tokens[subject].Upos == "PRON" && _tree.Lemma(subject) is not ("it" or "this" or "that" or "these" or "those" or "nothing" or "none" or "we" or "i" or "they"));

    // A clause that is told, not one within another that says who, when or what for.
    private bool Clausal(int i) => _tree.Relation(i) is not ("acl:relcl" or "acl" or "amod" or "advcl" or "xcomp" or "csubj") || !_inside.Contains(_tree.Text.Tokens[i].Head);

    // Present, or announced: no past, no "might".
    private bool IsNow(int i)
    {
        string? modal = Modal(i);
        if (modal is not null) return modal is "will" or "shall" || (modal == "would" && _tree.Text.Attributions[_index].Form != AttributionForm.Direct);
        bool finite = _tree.Text.Tokens[i].Xpos is "VBZ" or "VBP";
        foreach (int child in _tree.Children(i))
        {
            if (!_tree.Relation(child).StartsWith("aux", StringComparison.Ordinal)) continue;
            if (_tree.Lemma(child) == "have" || _tree.Text.Tokens[child].Xpos == "VBD") return false;
            finite |= _tree.Text.Tokens[child].Xpos is "VBZ" or "VBP";
        }

        return finite;
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
}
