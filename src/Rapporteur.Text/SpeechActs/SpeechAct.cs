namespace Rapporteur.Text.SpeechActs;

/// <summary>What somebody does by saying something.</summary>
/// <remarks>The classes that mediators and event data both use; <c>docs/speech-acts.md</c> says where one ends and the next begins, and how they map to PLOVER.</remarks>
public enum SpeechAct
{
    /// <summary>States that something is so. Also where nothing tells otherwise.</summary>
    Assert,

    /// <summary>Wants the other side to do or stop something.</summary>
    Demand,

    /// <summary>Puts forward or offers something.</summary>
    Propose,

    /// <summary>Binds himself to do something.</summary>
    Promise,

    /// <summary>Announces harm, or warns of it.</summary>
    Threaten,

    /// <summary>Refuses what others want, or dismisses what they say: the content is theirs.</summary>
    Reject,

    /// <summary>Agrees to what others want.</summary>
    Accept,

    /// <summary>Says that something is not so: the content is not asserted by the speaker.</summary>
    Deny,

    /// <summary>Says that what others have said is so.</summary>
    Confirm,

    /// <summary>Wants to know.</summary>
    Ask,

    /// <summary>Speaks well of somebody or something.</summary>
    Praise,

    /// <summary>Speaks ill of somebody or something.</summary>
    Criticise,

    /// <summary>Says on what something depends.</summary>
    SetCondition,

    /// <summary>Thinks, hopes, fears or wishes.</summary>
    ExpressAttitude,
}

/// <summary>How the content stands to the facts.</summary>
public enum Modality
{
    /// <summary>As a fact, or nothing tells otherwise.</summary>
    Plain,

    /// <summary>Intended or imagined: "will", "would".</summary>
    Future,

    /// <summary>Possible: "may", "might", "could", "can".</summary>
    Possible,

    /// <summary>Necessary: "must", "should", "have to", "need to".</summary>
    Necessary,

    /// <summary>Dependent: "if", "unless", "provided that".</summary>
    Conditional,
}
