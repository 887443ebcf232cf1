using Rapporteur.Text.Encounters;
using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Text.Stances;

/// <summary>The stances of one attribution.</summary>
internal sealed partial class AttributedStances
{
    // Longer chains ("wants to try to begin to …") than this are errors of the tree.
    private const int Deepest = 6;
    private const double FirmModal = 0.9;
    private const double SoftModal = 0.6;
    private const double Intention = 0.4;
    private const double Refusal = 0.7;
    private const double OfWhole = 0.5;

    // "rejected the plan, the levy and the flag": what more there is hangs on these.
    private const int RootsRead = 3;

    // "reports on a news site that": as far as a clause stands from its noun.
    private const int ThatWithin = 9;

    private readonly EncounterText _tree;
    private readonly int _index;
    private readonly List<int> _content;
    private readonly HashSet<int> _inside = [];
    private readonly List<int> _cue;
    private readonly HashSet<int> _used = [];
    private readonly StanceHolder _holder;
    private readonly List<StanceMark> _marks = [];
    private (TextSpan Span, bool Unless)? _condition;

    /// <summary>The construction that the marks were read by; null where a word took the stance, or the act of the whole.</summary>
    public string? Construction { get; private set; }

    /// <summary>True when what is said was understood and is nobody's stance: what another does, and that somebody will not speak.</summary>
    public bool IsPassedOver { get; private set; }

    /// <summary>Whether what was read is so plain that what is learnt of words need not weigh it: a short answer or fragment, or a plain sentence of who speaks for a state.</summary>
    public bool IsPlain => Construction is "no-before" or "answer" or "not-one" or "first-then" or "traded" or "rather" or "question"
        || (_holder.Official && Construction is "phrase" or "present" or "will-not" or "announced" or "keep" or "passive" or "cue" or "ours" or "door" or "absence" or "present-condition" or "judging-cue" or "denied" or "unchanged");

    /// <summary>Whether one who speaks for a state says that it is ready or open: what is learnt of words may weigh how far, but not that it was said.</summary>
    public bool IsReadiness => Construction == Readiness;

    private const string Readiness = "ready";

    public AttributedStances(EncounterText tree, int index)
    {
        (_tree, _index) = (tree, index);
        Attribution attribution = tree.Text.Attributions[index];
        _content = StanceParts.Tokens(tree, HandedOn.Of(tree, attribution));
        _cue = StanceParts.Tokens(tree, attribution.Cue);
        _inside.UnionWith(_content);
        _holder = new StanceHolder(tree, attribution);
    }

    public IReadOnlyList<StanceMark> Read()
    {
        // "promised no talks before the boats are gone": the words refuse, whatever the cue does.
        if (StanceParts.OpensWithNo(_tree, _content)) OfFragments();
        bool against = _marks.Count == 0 && OfCue();
        // What is denied or refused holds stances that are not the speaker's.
        if (!against)
        {
            OfPhrases();
            OfFragments();
            foreach (int i in _content)
            {
                if (!_used.Contains(i)) OfPredicate(i);
            }
        }

        if (_marks.Count == 0 && !(IsPassedOver |= AdmitsFact())) OfAct();
        return [.. _marks.OrderBy(mark => mark.Target).ThenBy(mark => mark.Stance).DistinctBy(mark => (mark.Target, mark.Stance))];
    }

    /// <summary>The marks of the whole content with a given stance, where no word takes one.</summary>
    public IReadOnlyList<StanceMark> ReadAs(Stance stance, double strength)
    {
        _used.Clear();
        foreach (int root in Roots().Take(1))
        {
            _condition = StanceCondition.Of(_tree, root, _inside.Contains);
            // What is known of the whole is known of an end, and not of what ends.
            if (Entry(root) is { Role: StanceRole.Invert }) Mark(root, stance, strength);
            else Under(root, stance, strength, 0, ignoreNo: true);
        }

        return [.. _marks.Take(1).Select(mark => mark with { Stance = stance })];
    }

    // "demanded", "ruled out", "did not rule out", "called for".
    private bool OfCue()
    {
        foreach (int i in _cue)
        {
            if (Entry(i) is not { Role: StanceRole.Own } entry)
            {
                if (OfJudgingCue(i) || OfRefusingCue(i) || OfAnnouncedEnd(i)) return true;
                continue;
            }

            // "Why not share it?, he asked": nothing is asked for.
            if (_tree.Lemma(i) == "ask" && _content.Count > 0 && (_tree.Written(_content[^1]) == "?" || (_content[^1] + 1 < _tree.Text.Tokens.Count && _tree.Written(_content[^1] + 1) == "?"))) continue;
            Stance? stance = Negated(i) ? StanceAlgebra.Not(entry.Stance, RulesOut(i)) : entry.Stance;
            if (stance is not { } taken) continue;
            foreach (int root in Roots().Take(RootsRead))
            {
                _condition = StanceCondition.Of(_tree, root, _inside.Contains);
                if (entry.Aim && OwnAction(root)) taken = Negated(i) ? Stance.Rejects : Stance.Supports;
                // "insisted that Zembia would pursue its goals": what one does oneself is no demand on others.
                if (taken == Stance.Demands && IsOwnCourse(root)) taken = Stance.Supports;
                // "pledged to close the ports": what does harm is no offer.
                if (taken == Stance.Offers && Entry(root) is { Role: StanceRole.Harm }) taken = Stance.Threatens;
                // "rejected the charge that": what is rejected is that it is so.
                if (taken == Stance.Rejects && Entry(root) is { Role: StanceRole.Claim }) taken = Stance.Denies;
                Under(root, taken, entry.Strength, 0);
            }

            return taken is Stance.Denies or Stance.Rejects;
        }

        return false;
    }

    // Where no word takes a stance by itself, what the speaker does by the whole does.
    private void OfAct()
    {
        Stance? stance = _tree.Text.Attributions[_index].Act switch
        {
            SpeechAct.Demand => Stance.Demands,
            SpeechAct.Propose or SpeechAct.Promise => Stance.Offers,
            SpeechAct.Threaten => Stance.Threatens,
            SpeechAct.Reject => Stance.Rejects,
            SpeechAct.Accept => Stance.Accepts,
            SpeechAct.Deny => Stance.Denies,
            SpeechAct.SetCondition => Stance.Conditional,
            _ => null,
        };
        if (stance is not { } taken) return;
        _used.Clear();
        foreach (int root in Roots().Take(1))
        {
            _condition = StanceCondition.Of(_tree, root, _inside.Contains);
            // The act is that of the whole: a word of denial in it has been counted.
            Under(root, taken, OfWhole, 0, ignoreNo: true);
        }
    }

    private IEnumerable<int> Roots() =>
        _content.Where(token => !_inside.Contains(_tree.Text.Tokens[token].Head) && _tree.Text.Tokens[token].Upos is "NOUN" or "VERB" or "PROPN" or "ADJ");

    private void OfPredicate(int i)
    {
        Token token = _tree.Text.Tokens[i];
        StanceLexicon.Entry? entry = Entry(i);
        _condition = StanceCondition.Of(_tree, i, _inside.Contains);
        bool negated = Negated(i);
        if (OfModal(i, entry, negated) || OfNothing(i) || OfKeeping(i, entry, negated) || OfRefusedPassive(i, entry, negated) || OfAnnouncedPassive(i, entry, negated) || OfOwnPresent(i, entry, negated) || OfAbsence(i, entry)
            || OfUnchanged(i, entry, negated) || OfGoing(i, negated) || OfDoor(i, negated) || OfOurs(i, negated) || OfConditionalPresent(i, entry, negated)) return;
        // "had no plans to leave": not a denial but a refusal, told of the past.
        if (token.Upos == "NOUN" && Without(i) && PastHead(token.Head) && entry is { Role: StanceRole.Light or StanceRole.Own } && Complements(i, entry).Exists(below => Marked(below, "to")))
        {
            Under(i, Stance.Rejects, SoftModal, 0, ignoreNo: true);
        }
        else if (token.Upos == "NOUN" && Without(i) && PastHead(token.Head))
        {
            Under(i, Stance.Denies, OfWhole, 0, ignoreNo: true);
        }
        else if (token.Upos == "NOUN" && Without(i) && entry is not { Role: StanceRole.Any or StanceRole.Own, Stance: Stance.Rejects } && (!_inside.Contains(token.Head) || _tree.Lemma(token.Head) is "be" or "have" or "see" or "set" or "exist"))
        {
            Under(i, Stance.Rejects, Refusal, 0, ignoreNo: true);
        }
        else if (entry is { Role: StanceRole.Any })
        {
            if (token.Upos == "NOUN" && !Predicative(i))
            {
                // "set out conditions for talks": what is set is wanted.
                if (entry.Stance == Stance.Demands && (token.Relation is "obj" || !_inside.Contains(token.Head))) Mark(i, Stance.Demands, entry.Strength);
                return;
            }

            Stance? stance = negated ? StanceAlgebra.Not(entry.Stance, false) : entry.Stance;
            if (stance is { } taken && Judged(i, entry) is { } target)
            {
                _used.Add(i);
                Under(target, taken, entry.Strength, 0);
            }
        }
        else if (entry is { Role: StanceRole.Own })
        {
            // "Membership has never been opposed by Zembia": the one who opposes follows, what is opposed goes before.
            int agent = Agent(i);
            bool holds = token.Upos == "NOUN" ? OwnNoun(i) : (agent < 0 ? _holder.Holds(i) : _holder.Is(agent)) && Finite(i);
            // "We do not want a war" is more than not to ask for one.
            Stance? stance = negated ? entry.Aim ? Stance.Rejects : StanceAlgebra.Not(entry.Stance, RulesOut(i)) : entry.Stance;
            List<int> targets = agent < 0 ? Complements(i, entry) : [.. _tree.Children(i).Where(child => _tree.Relation(child) == "nsubj:pass" && _inside.Contains(child))];
            if (!holds || stance is not { } taken || targets.Count == 0) return;
            // "considers it unacceptable": the judgement is the stance.
            if (targets.Exists(target => Entry(target) is { Role: StanceRole.Any })) return;
            if (!negated && Modal(i) is "could" or "may" or "might") taken = Stance.LeavesOpen;
            if (entry.Aim && targets.TrueForAll(OwnAction)) taken = negated ? Stance.Rejects : Stance.Supports;
            _used.Add(i);
            if (token.Upos == "ADJ" && taken is Stance.Offers or Stance.LeavesOpen && _holder.Official && _holder.HoldsPlainly(i)) Construction ??= Readiness;
            foreach (int target in targets) Under(target, taken, entry.Strength, 0);
        }
        else if (negated && entry is null && PastNegated(i))
        {
            Under(i, Stance.Denies, OfWhole, 0, ignoreNo: true);
        }
        else if (negated && entry is not { Role: StanceRole.Own or StanceRole.State })
        {
            OfDeniedPassive(i);
        }
    }

    private int Agent(int i) => _tree.Text.Tokens[i].Xpos == "VBN" && _tree.Children(i).Any(child => _tree.Relation(child) == "nsubj:pass")
        ? _tree.Children(i).FirstOrDefault(child => _tree.Relation(child).StartsWith("obl", StringComparison.Ordinal) && _tree.Case(child) == "by", -1) : -1;

    // "wants to leave" against "wants them to leave", "wants a truce".
    private bool OwnAction(int target) => _tree.Text.Tokens[target].Upos == "VERB" && Marked(target, "to")
        && !_tree.Children(target).Any(child => _tree.Relation(child) is "nsubj" or "nsubj:pass")
        && !(_tree.Text.Tokens[target].Head is >= 0 and int head && _tree.Children(head).Any(child => _tree.Relation(child) is "obj" or "iobj"));

    // "There was no order", "they had no dealings": no refusal, it was not so.
    private bool PastHead(int head) => head >= 0 && _inside.Contains(head) && _tree.Text.Tokens[head].Xpos == "VBD" && _tree.Lemma(head) is "be" or "have";

    // "has nothing against the line".
    private bool OfNothing(int i)
    {
        if (_tree.Lemma(i) != "nothing") return false;
        int against = _tree.Children(i).FirstOrDefault(child => _tree.Case(child) == "against" && _inside.Contains(child), -1);
        if (against < 0 && _tree.Text.Tokens[i].Head is >= 0 and int head) against = _tree.Children(head).FirstOrDefault(child => _tree.Case(child) == "against" && _inside.Contains(child), -1);
        if (against < 0) return false;
        Under(against, Stance.Accepts, SoftModal, 0);
        return true;
    }

    // "had never said", "did not order it": that it was so is denied. "Has not decided yet" denies nothing.
    private bool PastNegated(int i)
    {
        if (_tree.Text.Tokens[i].Upos != "VERB" || !_holder.Holds(i) || _holder.Subject(i) < 0) return false;
        bool past = _tree.Text.Tokens[i].Xpos == "VBD";
        foreach (int child in _tree.Children(i))
        {
            if (_tree.Lemma(child) is "yet") return false;
            past |= _tree.Relation(child) == "aux" && (_tree.Lemma(child) == "have" || _tree.Text.Tokens[child].Xpos == "VBD");
        }

        return past;
    }

    // "must withdraw", "will not discuss", "cannot be part of", "can begin once".
    private bool OfModal(int i, StanceLexicon.Entry? entry, bool negated)
    {
        string? modal = Modal(i) ?? Obliged(i);
        if (modal is null) return false;
        Token token = _tree.Text.Tokens[i];
        // "Should they call": a condition. "You can", "if you": of people in general.
        if (modal == "should" && token.Relation == "advcl") return false;
        if (_holder.Subject(i) is >= 0 and int anyone && _tree.Lemma(anyone) == "you") return false;
        // "would not have made it up": what was not done.
        if (modal is "would" or "could" && _tree.Children(i).Any(child => _tree.Relation(child) == "aux" && _tree.Lemma(child) == "have")) return false;
        if (OfOnlyWith(i, modal, negated)) return true;
        if (modal == "will" && !negated && _holder.Holds(i) && _holder.Subject(i) >= 0 && OfKeeping(i, entry, negated)) return true;
        (Stance Stance, double Strength)? found = modal switch
        {
            "must" or "shall" => (negated ? Stance.Rejects : Stance.Demands, FirmModal),
            "should" or "ought" => (negated ? Stance.Rejects : Stance.Demands, SoftModal),
            "can" or "could" when negated && entry is { Role: StanceRole.Own } && StanceAlgebra.Not(entry.Stance, RulesOut(i)) == Stance.LeavesOpen => (Stance.LeavesOpen, SoftModal),
            "can" or "could" when negated => (Stance.Rejects, Refusal),
            "will" or "would" when negated && (_holder.Holds(i) || Existential(i)) => (Stance.Rejects, Refusal),
            "will" when entry is { Role: StanceRole.Harm } && _holder.Holds(i) => (Stance.Threatens, entry.Strength),
            "will" when _holder.Holds(i) && _holder.Subject(i) >= 0 => (Stance.Supports, Intention),
            "would" when _holder.Holds(i) && _holder.Subject(i) >= 0 && token.Upos == "VERB" && entry is not { Role: StanceRole.Own } => (Stance.Offers, Intention),
            "may" or "might" when !negated && _holder.Holds(i) && _holder.Subject(i) >= 0 && token.Upos == "VERB" => (Stance.LeavesOpen, Intention),
            "can" or "could" or "may" or "might" when (_condition is not null && (_holder.Side is not null || _holder.Holds(i))) || entry is { Role: StanceRole.Light } => (Stance.LeavesOpen, Intention),
            _ => null,
        };
        if (found is not { } taken) return false;
        // What a state's office-holder says his side will not do, or that there will not be, is as plain as can be.
        if (taken.Stance == Stance.Threatens) Construction ??= "announced";
        if (negated && taken.Stance == Stance.Rejects && modal is "will" or "would" or "shall" && (Existential(i) || _holder.HoldsPlainly(i))) Construction ??= "will-not";
        if (Existential(i) && _holder.Subject(i) is >= 0 and int there)
        {
            _used.Add(i);
            Under(there, taken.Stance, taken.Strength, 0, ignoreNo: true);
            return true;
        }

        Under(i, taken.Stance, taken.Strength, 0, ignoreNo: true);
        return true;
    }

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
        // "ready to talk while the boats leave": the condition may stand with what one is ready for.
        (TextSpan Span, bool Unless)? stands = _condition ?? (_tree.IsVerb(i) ? StanceCondition.Of(_tree, i, _inside.Contains) : null);
        Stance given = stands is { } condition ? StanceAlgebra.Given(stance, condition.Unless) : stance;
        // A condition is not its own target.
        TextSpan? span = stands?.Span is { } at && !at.Contains(target.Span) ? at : null;
        _marks.Add(new StanceMark(_index, span is null ? stance : given, target.Span, _tree.IsVerb(i), target.Words, Math.Round(strength, 2), span, _holder.Side)
        {
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
            if (_tree.Text.Tokens[i].Upos is not ("NOUN" or "PROPN") || (_tree.ActorAt(i) is { } actor && _tree.TypeOf(actor) != EntityType.Organisation)) continue;
            if (_tree.Case(i) is "as" or "for" or "regarding" or "about" or "concerning" || _tree.Relation(i).StartsWith("nsubj", StringComparison.Ordinal)) subject = i;
        }

        return subject;
    }

    private StanceLexicon.Entry? Entry(int i)
    {
        Token token = _tree.Text.Tokens[i];
        // A headline writes "Willingness for Dialogue" as if it were a name.
        string upos = token.Upos == "PROPN" && _tree.ActorAt(i) is null ? "NOUN" : token.Upos ?? "";
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

    private bool Marked(int i, string word) => _tree.Children(i).Any(child => _tree.Relation(child) is "mark" or "case" && _tree.Lemma(child) == word);

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

    private bool Predicative(int i) => _tree.Children(i).Any(child => _tree.Relation(child) is "cop" or "nsubj");

    // "his readiness", "express willingness", or the head of the whole content.
    private bool OwnNoun(int i)
    {
        foreach (int child in _tree.Children(i))
        {
            if (_tree.Relation(child) == "nmod:poss") return _holder.Holds(i) && (_tree.ActorAt(child) is null || _holder.Is(child));
        }

        return !_inside.Contains(_tree.Text.Tokens[i].Head) || _tree.Relation(i) is "obj" or "root";
    }

    // An infinitive or relative clause below something else has been read with it, or belongs to somebody else.
    private bool Finite(int i) => _tree.Relation(i) is not ("acl:relcl" or "amod" or "acl") && (_tree.Relation(i) is not "xcomp" || !_used.Contains(_tree.Text.Tokens[i].Head));

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
}
