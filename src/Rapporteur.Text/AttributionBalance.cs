namespace Rapporteur.Text;

/// <summary>What weighs more when it is doubtful whether words are attributed: that what is found is right, or that all is found.</summary>
public enum AttributionBalance
{
    /// <summary>Both alike: the best F1 on PolNeAR's development part.</summary>
    Balanced,

    /// <summary>What is found is right more often, and more is missed.</summary>
    Precision,

    /// <summary>Less is missed, and more of what is found is wrong.</summary>
    Recall,
}
