namespace Rapporteur.Text.Stances;

/// <summary>Stances that words of the content take: "wants", "is unacceptable", "must leave", "has no plans to".</summary>
internal sealed partial class AttributedStances
{
    private void OfPredicate(int i)
    {
        Token token = _tree.Text.Tokens[i];
        StanceLexicon.Entry? entry = Entry(i);
        _condition = StanceCondition.Of(_tree, i, _inside.Contains);
        bool negated = Negated(i);
        if (token.Upos == "VERB" && Modal(i) is null && Clausal(i) && _holder.Holds(i) && _holder.Subject(i) >= 0 && _tree.Children(i).FirstOrDefault(child => _tree.Relation(child) == "obj" && _inside.Contains(child), -1) is >= 0 and int dropped && OfDropped(i, dropped)) return;
        if (OfModal(i, entry, negated) || OfNothing(i) || OfKeeping(i, entry, negated) || OfRefusedPassive(i, entry, negated) || OfAnnouncedPassive(i, entry, negated) || OfOwnPresent(i, entry, negated) || OfAbsence(i, entry)
            || OfUnchanged(i, entry, negated) || OfGoing(i, negated) || OfDoor(i, negated) || OfOurs(i, negated) || OfConditionalPresent(i, entry, negated)) return;
        IsPassedOver |= token.Upos == "NOUN" && Without(i) && entry is null && IsNone(i);
        // "had no plans to leave": not a denial but a refusal, told of the past.
        if (token.Upos == "NOUN" && Without(i) && PastHead(token.Head) && entry is { Role: StanceRole.Light or StanceRole.Own } && Complements(i, entry).Exists(below => Marked(below, "to")))
        {
            Under(i, Stance.Rejects, SoftModal, 0, ignoreNo: true);
        }
        else if (token.Upos == "NOUN" && Without(i) && PastHead(token.Head))
        {
            Under(i, Stance.Denies, OfWhole, 0, ignoreNo: true);
        }
        // "No visit in the chancellor's calendar": none is planned, which refuses none.
        else if (token.Upos == "NOUN" && Without(i) && _tree.Children(i).Any(child => _tree.Case(child) is "in" or "on" && _tree.Lemma(child) is "diary" or "calendar" or "agenda" or "schedule" or "programme"))
        {
            Construction ??= "absence";
            Under(i, Stance.Denies, SoftModal, 0, ignoreNo: true);
        }
        else if (token.Upos == "NOUN" && Without(i) && _tree.Lemma(i) is "precondition" && _holder.Holds(token.Head))
        {
            Construction ??= "no-preconditions";
            Under(i, Stance.Rejects, Refusal, 0, ignoreNo: true);
        }
        else if (token.Upos == "NOUN" && Without(i) && !IsNone(i) && entry is not { Role: StanceRole.Any or StanceRole.Own, Stance: Stance.Rejects } && (!_inside.Contains(token.Head) || _tree.Lemma(token.Head) is "be" or "have" or "see" or "set" or "exist"))
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
            if (!holds && stance is { } others && targets.Count > 0 && ToldOf(i) is { } other)
            {
                _used.Add(i);
                _heldBy = other;
                foreach (int target in targets) Under(target, others, entry.Strength, 0);
                _heldBy = null;
                return;
            }

            if (!holds || stance is not { } taken || targets.Count == 0) return;
            // "considers it unacceptable": the judgement is the stance.
            if (targets.Exists(target => Entry(target) is { Role: StanceRole.Any })) return;
            if (!negated && Modal(i) is "could" or "may" or "might") taken = Stance.LeavesOpen;
            if (entry.Aim && targets.TrueForAll(OwnAction)) taken = negated ? Stance.Rejects : Stance.Supports;
            _used.Add(i);
            if (IsReportedOf(i, negated)) Construction ??= "reported";
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
            // "Nobody may close the canal": forbidden.
            "may" when negated && ForNobody(i) => (Stance.Rejects, FirmModal),
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
        if (modal == "may" && taken.Stance == Stance.Rejects) Construction ??= "forbidden";
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

    // "Nobody", "no one", "no state": the denial stands with the subject.
    private bool ForNobody(int i) => Subject(i) is >= 0 and int subject && (_tree.Lemma(subject) is "nobody" or "none" || Without(subject));

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

    private int Agent(int i) => _tree.Text.Tokens[i].Xpos == "VBN" && _tree.Children(i).Any(child => _tree.Relation(child) == "nsubj:pass")
        ? _tree.Children(i).FirstOrDefault(child => _tree.Relation(child).StartsWith("obl", StringComparison.Ordinal) && _tree.Case(child) == "by", -1) : -1;

    // "wants to leave" against "wants them to leave", "wants a truce".
    private bool OwnAction(int target) => _tree.Text.Tokens[target].Upos == "VERB" && Marked(target, "to")
        && !_tree.Children(target).Any(child => _tree.Relation(child) is "nsubj" or "nsubj:pass")
        && !(_tree.Text.Tokens[target].Head is >= 0 and int head && _tree.Children(head).Any(child => _tree.Relation(child) is "obj" or "iobj"));

    // "Orr had proposed a meeting in May", her spokesman said: what she stands for, told as such.
    private bool IsReportedOf(int i, bool negated) => !negated && _tree.Text.Tokens[i].Upos == "VERB" && Clausal(i) && Modal(i) is null && _holder.Subject(i) is >= 0 and int subject && _inside.Contains(subject)
        && _tree.Children(i).Any(child => _tree.Relation(child) == "aux" && _tree.Lemma(child) == "have") && _tree.Text.Tokens[subject].Upos != "PRON"
        && (Actor(subject) is not null || _tree.Lemma(subject) is "president" or "premier" or "chancellor" or "minister" or "leader" or "government");

    // "She said that Orr had agreed to a truce": what another has answered or asked for, as far as it was spoken; who "wants" something is only thought to.
    private string? ToldOf(int i)
    {
        if (!Clausal(i) || _tree.Text.Attributions[_index].Speaker is null) return null;
        // "President Orr accepts the invitation", in a spokeswoman's mouth.
        if (_holder.SpeaksForOthers && _tree.Text.Tokens[i].Upos is "VERB" or "ADJ" && Subject(i) is >= 0 and int principal && _inside.Contains(principal) && _tree.Text.Tokens[principal].Upos == "PROPN" && Actor(principal) is { } held && _tree.IsPerson(held) && held != _tree.Text.Attributions[_index].Speaker) return held;
        if (_tree.Text.Tokens[i].Upos != "VERB" || Modal(i) is not null) return null;
        if (_tree.Lemma(i) is not ("agree" or "accept" or "consent" or "refuse" or "reject" or "decline" or "propose" or "offer" or "promise" or "pledge" or "demand")) return null;
        // The tagger may have "accepted" as a participle; with a subject and nothing before it, it is none.
        bool past = _tree.Text.Tokens[i].Xpos is "VBD" or "VBN" ? !_tree.Children(i).Any(child => _tree.Relation(child) == "aux:pass") : _tree.Children(i).Any(child => _tree.Relation(child) == "aux" && _tree.Text.Tokens[child].Xpos == "VBD");
        int subject = _tree.Children(i).FirstOrDefault(child => _tree.Relation(child) == "nsubj" && Actor(child) is not null, -1);
        return past && subject >= 0 && _inside.Contains(subject) && _tree.Text.Tokens[subject].Upos == "PROPN" && Actor(subject) is { } actor && !_holder.Is(subject) && actor != _tree.Text.Attributions[_index].Speaker ? actor : null;
    }

    // "A truce is no treaty" tells what it is, and refuses no treaty.
    private bool IsNone(int i) => Subject(i) >= 0 && _tree.Children(i).Any(child => _tree.Relation(child) == "cop");

    // "There was no order", "they had no dealings": no refusal, it was not so.
    private bool PastHead(int head) => head >= 0 && _inside.Contains(head) && _tree.Text.Tokens[head].Xpos == "VBD" && _tree.Lemma(head) is "be" or "have";

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

    // "his readiness", "express willingness", or the head of the whole content.
    private bool OwnNoun(int i)
    {
        foreach (int child in _tree.Children(i))
        {
            if (_tree.Relation(child) == "nmod:poss") return _holder.Holds(i) && (Actor(child) is null || _holder.Is(child));
        }

        return !_inside.Contains(_tree.Text.Tokens[i].Head) || _tree.Relation(i) is "obj" or "root";
    }

    // An infinitive or relative clause below something else has been read with it, or belongs to somebody else.
    private bool Finite(int i) => _tree.Relation(i) is not ("acl:relcl" or "amod" or "acl") && (_tree.Relation(i) is not "xcomp" || !_used.Contains(_tree.Text.Tokens[i].Head));
}
