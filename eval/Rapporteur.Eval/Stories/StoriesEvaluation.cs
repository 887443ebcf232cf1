using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Rapporteur.Eval.Reuse;
using Rapporteur.Matching.Stories;

namespace Rapporteur.Eval.Stories;

/// <summary>Stories found in ECB+ (86 happenings, two of a kind under each of 43 topics), in ECB+ among MEANTIME's articles, and in the dossier's events.</summary>
internal sealed class StoriesEvaluation : IEvaluation
{
    // The usual development part; topics 36 to 45 are its test part, on which nothing was chosen.
    private const int LastDevelopmentTopic = 35;
    private const int Seed = 3;

    public string Name => "stories";

    public IEnumerable<Score> Run(EvaluationContext context)
    {
        List<Item> ecb = [.. Ecb(context.Corpora)];
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        List<(string Gold, string Found, Item Item)> found = Cluster(ecb, out int block);
        double seconds = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        foreach (Score score in Scores("ecb-plus", found, 95)) yield return score;
        foreach (Score score in Scores("ecb-plus-topics-1-35", [.. found.Where(item => TopicOf(item.Gold) <= LastDevelopmentTopic)], 95)) yield return score;
        foreach (Score score in Scores("ecb-plus-topics-36-45", [.. found.Where(item => TopicOf(item.Gold) > LastDevelopmentTopic)], 95)) yield return score;
        foreach (var mixed in found.GroupBy(item => item.Found).Where(story => story.DistinctBy(item => item.Gold).Skip(1).Any()))
            context.Trace?.WriteLine($"stories\tmixed\t{string.Join(' ', mixed.CountBy(item => item.Gold).Select(pair => $"{pair.Key}:{pair.Value}"))}");
        yield return new Score("stories/ecb-plus/largest-block", block);
        yield return new Score("stories/ecb-plus/articles-per-cpu-second", ecb.Count / seconds);

        // Wikinews has one article for each happening.
        List<Item> wikinews = [.. Meantime(context.Corpora)];
        foreach (Score score in Scores("ecb-plus-and-meantime", Cluster([.. ecb, .. wikinews], out _), 95)) yield return score;

        List<Item> dossier = [.. Dossier(context.Shared)];
        foreach (Score score in Scores("dossier-english", Cluster([.. dossier.Where(item => item.Language is null or "en")], out _), 95)) yield return score;
        List<(string Gold, string Found, Item Item)> all = Cluster(dossier, out _);
        foreach (Score score in Scores("dossier-english-among-all", [.. all.Where(item => item.Item.Language is null or "en")], 95)) yield return score;
        foreach (Score score in Scores("dossier-all-languages", all, null)) yield return score;
    }

    private static IEnumerable<Score> Scores(string set, List<(string Gold, string Found, Item Item)> items, double? target)
    {
        (double p, double r, double f) = BCubed.Of([.. items.Select(item => (item.Gold, item.Found))]);
        yield return new Score($"stories/{set}/bcubed-p", p);
        yield return new Score($"stories/{set}/bcubed-r", r);
        yield return new Score($"stories/{set}/bcubed-f1", f, target);
    }

    // In random order, as they would arrive.
    private static List<(string Gold, string Found, Item Item)> Cluster(List<Item> items, out int block)
    {
        StoryIndex index = new();
        Item[] order = [.. items];
        new Random(Seed).Shuffle(order);
        foreach (Item item in order) index.Add(item.Id, StoryReader.Read(item.Text, item.Language, item.Published));
        block = index.LargestBlock;
        return [.. items.Select(item => (item.Gold, index.Stories[item.Id], item))];
    }

    private static IEnumerable<Item> Ecb(string corpora)
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(corpora, "ecb-plus"), "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileNameWithoutExtension(file);
            yield return new Item(name, $"{name.Split('_')[0]}{(name.EndsWith("plus", StringComparison.Ordinal) ? "+" : "")}", EcbArticle.TextOf(file), null, null);
        }
    }

    private static int TopicOf(string gold) => int.Parse(gold.TrimEnd('+'), CultureInfo.InvariantCulture);

    private static IEnumerable<Item> Meantime(string corpora) =>
        File.ReadLines(Path.Combine(corpora, "meantime", "output_data", "en", "meantime.conll"))
            .Select(line => line.Split('\t')).Where(cells => cells.Length >= 4)
            .GroupBy(cells => cells[0])
            .Select(article => new Item(article.Key, article.Key, string.Join(' ', article.Select(cells => cells[3])), null, null));

    private static IEnumerable<Item> Dossier(string shared)
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(shared, "dossier"), "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            JsonNode sidecar = JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(file, ".json")))!;
            string text = File.ReadAllText(file);
            string? title = (string?)sidecar["title"];
            yield return new Item(
                file, Path.GetFileName(Path.GetDirectoryName(file)!), title is null || text.StartsWith(title, StringComparison.Ordinal) ? text : $"{title}\n\n{text}",
                (string?)sidecar["lang"], PressTime.Parse((string?)sidecar["published"])?.Date);
        }
    }

    private sealed record Item(string Id, string Gold, string Text, string? Language, DateOnly? Published);
}
