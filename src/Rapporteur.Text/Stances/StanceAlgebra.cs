namespace Rapporteur.Text.Stances;

/// <summary>What becomes of a stance under a negation, a word that turns it round, or another stance.</summary>
internal static class StanceAlgebra
{
    /// <summary>"does not support" rejects; "has never opposed" accepts; "did not rule out" leaves open. Null when nothing is left.</summary>
    public static Stance? Not(Stance stance, bool rulesOut) => stance switch
    {
        Stance.Supports or Stance.Accepts or Stance.Offers or Stance.LeavesOpen => Stance.Rejects,
        Stance.Rejects => rulesOut ? Stance.LeavesOpen : Stance.Accepts,
        Stance.Demands or Stance.Denies => Stance.LeavesOpen,
        _ => null,
    };

    /// <summary>"demands an end to the levy" rejects the levy; "will not give up the goals" supports the goals.</summary>
    public static Stance Turned(Stance stance) => stance switch
    {
        Stance.Demands or Stance.Supports or Stance.Accepts or Stance.Offers => Stance.Rejects,
        Stance.Rejects => Stance.Supports,
        _ => stance,
    };

    /// <summary>A stance inside the complement of another: "refused to accept" rejects, "ready to accept" accepts.</summary>
    public static Stance Under(Stance outer, Stance inner) => outer switch
    {
        Stance.Denies or Stance.Threatens or Stance.LeavesOpen => outer,
        Stance.Rejects => inner switch
        {
            Stance.Rejects or Stance.Denies => Stance.Accepts,
            Stance.Demands => Stance.LeavesOpen,
            _ => Stance.Rejects,
        },
        Stance.Demands when inner is Stance.Supports or Stance.Accepts or Stance.Offers => Stance.Demands,
        _ => inner,
    };

    /// <summary>The stance when a condition is named with it.</summary>
    /// <param name="stance">Without the condition.</param>
    /// <param name="unless">True for "until", "unless": a refusal that ends.</param>
    public static Stance Given(Stance stance, bool unless) => stance switch
    {
        Stance.Offers or Stance.Accepts or Stance.Supports or Stance.LeavesOpen => Stance.Conditional,
        Stance.Rejects when unless => Stance.Conditional,
        _ => stance,
    };
}
