namespace Rapporteur.Train.Stances;

/// <summary>Writes the models' card.</summary>
internal static class StanceCard
{
    /// <summary>The card.</summary>
    public static string Of(int statements, int written, int regression, int networks, int seed) => FormattableString.Invariant($"""
        # Model card: stances

        - Files: `stances.bin` ({regression / 1024} KB; format: see `StanceModel`), `networks.bin` ({networks / 1024} KB; format: see `TensorFile`), embedded in Rapporteur.Text.
        - What they decide: which stance a statement takes, or none, over what the rules read (`StanceDecision`). Where a word of denial or of ending stands, they only choose among stances that agree with the
          rules' side (`StancePolarity`). By default the regression and the networks decide together (`StanceJudges`), with `--fast` the regression alone.
        - How: a multinomial logistic regression, weights drawn to zero ({StanceLearner.Decay}), stances weighted by rarity to the power {StanceLearner.Balance}; features in `StanceFeatures` and
          `StanceClassFeatures`, in groups of equal length: the rules' reading and act, cue, source, opening, main word and the word below it, every word and pair, groups of words used alike, classes of
          `stance-words.tsv`, averages of word vectors. And networks (`StanceNetwork`) that differ in their seed: word vectors and features of each word, a memory of 2 × 64 cells in both directions, attention.
        - Learnt from: {statements} statements of PolNeAR's training part and of the dossier's development events, marked by reading (`eval/stance-references.tsv`, the half for tuning; `docs/stance-marks.md`),
          and {written} written for it about invented states (`train/Material/stances`). References only; the annotations are our own. PolNeAR states no licence; the weights
          learnt from it may ship, named here. Word vectors: GloVe, PDDL.
        - Made by: `train/train stances --seed {seed}`.
        - Scores: `stance/…` of `eval/`, in `docs/positions.md`.

        """).Replace("\r", "", StringComparison.Ordinal);
}
