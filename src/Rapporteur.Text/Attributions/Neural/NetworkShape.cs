using Rapporteur.Text.Encoders;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Attributions.Neural;

/// <summary>What a network of attributions reads words with, and how wide its parts are.</summary>
/// <param name="File">Name of its file, without the extension.</param>
/// <param name="ReadsPieces">Whether a pretrained encoder reads pieces of words; otherwise words come in by their vectors.</param>
/// <param name="FeatureWidth">Numbers that stand for a word's features; with the word's own a multiple of eight, see <see cref="ByteProduct"/>.</param>
/// <param name="WordRows">Rows that these features share, a power of two.</param>
/// <param name="Cells">Cells of the memory over paragraphs, in each direction.</param>
/// <param name="CueWidth">Width of the layer that decides on cues.</param>
/// <param name="PairWidth">Numbers that stand for a word with regard to a cue.</param>
/// <param name="PairRows">Rows that the features of such a pair share, a power of two.</param>
/// <param name="LinkCells">Cells of the memory over the words around a cue, in each direction.</param>
internal sealed record NetworkShape(string File, bool ReadsPieces, int FeatureWidth, int WordRows, int Cells, int CueWidth, int PairWidth, int PairRows, int LinkCells)
{
    /// <summary>The network of training alone, which teaches the other.</summary>
    public static NetworkShape Large { get; } = new("teacher", true, 48, 4096, 128, 64, 64, 16384, 48);

    /// <summary>The network that decides, taught by large ones.</summary>
    public static NetworkShape Small { get; } = new("network", false, 60, 32768, 64, 32, 32, 16384, 32);

    /// <summary>Numbers that stand for a word itself.</summary>
    public int WordWidth => ReadsPieces ? 512 : WordVectors.Width;

    /// <summary>Numbers a word comes into the memory with.</summary>
    public int ReaderInputs => WordWidth + FeatureWidth;

    /// <summary>Numbers a word comes out of the memory with.</summary>
    public int States => 2 * Cells;

    /// <summary>Numbers a word comes out of the memory around a cue with.</summary>
    public int LinkStates => 2 * LinkCells;
}

/// <summary>What networks know of words before they read.</summary>
/// <param name="Pieces">How words are cut into pieces; null where no network reads any.</param>
/// <param name="Vectors">Their vectors.</param>
internal sealed record WordKnowledge(PieceVocabulary? Pieces, WordVectors Vectors);
