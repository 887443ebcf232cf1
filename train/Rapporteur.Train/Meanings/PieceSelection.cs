using Rapporteur.Text.Encoders;

namespace Rapporteur.Train.Meanings;

/// <summary>Chooses the pieces of a large vocabulary that English news is mostly made of: what is left out is cut into smaller ones.</summary>
internal static class PieceSelection
{
    /// <summary>Numbers of the pieces that are kept, in their order: those that words need most, weighed by how frequent the words are, and every single letter and mark.</summary>
    /// <param name="vocabulary">The large vocabulary.</param>
    /// <param name="words">Words with the logarithm (base 10) of how frequent they are.</param>
    /// <param name="most">How many are kept.</param>
    public static int[] Of(WordPieceVocabulary vocabulary, IEnumerable<(string Word, double LogFrequency)> words, int most)
    {
        string[] pieces = [.. vocabulary.Pieces];
        double[] worth = new double[pieces.Length];
        List<int> cut = [];
        foreach ((string word, double frequency) in words)
        {
            cut.Clear();
            vocabulary.Cut(word, cut);
            foreach (int piece in cut) worth[piece] += Math.Pow(10, frequency);
        }

        // Without these some words could not be cut at all.
        for (int i = 0; i < pieces.Length; i++)
        {
            string bare = pieces[i].StartsWith("##", StringComparison.Ordinal) ? pieces[i][2..] : pieces[i];
            if (bare.Length == 1 && bare[0] < 0x0250) worth[i] = double.MaxValue;
        }

        foreach (int special in new[] { vocabulary.Unknown, vocabulary.Opening, vocabulary.Separator }) worth[special] = double.MaxValue;
        return [.. Enumerable.Range(0, pieces.Length).OrderByDescending(i => worth[i]).ThenBy(i => i).Take(most).Order()];
    }
}
