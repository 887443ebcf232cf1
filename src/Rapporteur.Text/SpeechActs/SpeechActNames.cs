using System.Diagnostics.CodeAnalysis;

namespace Rapporteur.Text.SpeechActs;

/// <summary>The names of acts and modalities in files, addresses and columns.</summary>
public static class SpeechActNames
{
    /// <summary>"assert", "set_condition", …</summary>
    public static string Of(SpeechAct act) => act switch
    {
        SpeechAct.SetCondition => "set_condition",
        SpeechAct.ExpressAttitude => "express_attitude",
        _ => act.ToString().ToLowerInvariant(),
    };

    /// <summary>"plain", "future", …</summary>
    public static string Of(Modality modality) => modality.ToString().ToLowerInvariant();

    /// <summary>Reads a name in either case, words joined by a low line, a hyphen or a blank.</summary>
    public static bool TryRead(string? name, out SpeechAct act)
    {
        string wanted = name?.Trim().ToLowerInvariant().Replace('-', '_').Replace(' ', '_') ?? "";
        foreach (SpeechAct one in Enum.GetValues<SpeechAct>())
        {
            if (Of(one) != wanted) continue;
            act = one;
            return true;
        }

        act = default;
        return false;
    }

    /// <summary>Reads the name of a modality as <see cref="Of(Modality)"/> writes it.</summary>
    public static bool TryRead([NotNullWhen(true)] string? name, out Modality modality) => Enum.TryParse(name, ignoreCase: true, out modality) && Enum.IsDefined(modality);

    /// <summary>The category of PLOVER that the act belongs to; null for acts that PLOVER does not count as events.</summary>
    /// <remarks>PLOVER 0.8 dropped statements, appeals without demand, and questions; see <c>docs/speech-acts.md</c>.</remarks>
    public static string? Plover(SpeechAct act) => act switch
    {
        SpeechAct.Accept or SpeechAct.Propose or SpeechAct.Promise or SpeechAct.SetCondition => "AGREE",
        SpeechAct.Demand => "DEMAND",
        SpeechAct.Reject or SpeechAct.Deny => "REJECT",
        SpeechAct.Criticise => "DISAPPROVE",
        SpeechAct.Threaten => "THREATEN",
        SpeechAct.Praise => "SUPPORT",
        SpeechAct.Confirm => "CONCEDE",
        _ => null,
    };
}
