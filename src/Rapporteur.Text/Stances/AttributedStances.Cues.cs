namespace Rapporteur.Text.Stances;

/// <summary>Stances that the cue takes: "demanded", "did not rule out", "called the embargo a mistake", "will not admit".</summary>
internal sealed partial class AttributedStances
{
    // "rejected the plan, the levy and the flag": what more there is hangs on these.
    private const int RootsRead = 3;

    // "demanded", "ruled out", "did not rule out", "called for".
    private bool OfCue()
    {
        foreach (int i in _cue)
        {
            if (Entry(i) is not { Role: StanceRole.Own } entry)
            {
                if (OfDroppingCue(i) || OfJudgingCue(i) || OfRefusingCue(i) || OfAnnouncedEnd(i)) return true;
                continue;
            }

            // "declined to say who had paid": nobody's stance but to speak. Whether one is for something is left open so.
            if (RefusesToSpeak(i))
            {
                IsPassedOver = true;
                return true;
            }

            // "Why not share it?, he asked": nothing is asked for.
            if (_tree.Lemma(i) == "ask" && _content.Count > 0 && (_tree.Written(_content[^1]) == "?" || (_content[^1] + 1 < _tree.Text.Tokens.Count && _tree.Written(_content[^1] + 1) == "?"))) continue;
            Stance? stance = Negated(i) ? StanceAlgebra.Not(entry.Stance, RulesOut(i)) : entry.Stance;
            if (stance is not { } taken) continue;
            if (IsPraise(i) && _tree.Text.Tokens[_content[0]].Upos == "PRON")
            {
                IsPassedOver = true;
                return true;
            }

            foreach (int root in Roots().Take(IsPraise(i) ? 1 : RootsRead))
            {
                _condition = StanceCondition.Of(_tree, root, _inside.Contains);
                if (entry.Aim && OwnAction(root)) taken = Negated(i) ? Stance.Rejects : Stance.Supports;
                // "insisted that Zembia would pursue its goals": what one does oneself is no demand on others.
                if (taken == Stance.Demands && IsOwnCourse(root)) taken = Stance.Supports;
                // "pledged to close the ports": what does harm is no offer.
                if (taken == Stance.Offers && (Entry(root) is { Role: StanceRole.Harm } || (_tree.Lemma(root) == "block" && _tree.IsVerb(root) && !Negated(root))))
                {
                    Construction ??= "harm";
                    taken = Stance.Threatens;
                }

                // "rejected the charge that": what is rejected is that it is so.
                if (taken == Stance.Rejects && Entry(root) is { Role: StanceRole.Claim }) taken = Stance.Denies;
                Under(root, taken, entry.Strength, 0);
            }

            return taken is Stance.Denies or Stance.Rejects;
        }

        return false;
    }

    // "praised him for his courage": what one is praised or thanked for is no matter between states.
    private bool IsPraise(int cue) => _tree.Lemma(cue) is "praise" or "thank" or "commend" or "congratulate" or "hail" or "laud" or "applaud"
        && _content.Count > 0 && (_tree.Written(_content[0]) is "him" or "her" or "them" || (Roots().FirstOrDefault(-1) is >= 0 and int praised && Actor(praised) is { } actor && _tree.IsPerson(actor)));

    private bool RefusesToSpeak(int cue) => _tree.Lemma(cue) is "decline" or "refuse"
        && _content.Count > 0 && _tree.Written(_content[0]) is "who" or "whose" or "which" or "what" or "when" or "where" or "why" or "how"
        && _cue.Any(token => token > cue && _tree.Lemma(token) is "say" or "specify" or "disclose" or "reveal" or "tell" or "explain" or "clarify");

    // "dropped | its demand for an apology", "withdrew its objection to the bridge": no longer.
    private bool OfDroppingCue(int i) => Roots().FirstOrDefault(-1) is >= 0 and int root && OfDropped(i, root);

    // "had dropped its demand for an apology".
    private bool OfDropped(int i, int root)
    {
        if (_tree.Lemma(i) is not ("drop" or "abandon" or "withdraw" or "retract" or "waive" or "lift" or "soften" or "relax") || Negated(i)) return false;
        if (_tree.Text.Tokens[root].Upos is not ("NOUN" or "PROPN") || Entry(root) is not { Role: StanceRole.Own } held) return false;
        // The tree may hang what is demanded on the verb.
        int of = Complements(root, held).Count > 0 ? root : _tree.Children(i).FirstOrDefault(child => child > root && _inside.Contains(child) && _tree.Relation(child) == "obl" && held.Prepositions.Contains(_tree.Case(child)), -1);
        if (of < 0) return false;
        _condition = null;
        Construction ??= "cue";
        _used.Add(i);
        if (of == root) _used.Remove(root);
        else _used.Add(root);
        Under(of, of == root ? Stance.Rejects : StanceAlgebra.Under(Stance.Rejects, held.Stance), SoftModal, 0, ignoreNo: true);
        return true;
    }

    // "will not admit | observers": the refusal is the cue itself.
    private bool OfRefusingCue(int i)
    {
        if (_tree.Text.Tokens[i].Upos != "VERB" || !Negated(i) || Modal(i) is not ("will" or "would" or "can" or "could" or "shall")) return false;
        // "would not comment on it" refuses nothing but to speak.
        if (Entry(i) is { Role: StanceRole.State } || Attributions.Lexicon.English.Find(_tree.Written(i)) is { Verb.IsSpeech: true })
        {
            IsPassedOver = true;
            return false;
        }

        bool any = false;
        foreach (int root in Roots().Take(1))
        {
            _condition = StanceCondition.Of(_tree, root, _inside.Contains);
            Construction ??= "cue";
            Under(root, Stance.Rejects, Refusal, 0);
            any = true;
        }

        return any;
    }

    // "called | the embargo a mistake", "described | the treaty as useful".
    private bool OfJudgingCue(int i)
    {
        if (_tree.Text.Tokens[i].Upos != "VERB" || _tree.Lemma(i) is not ("call" or "describe" or "consider" or "regard" or "brand" or "label" or "see" or "denounce" or "term" or "deem" or "declare")) return false;
        int judgement = _content.FindLast(token => Entry(token) is { Role: StanceRole.Any } && _tree.Text.Tokens[token].Relation is "xcomp" or "obl" or "obj" or "advcl" or "ccomp" or "dep" && !_inside.Contains(_tree.Text.Tokens[token].Head));
        int judged = _content.Find(token => token < judgement && _tree.Text.Tokens[token].Upos is "NOUN" or "PROPN" && !_inside.Contains(_tree.Text.Tokens[token].Head));
        if (judgement <= 0 || judged <= 0 || judged == judgement || !_content.Contains(judged) || !_content.Contains(judgement)) return false;
        StanceLexicon.Entry entry = Entry(judgement)!;
        bool negated = Negated(i) || Negated(judgement);
        Stance? stance = negated ? StanceAlgebra.Not(entry.Stance, false) : entry.Stance;
        if (stance is not { } taken) return false;
        Construction ??= "judging-cue";
        _condition = null;
        Under(judged, taken, entry.Strength, 1, ignoreNo: true);
        _used.Add(judgement);
        return true;
    }

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
