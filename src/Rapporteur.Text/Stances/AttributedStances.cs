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

    private readonly EncounterText _tree;
    private readonly int _index;
    private readonly List<int> _content;
    private readonly HashSet<int> _inside = [];
    private readonly List<int> _cue;
    private readonly HashSet<int> _used = [];
    private readonly StanceHolder _holder;
    private readonly List<StanceMark> _marks = [];
    private (TextSpan Span, bool Unless)? _condition;
    private string? _heldBy;

    /// <summary>The construction that the marks were read by; null where a word took the stance, or the act of the whole.</summary>
    public string? Construction { get; private set; }

    /// <summary>Whether what was read is so plain that what is learnt of words need not weigh it: a short answer or fragment, or a plain sentence of who speaks for a state.</summary>
    public bool IsPlain => Construction is "no-before" or "answer" or "not-one" or "first-then" or "traded" or "rather" or "question"
        || (_holder.Official && Construction is "phrase" or "present" or "will-not" or "announced" or "keep" or "passive" or "cue" or "ours" or "door" or "absence" or "present-condition" or "judging-cue" or "denied" or "unchanged" or "reported" or "forbidden" or "no-preconditions" or "harm");

    /// <summary>Whether one who speaks for a state says that it is ready or open: what is learnt of words may weigh how far, but not that it was said.</summary>
    public bool IsReadiness => Construction == Readiness;

    private const string Readiness = "ready";

    /// <summary>Stances that the speaker tells of others: "Orr had agreed to a truce". Known after <see cref="Read"/>.</summary>
    public IReadOnlyList<StanceMark> ToldOfOthers { get; private set; } = [];

    /// <summary>The text.</summary>
    public EncounterText Tree => _tree;

    /// <summary>Place of the attribution in the text's list.</summary>
    public int Index => _index;

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

        // "Estmere says that Varden accepted it": not Estmere accepts.
        if (_marks.Count == 0 && !(IsPassedOver |= AdmitsFact() || (IsOfAnother(byVerb: true) && !_cue.Exists(i => Entry(i) is not null)))) OfAct();
        IsPassedOver = _marks.Count == 0 && (IsPassedOver || IsOfAnother());
        // What is told of another is no stance of the speaker's, and is not weighed with his.
        ToldOfOthers = [.. _marks.Where(mark => mark.HeldBy is not null).OrderBy(mark => mark.Target).ThenBy(mark => mark.Stance).DistinctBy(mark => (mark.Target, mark.Stance))];
        _marks.RemoveAll(mark => mark.HeldBy is not null);
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
}
