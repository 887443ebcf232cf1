using Rapporteur.Train;
using Rapporteur.Train.Syntax;
using Rapporteur.Train.Syntax.Network;

namespace Rapporteur.Text.Tests.Training;

/// <summary>Training cannot rot: every step of it runs here, on invented corpora and, where they are unpacked, on 1 % of the real ones.</summary>
public sealed class SyntaxTrainingTests
{
    private static readonly string[] Parts = ["tokens", "sentences", "lemmas", "words", "vectors", "syntax"];

    [Fact]
    public void All_of_syntax_is_learnt_from_small_corpora()
    {
        string corpora = SmallCorpora.Create(), models = Directory.CreateTempSubdirectory("rapporteur-models").FullName;
        string log = Train(corpora, models, 1);
        Assert.Contains("tokens: EWT dev: words 100.00", log, StringComparison.Ordinal);
        Assert.Contains("sentences: EWT dev: sentences 100.00", log, StringComparison.Ordinal);
        Assert.Contains("EWT dev, words and tags given: lemmas 100.00", log, StringComparison.Ordinal);
        Assert.Contains("EWT dev, words and sentences given: UPOS 100.00, XPOS 100.00, UAS 100.00, LAS 100.00", log, StringComparison.Ordinal);
        foreach (string part in Parts) Assert.Contains($"train/train {part}", File.ReadAllText(Path.Combine(models, part, "README.md")), StringComparison.Ordinal);
        Directory.Delete(corpora, true);
        Directory.Delete(models, true);
    }

    [Fact]
    public void The_same_seed_makes_the_same_models()
    {
        string corpora = SmallCorpora.Create();
        string[] models = [Directory.CreateTempSubdirectory("rapporteur-models").FullName, Directory.CreateTempSubdirectory("rapporteur-models").FullName];
        foreach (string folder in models) Train(corpora, folder, 1);
        foreach (string part in Parts) Assert.Equal(File.ReadAllBytes(Path.Combine(models[0], part, part + ".bin.gz")), File.ReadAllBytes(Path.Combine(models[1], part, part + ".bin.gz")));
        foreach (string folder in models.Append(corpora)) Directory.Delete(folder, true);
    }

    [RealCorporaFact]
    public void A_hundredth_of_the_real_corpora_teaches_something()
    {
        string models = Directory.CreateTempSubdirectory("rapporteur-models").FullName;
        string log = Train(RealCorporaFactAttribute.Folder!, models, 0.01);
        Assert.Contains("syntax: EWT dev, words and sentences given: UPOS", log, StringComparison.Ordinal);
        Directory.Delete(models, true);
    }

    private static string Train(string corpora, string models, double share)
    {
        using StringWriter log = new();
        TrainingContext context = new(corpora, models, share, 1, log);
        ITraining[] all = [new TokensTraining(), new SentencesTraining(), new LemmasTraining(), new WordsTraining(), new VectorsTraining(), new SyntaxNetworkTraining()];
        Assert.Equal(Parts, all.Select(t => t.Name));
        foreach (ITraining training in all) training.Run(context);
        return log.ToString();
    }
}

/// <summary>A fact about the real corpora: skipped where <c>train/train</c> has not unpacked them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RealCorporaFactAttribute : FactAttribute
{
    public RealCorporaFactAttribute()
    {
        if (Folder is null) Skip = "The corpora are not unpacked in data/corpora.";
    }

    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string folder = Path.Combine(at.FullName, "data", "corpora");
            if (Directory.Exists(Path.Combine(folder, "ud-english-ewt"))) return folder;
        }

        return null;
    }
}
