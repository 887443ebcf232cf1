namespace Rapporteur.Text.Stances;

/// <summary>What is understood and is nobody's stance: what another does or wants, a fact that is admitted, that somebody will not speak.</summary>
internal sealed partial class AttributedStances
{
    /// <summary>True when no stance was read, what is said was understood, and it is nobody's stance: then there is nothing to decide. Known after <see cref="Read"/>.</summary>
    public bool IsPassedOver { get; private set; }

    // "Estmere wants more soldiers, the Kestrian said": the content's main word takes a stance, and it is another's.
    private bool IsOfAnother(bool byVerb = false)
    {
        StanceParts parts = new(_tree, _index);
        return parts.Main >= 0 && (!byVerb || _tree.IsVerb(parts.Main)) && parts.Subject(parts.Main) is "other" or "thing" && StanceLexicon.English.Of(parts.At(parts.Main).Upos ?? "", _tree.Lemma(parts.Main)).Any(entry => entry.Role == StanceRole.Own);
    }

    /// <summary>Whether the words tell what the speaker or his side did or has done.</summary>
    public bool TellsDone => Roots().Take(1).Any(root => _tree.IsVerb(root) && Modal(root) is null && _holder.HoldsPlainly(root)
        && (_tree.Text.Tokens[root].Xpos == "VBD" || (_tree.Text.Tokens[root].Xpos == "VBN" && _tree.Children(root).Any(child => _tree.Relation(child) == "aux" && _tree.Lemma(child) == "have"))));

    // "acknowledged that he had made no progress": a fact, to which nobody agrees.
    private bool AdmitsFact() => _cue.Exists(i => _tree.Lemma(i) is "acknowledge" or "admit" or "concede" or "recall" or "note")
        && Roots().Take(1).Any(root => _tree.IsVerb(root) && Modal(root) is null && (_tree.Text.Tokens[root].Xpos == "VBD" || _tree.Children(root).Any(child => _tree.Relation(child) == "aux" && _tree.Lemma(child) == "have")));
}
