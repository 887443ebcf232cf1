using Rapporteur.Text.Stances;

namespace Rapporteur.Train.Stances;

/// <summary>What is known of one statement, the stance marked, as how many statements it counts, and whether it was written for learning.</summary>
internal sealed record StanceExample(string Stance, StanceEvidence Evidence, float Weight, bool Written)
{
    // Talks between states are what the program is for and are few among the marks; how much they count was set by hand. What was written: chosen on the tuning half.
    private const float DossierWeight = 3, WrittenDossierWeight = 2, WrittenWeight = 0.5f;

    /// <summary>What is learnt from one statement.</summary>
    public static StanceExample Of(StanceReference reference) => Of(reference, StanceFeatures.Of(new StanceParts(reference.Tree, 0), reference.ByRules()));

    /// <summary>The same, with what is known of it.</summary>
    public static StanceExample Of(StanceReference reference, StanceEvidence evidence)
    {
        bool written = reference.Corpus == "invented";
        return new StanceExample(reference.Stance, evidence, written ? WrittenWeight : reference.Corpus switch { "dossier" => DossierWeight, "written" => WrittenDossierWeight, _ => 1 }, written);
    }
}
