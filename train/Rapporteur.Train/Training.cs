namespace Rapporteur.Train;

/// <summary>Makes one model from the corpora. Each part of the analysis that learns has one.</summary>
public interface ITraining
{
    /// <summary>Name on the command line and of the model's folder under <c>models/</c>.</summary>
    string Name { get; }

    /// <summary>Learns, writes <c>models/NAME/…</c> with its card, and prints the scores on the development part.</summary>
    void Run(TrainingContext context);
}

/// <summary>What a training is given.</summary>
/// <param name="Corpora">Folder with one unpacked folder per corpus archive.</param>
/// <param name="Models">Folder that models are written to (<c>models/</c> of the repository, or elsewhere for a trial).</param>
/// <param name="Share">Share of the training documents to use, above 0 and at most 1. Tests train on 0.01 so that training cannot rot.</param>
/// <param name="Seed">Seed of every random choice.</param>
/// <param name="Log">Where progress and scores are printed.</param>
public sealed record TrainingContext(string Corpora, string Models, double Share, int Seed, TextWriter Log)
{
    /// <summary>Folder with the dossier of marked events.</summary>
    public string Shared { get; init; } = "../shared";

    /// <summary>The path of a corpus's file or folder; complains with what to do when the corpus is not there.</summary>
    public string Corpus(params string[] parts)
    {
        string path = Path.Combine([Corpora, .. parts]);
        return Path.Exists(path)
            ? path
            : throw new FileNotFoundException($"{path} is missing. Unpack the corpora first: train/train does it, or say --corpora DIR.");
    }
}
