using Rapporteur.Text.Attributions.Learned;
using Rapporteur.Train;
using Rapporteur.Train.Attributions;

namespace Rapporteur.Text.Tests.Training;

public sealed class AttributionTrainingTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("rapporteur-attributions").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Training_on_a_few_texts_learns_what_they_mark()
    {
        // "hums" is no cue for anybody; here it is one in every text, and "sings" in none.
        string[] names = ["Mira Arden", "Jonas Hald", "Edda Bray", "Ilsko Varden"];
        for (int i = 0; i < 16; i++) Write(i, names[i % names.Length]);
        TrainingContext context = new(_root, Path.Combine(_root, "models"), 1, 1, TextWriter.Null);
        new AttributionTraining().Run(context);

        ReadText text = TextAnalyser.ReadForLearning("Sela Dorn hums that the bridge will open soon. Sela Dorn sings in the garden.");
        LearnedAttribution found = Assert.Single(new LearnedFinder(Model("cues"), Model("arguments"), new FieldShares(1, 1), [], Calibration.Together).Find(text, new Threshold(0.5, 0)));
        Assert.Equal("hums", text.Tokens[found.CueFirst].Span.In(text.Prose.Text));
        Assert.Equal("Sela Dorn", Words(text, found, 1));
        Assert.Contains("bridge will open", Words(text, found, 2), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_gives_the_same_models()
    {
        for (int i = 0; i < 3; i++) Write(i, "Mira Arden");
        TrainingContext one = new(_root, Path.Combine(_root, "one"), 1, 7, TextWriter.Null), other = one with { Models = Path.Combine(_root, "other") };
        new AttributionTraining().Run(one);
        new AttributionTraining().Run(other);
        Assert.Equal(File.ReadAllBytes(Path.Combine(one.Models, "attributions", "cues.bin")), File.ReadAllBytes(Path.Combine(other.Models, "attributions", "cues.bin")));
    }

    private ChainModel Model(string name) => new(File.ReadAllBytes(Path.Combine(_root, "models", "attributions", name + ".bin")));

    private static string Words(ReadText text, LearnedAttribution found, byte role) =>
        string.Join(' ', Enumerable.Range(0, found.Labels.Length).Where(i => found.Labels[i] == role).Select(i => text.Tokens[found.First + i].Span.In(text.Prose.Text)));

    private void Write(int number, string name)
    {
        string text = $"{name} hums that the bridge will open in spring. {name} sings in the garden.";
        int cue = text.IndexOf("hums", StringComparison.Ordinal), content = cue + 5, end = text.IndexOf('.', StringComparison.Ordinal);
        string folder = Path.Combine(_root, "polnear", "train");
        Directory.CreateDirectory(Path.Combine(folder, "text"));
        Directory.CreateDirectory(Path.Combine(folder, "attributions"));
        File.WriteAllText(Path.Combine(folder, "text", $"d{number}.txt"), text);
        File.WriteAllText(
            Path.Combine(folder, "attributions", $"d{number}_0abc.ann"),
            $"T1\tSource 0 {name.Length}\tx\nT2\tCue {cue} {cue + 4}\tx\nT3\tContent {content} {end}\tx\nE1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n");
    }
}
