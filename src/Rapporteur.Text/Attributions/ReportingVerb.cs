namespace Rapporteur.Text.Attributions;

/// <summary>The shapes of a verb. One form can have several: "said" is past and participle.</summary>
[Flags]
internal enum VerbShapes
{
    None = 0,
    Base = 1,
    Third = 2,
    Past = 4,
    Participle = 8,
    Ing = 16,
}

/// <summary>What follows a verb: the surroundings in which verbs differ in how surely they are cues.</summary>
internal enum Frame
{
    That,
    Quotation,
    To,
    Object,
    End,
}

/// <summary>One form of a verb with which words, beliefs or wishes are attributed.</summary>
/// <param name="Lemma">Dictionary form.</param>
/// <param name="Shapes">The shapes this form has.</param>
/// <param name="IsSpeech">True for a verb of speech ("say"), false for one of thought, wish or attitude ("hope").</param>
/// <param name="IsOftenNoun">True when the word is often a noun ("claim").</param>
/// <param name="Rates">How often it is a cue, from 0 to 1, by <see cref="Frame"/>.</param>
internal sealed record ReportingVerb(string Lemma, VerbShapes Shapes, bool IsSpeech, bool IsOftenNoun, float[] Rates)
{
    public bool Has(VerbShapes shape) => (Shapes & shape) != VerbShapes.None;

    public float Rate(Frame frame) => Rates[(int)frame];
}
