namespace Rapporteur.Eval.Positions;

/// <summary>Positions in the invented dossiers that are there to learn from (<c>train/Material/dossiers</c>): their errors are read, and which issue a statement is on is learnt from them. No figure of quality; those of <see cref="PositionEvaluation"/> are.</summary>
internal sealed class TaughtPositionEvaluation : IEvaluation
{
    private static readonly string Folder = Path.Combine("train", "Material", "dossiers");

    /// <inheritdoc/>
    public string Name => "positions-taught";

    /// <inheritdoc/>
    public IEnumerable<Score> Run(EvaluationContext context)
    {
        foreach (string dossier in Directory.EnumerateDirectories(Folder).Order(StringComparer.Ordinal))
        {
            foreach (Score score in PositionEvaluation.OfFolderAsync(context.Trace, $"positions-taught/{Path.GetFileName(dossier)}/", dossier, Path.Combine(dossier, "issues.yaml"), Path.Combine(dossier, "references.tsv")).GetAwaiter().GetResult())
            {
                yield return score;
            }
        }
    }
}
