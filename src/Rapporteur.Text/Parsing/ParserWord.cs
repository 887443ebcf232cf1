using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Parsing;

/// <summary>What the parser sees of one tagged word. The artificial root has <see cref="Root"/>; where no word stands, all is 0.</summary>
/// <param name="Word">Hash of the lower-case form.</param>
/// <param name="Xpos">Hash of the Penn tag.</param>
/// <param name="Upos">Hash of the universal tag.</param>
/// <param name="Cluster">Group of words used alike, or 0.</param>
internal readonly record struct ParserWord(uint Word, uint Xpos, uint Upos, uint Cluster)
{
    public static readonly ParserWord Root = new(1, 1, 1, 0);

    public static ParserWord Of(in WordForm form, in Token token) =>
        new(form.Lower, FeatureHash.Of(token.Xpos), FeatureHash.Of(token.Upos), form.Class.Cluster);
}
