using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Syntax;

/// <summary>The rows of the network's table that belong to a word: its form, its affixes, its shape, its class.</summary>
internal static class SyntaxFeatures
{
    /// <summary>Rows of a word; the first is that of its form.</summary>
    public const int Count = 9;

    /// <summary>Writes the numbers of the rows.</summary>
    /// <param name="word">The word.</param>
    /// <param name="initial">Whether it begins its sentence.</param>
    /// <param name="rows">Receives them; -1 where the word is too short to have one.</param>
    public static void Fill(in WordForm word, bool initial, Span<int> rows)
    {
        rows[0] = Row(0, word.Lower);
        rows[1] = Row(1, word.Shape, initial ? 1u : 0);
        rows[2] = Row(2, word.Suffix2);
        rows[3] = Row(3, word.Suffix3);
        rows[4] = Row(4, word.Prefix2);
        rows[5] = Row(5, word.Prefix3);
        rows[6] = Row(6, word.Class.Tags, word.Shape == 0 ? 0u : 1);
        rows[7] = Row(7, word.Class.Cluster, 1);
        rows[8] = Row(8, word.Suffix1);
    }

    private static int Row(int template, uint value, uint other = 0) =>
        value == 0 && other == 0 ? -1 : (int)(FeatureHash.Of(template, value, other) >> 48);
}
