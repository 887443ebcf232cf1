using Rapporteur.Train.Learning;

namespace Rapporteur.Train.Syntax;

/// <summary>Writes a model with its card.</summary>
internal static class ModelFolder
{
    public static void Write(TrainingContext context, string name, byte[] model, string title, string corpora, IReadOnlyList<string> scores, string format = "SparseLinearModel", string more = "")
    {
        string folder = Path.Combine(context.Models, name);
        int written = ModelFile.Write(folder, name + ".bin", model);
        string share = context.Share < 1 ? FormattableString.Invariant($" --share {context.Share}") : "";
        File.WriteAllText(Path.Combine(folder, "README.md"), $"""
            # {title}

            - File: `{name}.bin.gz`, {written / 1024.0:F0} KB, embedded in Rapporteur.Text. Format: see `{format}` there.
            - Learnt from: {corpora}.
            - Sources and licences: UD English EWT, CC BY-SA 4.0; GUM, annotation CC BY 4.0, its non-commercial genres left out; in the word classes GloVe vectors, PDDL, MASC, open for any use, and the Groningen Meaning Bank, texts in the public domain, archive without a licence file{more}.
            - Made by: `train/train {name}{share} --seed {context.Seed}`

            Scores when it was made:

            {string.Join('\n', scores.Select(s => "- " + s))}

            """.Replace("\r", "", StringComparison.Ordinal));
        foreach (string score in scores) context.Log.WriteLine($"{name}: {score}");
        context.Log.WriteLine($"{name}: {written / 1024} KB written to {folder}");
    }
}
