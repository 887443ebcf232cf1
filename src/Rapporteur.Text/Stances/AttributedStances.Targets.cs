namespace Rapporteur.Text.Stances;

/// <summary>What a stance is towards: passed down the tree to what it is about, through words that turn it round or say nothing of it.</summary>
internal sealed partial class AttributedStances
{
    // "reports on a news site that": as far as a clause stands from its noun.
    private const int ThatWithin = 9;

    // Passes a stance down to what it is towards.
    private void Under(int i, Stance outer, double strength, int depth, bool ignoreNo = false)
    {
        if (!_inside.Contains(i) || depth > Deepest || !_used.Add(i) && depth > 0) return;
        StanceLexicon.Entry? entry = Entry(i);
        Stance stance = outer;
        if (!ignoreNo && depth >= 0 && Negated(i) && outer != Stance.Denies) stance = outer == Stance.Rejects && Without(i) ? outer : StanceAlgebra.Turned(outer);
        List<int> below = entry is null ? [] : Complements(i, entry);
        bool through = below.Count > 0 && entry!.Role is StanceRole.Light or StanceRole.Claim or StanceRole.Invert or StanceRole.Own or StanceRole.Keep && !(IsOfIll(i, entry) && below.TrueForAll(IsIll));
        if (through)
        {
            Stance passed = entry!.Role switch
            {
                StanceRole.Invert => StanceAlgebra.Turned(stance),
                StanceRole.Own => StanceAlgebra.Under(stance, entry.Stance),
                _ => stance,
            };
            foreach (int next in below) Under(next, passed, Math.Max(strength, entry.Strength), depth + 1);
        }
        else if (entry is { Role: StanceRole.Any } && (_tree.Text.Tokens[i].Upos != "NOUN" || Predicative(i)) && Judged(i, entry) is { } judged && judged != i)
        {
            Under(judged, StanceAlgebra.Under(stance, entry.Stance), Math.Max(strength, entry.Strength), depth + 1);
        }
        else
        {
            Mark(i, stance, strength);
        }

        foreach (int other in _tree.Children(i))
        {
            // "should begin with what was agreed and never put into action": what is past is not what should be.
            if (_tree.Text.Tokens[i].Xpos == "VB" && (_tree.Text.Tokens[other].Xpos is "VBN" or "VBD" || _tree.Children(other).Any(child => _tree.Lemma(child) == "never"))) continue;
            if (_tree.Relation(other) == "conj" && _inside.Contains(other) && Modal(other) is null) Under(other, outer, strength, depth + 1, ignoreNo && _tree.Children(other).Any(child => _tree.Lemma(child) == "nor"));
        }
    }

    private void Mark(int i, Stance stance, double strength)
    {
        if (_tree.Text.Tokens[i].Upos == "PRON") i = Topic(i);
        if (stance is Stance.Denies or Stance.Rejects && Located(i) is { } there) i = there;
        (TextSpan Span, IReadOnlyList<string> Words) target = StanceTarget.Of(_tree, i, _inside.Contains);
        if (Antecedent(i) is { } named) target.Words = [.. target.Words.Union(StanceTarget.Of(_tree, named, token => !_inside.Contains(token)).Words)];
        // "ready to talk while the boats leave": the condition may stand with what one is ready for.
        (TextSpan Span, bool Unless)? stands = _condition ?? (_tree.IsVerb(i) ? StanceCondition.Of(_tree, i, _inside.Contains) : null);
        Stance given = stands is { } condition ? StanceAlgebra.Given(stance, condition.Unless) : stance;
        // A condition is not its own target.
        TextSpan? span = stands?.Span is { } at && !at.Contains(target.Span) ? at : null;
        _marks.Add(new StanceMark(_index, span is null ? stance : given, target.Span, _tree.IsVerb(i), target.Words, Math.Round(strength, 2), span, _heldBy is null ? _holder.Side : null)
        {
            HeldBy = _heldBy,
            Withholds = span is not null && given == Stance.Conditional && stance == Stance.Rejects,
        });
    }

    // "As for the levy, we consider this unacceptable": what the words before are about; the pronoun itself when there are none.
    private int Topic(int pronoun)
    {
        if (_tree.Lemma(pronoun) is not ("it" or "this" or "that" or "they" or "these" or "those")) return pronoun;
        int subject = pronoun;
        foreach (int i in _content)
        {
            if (i >= pronoun) break;
            if (_tree.Text.Tokens[i].Upos is not ("NOUN" or "PROPN") || (Actor(i) is { } actor && _tree.TypeOf(actor) != EntityType.Organisation)) continue;
            if (_tree.Case(i) is "as" or "for" or "regarding" or "about" or "concerning" || _tree.Relation(i).StartsWith("nsubj", StringComparison.Ordinal)) subject = i;
        }

        return subject;
    }

    // "Asked about the sailors, he said they could leave": what the sentence named just before the words, in the same number.
    private int? Antecedent(int i)
    {
        int pronoun = _tree.Text.Tokens[i].Upos == "PRON" ? i : _tree.IsVerb(i) ? _tree.Children(i).FirstOrDefault(child => _inside.Contains(child) && _tree.Relation(child) is "nsubj" or "nsubj:pass" or "obj" && _tree.Text.Tokens[child].Upos == "PRON", -1) : -1;
        if (pronoun < 0 || _tree.Written(pronoun) is not ("they" or "them" or "it") || (Actor(pronoun) is { } actor && _tree.IsPerson(actor))) return null;
        bool many = _tree.Written(pronoun) != "it";
        Sentence own = _tree.Text.Sentences.First(sentence => pronoun >= sentence.FirstToken && pronoun < sentence.EndToken);
        for (int before = _content[0] - 1; before >= own.FirstToken; before--)
        {
            Token token = _tree.Text.Tokens[before];
            if (token.Upos != "NOUN" || _tree.Relation(before) is not ("obj" or "obl" or "nmod" or "conj") || (token.Xpos == "NNS") != many || !TargetWords.Tells(_tree.Lemma(before))) continue;
            if (_tree.Text.Times.Any(time => time.Span.Contains(token.Span)) || _tree.Text.Attributions[_index].Source.Any(span => span.Contains(token.Span)) || Actor(before) is { } named && _tree.IsPerson(named)) continue;
            return before;
        }

        return null;
    }

    // "No call is in his diary", "observers will not be under any flag": what is not there is spoken of, not where.
    private int? Located(int i) => _tree.Text.Tokens[i].Upos is "NOUN" or "PROPN" && _tree.Case(i).Length > 0 && _tree.Children(i).Any(child => _tree.Relation(child) == "cop")
        && Subject(i) is >= 0 and int subject && _inside.Contains(subject) && _tree.Text.Tokens[subject].Upos is "NOUN" or "PROPN" && Actor(subject) is null ? subject : null;

    // Who wants a war to end is for its end: nobody is asked whether he is for the war. Who discusses it talks.
    private bool IsOfIll(int i, StanceLexicon.Entry entry) => entry.Role == StanceRole.Invert || _tree.Lemma(i) is "discuss" or "bring" or "put";

    // "the war", and in "bring an end to the war" the end.
    private bool IsIll(int i) => IllWords.Contains(_tree.Lemma(i)) || (Entry(i) is { Role: StanceRole.Invert } turn && Complements(i, turn) is { Count: > 0 } below && below.TrueForAll(IsIll));

    private List<int> Complements(int i, StanceLexicon.Entry entry)
    {
        List<int> clauses = [], objects = [], obliques = [], passive = [];
        foreach (int child in _tree.Children(i))
        {
            if (!_inside.Contains(child)) continue;
            switch (_tree.Relation(child))
            {
                case "xcomp" or "ccomp" or "csubj": clauses.Add(child); break;
                case "acl" when _tree.Text.Tokens[i].Upos == "NOUN" && child > i: clauses.Add(child); break;
                case "advcl" when _tree.Text.Tokens[i].Upos == "ADJ" && Marked(child, "to"): clauses.Add(child); break;
                case "obj": objects.Add(child); break;
                case "obl" or "nmod" when entry.Prepositions.Contains(_tree.Case(child)): obliques.Add(child); break;
                case "advcl" when entry.Prepositions.Any(word => Marked(child, word)): obliques.Add(child); break;
                case "nsubj:pass": passive.Add(child); break;
                case "compound" when _tree.Text.Tokens[i].Upos == "NOUN" && entry.Role is StanceRole.Light or StanceRole.Claim: obliques.Add(child); break;
            }
        }

        // "its aspirations to join": where the tree hangs the infinitive on something else.
        if (clauses.Count + objects.Count + obliques.Count == 0 && _tree.Text.Tokens[i].Upos == "NOUN" && _inside.Contains(i + 2)
            && _tree.Lemma(i + 1) == "to" && _tree.Text.Tokens[i + 2].Upos == "VERB") clauses.Add(i + 2);
        // "bring an end to the war": the tree may hang it on the verb.
        if (entry.Role == StanceRole.Invert && clauses.Count + objects.Count + obliques.Count == 0 && _tree.Text.Tokens[i] is { Upos: "NOUN", Relation: "obj", Head: >= 0 and var verb })
            obliques.AddRange(_tree.Children(verb).Where(child => child > i && _inside.Contains(child) && _tree.Relation(child) == "obl" && entry.Prepositions.Contains(_tree.Case(child))));
        // "denied reports that it had begun": where the tree hangs the clause on the verb of denial. "A newspaper report" tells whose it is.
        if (entry.Role == StanceRole.Claim && clauses.Count == 0 && ThatClause(i) is { } told) clauses.Add(told);
        // "the goals are changing": what changes is what stays when it does not.
        if (entry.Role == StanceRole.Invert) passive.AddRange(_tree.Children(i).Where(child => _tree.Relation(child) == "nsubj" && _inside.Contains(child) && _tree.Text.Tokens[child].Upos is "NOUN" or "PROPN"));
        // "is good, and should not wait": the subject stands with the first of them.
        if (entry.Role == StanceRole.Invert && passive.Count == 0 && _tree.Relation(i) == "conj" && (_holder.Subject(i) is >= 0 and int first ? first : Floating(i)) is { } shared && _inside.Contains(shared) && _tree.Text.Tokens[shared].Upos == "NOUN") passive.Add(shared);
        return clauses.Count > 0 ? clauses : objects.Count > 0 ? objects : obliques.Count > 0 ? obliques : entry.Role == StanceRole.Own ? [] : passive;
    }

    // The head of the clause that a "that" after a noun opens.
    private int? ThatClause(int noun)
    {
        for (int i = noun + 1; i < noun + ThatWithin && _inside.Contains(i); i++)
        {
            if (_tree.Written(i) == "that" && _tree.Relation(i) == "mark" && _tree.Text.Tokens[i].Head is var head && head > i && _inside.Contains(head)) return Told(head);
        }

        return null;
    }

    // "that it was about to leave": what follows.
    private int Told(int head) => _tree.Text.Tokens[head].Upos is "VERB" or "NOUN" or "ADJ" or "PROPN" && _tree.Lemma(head) != "about"
        ? head : _tree.Children(head).FirstOrDefault(child => child > head && _tree.Relation(child) is "xcomp" or "advcl" or "ccomp" && _inside.Contains(child), head);

    // "Membership is unacceptable", "it is necessary to withdraw", "a mistake to", "a condition for talks".
    private int? Judged(int i, StanceLexicon.Entry entry)
    {
        int? clause = null, subject = null;
        foreach (int child in _tree.Children(i))
        {
            if (!_inside.Contains(child)) continue;
            string relation = _tree.Relation(child);
            if (relation is "csubj" or "ccomp" or "xcomp" || (relation == "advcl" && Marked(child, "to")) || (relation == "acl" && child > i)) clause ??= child;
            if (relation is "nsubj" or "nsubj:pass" && _tree.Text.Tokens[child].Upos != "PRON") subject ??= child;
            if (relation is "obl" or "nmod" && entry.Prepositions.Contains(_tree.Case(child))) clause ??= subject is null ? child : null;
        }

        Token token = _tree.Text.Tokens[i];
        // "consider membership unacceptable", "the goals remain the same".
        if (clause is null && subject is null && token is { Relation: "xcomp", Head: >= 0 })
        {
            foreach (int child in _tree.Children(token.Head))
            {
                if (child != i && _inside.Contains(child) && _tree.Relation(child) is "obj" or "nsubj:pass") return child;
            }

            if (_holder.Subject(i) is >= 0 and int shared && _inside.Contains(shared) && _tree.Lemma(token.Head) is "remain" or "stay" or "become" or "seem" or "be") return shared;
        }

        // A pronoun stands for what the words before are about.
        if (clause is null && subject is null && _tree.Children(i).FirstOrDefault(child => _tree.Relation(child) == "nsubj" && _tree.Text.Tokens[child].Upos == "PRON", -1) is >= 0 and int pronoun && Topic(pronoun) != pronoun) return pronoun;
        // "He said the plan was “good”": the tree may hang the subject on the cue.
        if (clause is null && subject is null && token.Upos == "ADJ" && _tree.Children(i).Any(child => _tree.Relation(child) == "cop") && Floating(i) is { } floating) return floating;
        // "unacceptable conditions": what it stands before.
        if (clause is null && subject is null && token is { Relation: "amod", Head: >= 0 } && entry.Stance == Stance.Rejects && _inside.Contains(token.Head)) return token.Head;
        return subject ?? clause;
    }

    // The first noun of the content that hangs on nothing in it, before a predicate without a subject.
    private int? Floating(int before)
    {
        int found = _content.Find(i => i < before && _tree.Text.Tokens[i].Upos is "NOUN" or "PROPN" && !_inside.Contains(_tree.Text.Tokens[i].Head) && _tree.Case(i).Length == 0);
        return _content.Contains(found) && found < before && _tree.Text.Tokens[found].Upos is "NOUN" or "PROPN" ? found : null;
    }
}
