using System.Globalization;
using System.Text.Json;

namespace Rapporteur.Eval.Attributions;

/// <summary>Where attributions go wrong: F1 by outlet and by cue, errors by kind, and the hundred worst documents.</summary>
/// <remarks>
/// Counted here over characters, one to one by the overlap of contents, best first; right is content by half, cue touched, source touched (or both empty). The scorer
/// that the corpora come with counts tokens and heads of sources, so its "full" differs by a point or two: these figures are for comparing parts with one another.
/// </remarks>
internal static class AttributionErrors
{
    // A cue must be this frequent in the gold to have a line of its own.
    private const int FrequentCue = 20;
    private const int Worst = 100;

    public static IEnumerable<Score> Of(string gold, string predicted, string texts, string table)
    {
        Dictionary<string, Tally> outlets = new(StringComparer.Ordinal), cues = new(StringComparer.Ordinal);
        List<(string Document, Tally Tally)> documents = [];
        Tally all = new();
        foreach (string file in Directory.EnumerateFiles(gold, "*.json").Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileNameWithoutExtension(file);
            string found = Path.Combine(predicted, name + ".json");
            System.Text.Rune[] text = [.. File.ReadAllText(Path.Combine(texts, name + ".txt")).EnumerateRunes()];
            Tally document = new();
            Compare(Read(file), File.Exists(found) ? Read(found) : [], (kind, marks) =>
            {
                document.Add(kind);
                all.Add(kind);
                At(outlets, name.Split('_')[0]).Add(kind);
                At(cues, CueOf(text, marks)).Add(kind);
            });
            documents.Add((name, document));
        }

        Directory.CreateDirectory(Path.GetDirectoryName(table)!);
        File.WriteAllLines(table, [
            $"document\twrong\t{string.Join('\t', Enum.GetNames<Kind>()).ToLowerInvariant()}",
            .. documents.OrderByDescending(d => d.Tally.Wrong).ThenBy(d => d.Document, StringComparer.Ordinal).Take(Worst)
                .Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Document}\t{d.Tally.Wrong}\t{string.Join('\t', d.Tally.Counts)}"))]);
        foreach (Kind kind in Enum.GetValues<Kind>().Where(k => k != Kind.Right)) yield return new Score($"errors/{kind.ToString().ToLowerInvariant()}", all.Counts[(int)kind]);
        foreach ((string outlet, Tally tally) in outlets.OrderBy(o => o.Key, StringComparer.Ordinal)) yield return new Score($"outlet/{outlet}-f1", tally.F1);
        foreach ((string cue, Tally tally) in cues.Where(c => c.Value.Gold >= FrequentCue).OrderByDescending(c => c.Value.Gold).ThenBy(c => c.Key, StringComparer.Ordinal)) yield return new Score($"cue/{cue}-f1", tally.F1);
        Tally rare = new();
        foreach (Tally tally in cues.Values.Where(c => c.Gold < FrequentCue)) rare.Add(tally);
        yield return new Score("cue/all-rarer-f1", rare.F1);
    }

    // Best overlap first, then every gold and every found one that is left.
    private static void Compare(Marks[] gold, Marks[] found, Action<Kind, Marks> count)
    {
        HashSet<int> usedGold = [], usedFound = [];
        foreach ((int g, int f, double share) in Pairs(gold, found))
        {
            if (usedGold.Contains(g) || usedFound.Contains(f)) continue;
            usedGold.Add(g);
            usedFound.Add(f);
            Kind kind = share < 0.5 ? Kind.Content : !Touch(gold[g].Cue, found[f].Cue) ? Kind.Cue : !Touch(gold[g].Source, found[f].Source) ? Kind.Source : Kind.Right;
            count(kind, gold[g]);
        }

        for (int g = 0; g < gold.Length; g++) if (!usedGold.Contains(g)) count(Kind.Missed, gold[g]);
        for (int f = 0; f < found.Length; f++) if (!usedFound.Contains(f)) count(Kind.Extra, found[f]);
    }

    private static IEnumerable<(int Gold, int Found, double Share)> Pairs(Marks[] gold, Marks[] found)
    {
        List<(int, int, double Share)> pairs = [];
        for (int g = 0; g < gold.Length; g++)
        {
            for (int f = 0; f < found.Length; f++)
            {
                int shared = Shared(gold[g].Content, found[f].Content);
                if (shared > 0) pairs.Add((g, f, shared / (double)(Length(gold[g].Content) + Length(found[f].Content) - shared)));
            }
        }

        return pairs.OrderByDescending(p => p.Share);
    }

    private static int Shared(int[][] one, int[][] other) => one.Sum(a => other.Sum(b => Math.Max(0, Math.Min(a[1], b[1]) - Math.Max(a[0], b[0]))));

    private static int Length(int[][] spans) => spans.Sum(s => s[1] - s[0]);

    private static bool Touch(int[][] one, int[][] other) => (one.Length == 0 && other.Length == 0) || Shared(one, other) > 0;

    // "said", "according-to": the words of the cue in small letters, at most two, so that the key stays a word.
    private static string CueOf(System.Text.Rune[] text, Marks marks)
    {
        string words = string.Join(' ', marks.Cue.Select(s => string.Concat(text[s[0]..Math.Min(s[1], text.Length)]))).ToLowerInvariant();
        string[] letters = [.. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => new string([.. w.Where(char.IsLetter)])).Where(w => w.Length > 0)];
        return letters.Length == 0 ? "none" : string.Join('-', letters.Take(2));
    }

    private static Tally At(Dictionary<string, Tally> tallies, string key) => tallies.TryGetValue(key, out Tally? known) ? known : tallies[key] = new Tally();

    private static Marks[] Read(string file)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(file));
        return [.. json.RootElement.GetProperty("attributions").EnumerateArray().Select(a => new Marks(Spans(a, "source"), Spans(a, "cue"), Spans(a, "content")))];
    }

    private static int[][] Spans(JsonElement attribution, string role) => [.. attribution.GetProperty(role).EnumerateArray().Select(s => new[] { s[0].GetInt32(), s[1].GetInt32() })];

    private enum Kind
    {
        Right,
        Missed,
        Extra,
        Content,
        Cue,
        Source,
    }

    private sealed record Marks(int[][] Source, int[][] Cue, int[][] Content);

    private sealed class Tally
    {
        public int[] Counts { get; } = new int[Enum.GetValues<Kind>().Length];

        public int Gold => Counts.Sum() - Counts[(int)Kind.Extra];

        public int Wrong => Counts.Sum() - Counts[(int)Kind.Right];

        public double F1 => 200.0 * Counts[(int)Kind.Right] / Math.Max(1, Gold + Counts.Sum() - Counts[(int)Kind.Missed]);

        public void Add(Kind kind) => Counts[(int)kind]++;

        public void Add(Tally other)
        {
            for (int i = 0; i < Counts.Length; i++) Counts[i] += other.Counts[i];
        }
    }
}
