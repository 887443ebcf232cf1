using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Attributions.Learned;

/// <summary>What kind of clause a word heads.</summary>
internal static class ClauseFrame
{
    private static readonly ulong Subject = FeatureHash.Of("nsubj"), Clause = FeatureHash.Of("ccomp"), Open = FeatureHash.Of("xcomp"),
        Parataxis = FeatureHash.Of("parataxis"), Object = FeatureHash.Of("obj"), Mark = FeatureHash.Of("mark"), Oblique = FeatureHash.Of("obl"), AdjectiveClause = FeatureHash.Of("acl");

    /// <summary>What hangs on a token: a subject, a clause, an object and the like, one bit each.</summary>
    public static uint Of(ReadText text, int i)
    {
        uint frame = 0;
        int count = 0;
        for (int child = text.FirstChild(i); child >= 0 && count < 16; child = text.NextSibling(child), count++) frame |= BitOf(text.Relation[child]);
        return frame;
    }

    private static uint BitOf(ulong relation) =>
        relation == Subject ? 1u : relation == Clause ? 2 : relation == Open ? 4 : relation == Parataxis ? 8 : relation == Object ? 16
        : relation == Mark ? 32 : relation == Oblique ? 64 : relation == AdjectiveClause ? 128u : 0;
}
