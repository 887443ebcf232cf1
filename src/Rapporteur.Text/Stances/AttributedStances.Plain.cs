namespace Rapporteur.Text.Stances;

/// <summary>Plain sentences that take a stance without a word for it: "the levy stays", "we do not pay", "observers will not be admitted", "nothing was signed".</summary>
internal sealed partial class AttributedStances
{
    private const double Kept = 0.6;
    private const double PlainRefusal = 0.6;

    // "The levy stays", "the troops will remain on the island", "Norland keeps its garrison there".
    private bool OfKeeping(int i, StanceLexicon.Entry? entry, bool negated)
    {
        // "The talks continue", and "they continue to talk".
        if (entry is { Role: StanceRole.Light }) entry = StanceLexicon.English.Of("VERB", _tree.Lemma(i)).FirstOrDefault(other => other.Role == StanceRole.Keep);
        if (entry is not { Role: StanceRole.Keep } || _tree.Text.Tokens[i].Upos != "VERB" || !Clausal(i)) return false;
        // "remains closed" judges; "remains on the island" keeps.
        if (_tree.Children(i).Any(child => _tree.Relation(child) is "ccomp" || (_tree.Relation(child) == "xcomp" && _tree.Case(child).Length == 0))) return false;
        int subject = Subject(i), kept = _tree.Children(i).FirstOrDefault(child => _tree.Relation(child) == "obj", -1);
        if (!IsNow(i) || !Spoken(subject) || Entry(subject) is { Role: StanceRole.Any }) return false;
        bool own = _holder.HoldsPlainly(i), passive = _tree.Relation(subject) == "nsubj:pass";
        // "Norland stays out of it": what others do is theirs; "the levy stays" is no doing of anybody. Who speaks for no side that the text tells may speak for the one he names.
        bool others = Actor(subject) is { } actor && _tree.TypeOf(actor) is not EntityType.Place;
        IsPassedOver |= !own && (kept >= 0 || (others && (_holder.Side is not null || _tree.IsPerson(Actor(subject)!))));
        if (IsPassedOver) return false;
        if (kept >= 0 && !entry.Prepositions.Contains("obj")) return false;
        if (kept < 0 && !passive && entry.Prepositions.Contains("obj")) return false;
        Construction ??= "keep";
        _used.Add(i);
        Under(kept >= 0 ? kept : own || others || _tree.Text.Tokens[subject].Upos == "PROPN" ? i : subject, negated ? Stance.Rejects : Stance.Supports, entry.Strength, 0, ignoreNo: true);
        return true;
    }

    // "Observers will not be admitted", "no soldier will be withdrawn", "the levy is not going to be paid": refused, whoever would do it. "Will not be" alone as well.
    private bool OfRefusedPassive(int i, StanceLexicon.Entry? entry, bool negated)
    {
        if (!negated || Modal(i) is not ("will" or "would" or "can" or "shall" or "could") || entry is { Role: StanceRole.Own, Stance: Stance.Rejects or Stance.Denies } or { Role: StanceRole.Any } or { Role: StanceRole.Invert }) return false;
        int subject = _tree.Children(i).FirstOrDefault(child => _tree.Relation(child) == "nsubj:pass" || (_tree.Lemma(i) == "be" && _tree.IsVerb(i) && _tree.Relation(child) == "nsubj"), -1);
        if (subject < 0) subject = Located(i) ?? -1;
        if (!Spoken(subject) || Actor(subject) is not null) return false;
        Construction ??= "passive";
        _used.Add(i);
        Under(subject, Stance.Rejects, PlainRefusal, 0, ignoreNo: true);
        return true;
    }

    // "The light will be lit by our own men", announced by whoever decides it.
    private bool OfAnnouncedPassive(int i, StanceLexicon.Entry? entry, bool negated)
    {
        if (negated || !_holder.Official || _tree.Text.Tokens[i].Upos != "VERB" || !IsNow(i) || entry is { Role: StanceRole.Any or StanceRole.Invert or StanceRole.State }) return false;
        bool harm = entry is { Role: StanceRole.Harm }, own = entry is { Role: StanceRole.Own };
        // "is built" is told; "is welcomed" welcomes.
        if (!own && Modal(i) is null) return false;
        int subject = _tree.Children(i).FirstOrDefault(child => _tree.Relation(child) == "nsubj:pass", -1);
        if (!Spoken(subject) || Actor(subject) is not null || !Clausal(i)) return false;
        // By somebody else: his doing.
        if (_tree.Children(i).Any(child => _tree.Relation(child).StartsWith("obl", StringComparison.Ordinal) && _tree.Case(child) == "by" && Actor(child) is not null && !_holder.Is(child))) return false;
        Construction ??= "announced";
        if (own) Under(subject, entry!.Stance, entry.Strength, 1);
        else Under(i, harm ? Stance.Threatens : Stance.Supports, harm ? OfWhole : Intention, 0, ignoreNo: true);
        return true;
    }

    // "We do not negotiate under fire", "Norland is not leaving the islands", said by Norland: what one does not do, one refuses.
    private bool OfOwnPresent(int i, StanceLexicon.Entry? entry, bool negated)
    {
        if (!negated || entry is { Role: StanceRole.Own or StanceRole.State or StanceRole.Any } || _tree.Text.Tokens[i].Upos != "VERB" || !Clausal(i) || !IsNow(i) || !(_holder.HoldsPlainly(i) || (_holder.Official && Subject(i) is >= 0 and int nobody && _tree.Lemma(nobody) is "nobody" or "no-one"))) return false;
        if (_tree.Children(i).Any(child => _tree.Lemma(child) is "yet" or "ever")) return false;
        Construction ??= "present";
        Under(i, Stance.Rejects, PlainRefusal, 0, ignoreNo: true);
        return true;
    }

    // "There is no such call", "there are no mines": it is not so. "There is no room for talks" refuses, "no alternative to talks" does not.
    private bool OfAbsence(int i, StanceLexicon.Entry? entry)
    {
        if (_tree.Text.Tokens[i].Upos != "NOUN" || !Without(i) || (entry is { Role: not (StanceRole.Claim or StanceRole.Harm) } && !(entry.Role == StanceRole.Own && Complements(i, entry).Count == 0))) return false;
        int be = _tree.Text.Tokens[i].Head;
        if (be < 0 || !_inside.Contains(be) || !Existential(be) || Modal(be) is not null || _tree.Text.Tokens[be].Xpos is not ("VBZ" or "VBP")) return false;
        Construction ??= "absence";
        Under(i, Stance.Denies, SoftModal, 0, ignoreNo: true);
        return true;
    }

    // "A meeting was not discussed", "nothing was signed", "no decision has been taken": told as not so.
    private void OfDeniedPassive(int i)
    {
        if (_tree.Text.Tokens[i].Upos != "VERB" || Modal(i) is not null || !Clausal(i)) return;
        int subject = _tree.Children(i).FirstOrDefault(child => _tree.Relation(child) == "nsubj:pass", -1);
        if (!Spoken(subject) || Actor(subject) is not null || _tree.Lemma(subject) == "it" || !_tree.Children(i).Any(child => _tree.Relation(child).StartsWith("aux", StringComparison.Ordinal) && _tree.Written(child) is "was" or "were" or "has" or "have" or "had")) return;
        if (_tree.Children(i).Any(child => _tree.Lemma(child) is "yet")) return;
        Construction ??= "denied";
        Under(_tree.Lemma(subject) == "nothing" ? i : subject, Stance.Denies, OfWhole, 0, ignoreNo: true);
    }

    // "We are going to leave": as "will".
    private bool OfGoing(int i, bool negated)
    {
        if (negated || !_holder.Official || _tree.Lemma(i) != "go" || _tree.Text.Tokens[i].Xpos != "VBG" || !IsNow(i) || !_holder.HoldsPlainly(i)) return false;
        int done = _tree.Children(i).FirstOrDefault(child => _tree.Relation(child) == "xcomp" && Marked(child, "to") && _inside.Contains(child), -1);
        if (done < 0) return false;
        Construction ??= "going";
        bool harm = Entry(done) is { Role: StanceRole.Harm };
        Under(done, harm ? Stance.Threatens : Stance.Supports, harm ? OfWhole : Intention, 0);
        return true;
    }

    // "The door to a treaty is closed", "the way is open for talks".
    private bool OfDoor(int i, bool negated)
    {
        bool open = _tree.Lemma(i) == "open", closed = _tree.Written(i) is "closed" or "shut" or "locked" or "barred";
        if (!(open || closed) || Subject(i) is not (>= 0 and int door) || _tree.Lemma(door) is not ("door" or "window" or "way" or "path" or "road") || !_inside.Contains(door)) return false;
        int target = _tree.Children(door).Concat(_tree.Children(i)).FirstOrDefault(child => _tree.Case(child) is "to" or "for" or "towards" && _inside.Contains(child), door);
        Construction ??= "door";
        _used.Add(i);
        Under(target, open != negated ? Stance.LeavesOpen : Stance.Rejects, SoftModal, 1, ignoreNo: true);
        return true;
    }

    // "The islands are ours", "the strait is Norlandic" and will be: a claim to them.
    private bool OfOurs(int i, bool negated)
    {
        if (!_tree.Children(i).Any(child => _tree.Relation(child) == "cop") || Subject(i) is not (>= 0 and int land) || !_inside.Contains(land) || _tree.Text.Tokens[land].Upos is not ("NOUN" or "PROPN")) return false;
        string written = _tree.Written(i);
        bool ours = written is "ours" || (_holder.Side is { } side && (_tree.StateOfAdjective(i) == side || (char.IsUpper(_tree.Text.Text[_tree.Text.Tokens[i].Span.Start]) && Actors.StateWords.IsAdjectiveOf(_tree.Text.Tokens[i].Span.In(_tree.Text.Text), side))));
        if (!ours || (Actor(land) is { } actor && _tree.IsPerson(actor))) return false;
        Construction ??= "ours";
        _used.Add(i);
        Under(land, negated ? Stance.Rejects : Stance.Supports, SoftModal, 1, ignoreNo: true);
        return true;
    }

    // "The boats leave when there is somewhere to go", said by whoever lets them.
    private bool OfConditionalPresent(int i, StanceLexicon.Entry? entry, bool negated)
    {
        if (_condition is not { } condition || !_holder.Official || _tree.Text.Tokens[i] is not { Upos: "VERB", Xpos: "VBZ" or "VBP" } || entry is { Role: StanceRole.Own or StanceRole.Any or StanceRole.State } || !Clausal(i)) return false;
        int subject = Subject(i);
        if (!Spoken(subject) || Actor(subject) is not null || _tree.Text.Tokens[subject].Upos == "PRON") return false;
        Construction ??= "present-condition";
        Under(i, negated || condition.Unless ? Stance.Rejects : Stance.Offers, OfWhole, 1, ignoreNo: true);
        return true;
    }
}
