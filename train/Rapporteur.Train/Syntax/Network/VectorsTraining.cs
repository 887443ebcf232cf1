using Rapporteur.Text.Learning;

namespace Rapporteur.Train.Syntax.Network;

/// <summary>Lays out GloVe's vectors as <see cref="WordVectors"/> reads them. Nothing is learnt.</summary>
internal sealed class VectorsTraining : ITraining
{
    public string Name => "vectors";

    public void Run(TrainingContext context)
    {
        string folder = context.Corpus("glove-60k-100d-int8");
        byte[] bytes = File.ReadAllBytes(Path.Combine(folder, "vectors.int8"));
        List<(uint Hash, sbyte[] Vector)> words =
            [.. File.ReadLines(Path.Combine(folder, "words.txt")).Select((w, i) => (WordForm.LowerHash(w), Array.ConvertAll(bytes[(i * WordVectors.Width)..((i + 1) * WordVectors.Width)], b => (sbyte)b)))];
        ModelFolder.Write(context, Name, WordVectors.Write(words), "Word vectors", "nothing: the 60,000 most frequent words of GloVe 6B, 100 numbers each, a byte a number", [$"{words.Count} words"], "WordVectors");
    }
}
