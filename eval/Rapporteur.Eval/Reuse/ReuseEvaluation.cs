using System.Diagnostics;
using Rapporteur.Matching.Reuse;

namespace Rapporteur.Eval.Reuse;

/// <summary>Originals found again behind 10,000 edited copies: 1,250 articles, each copied with eight shares of edited words.</summary>
internal sealed class ReuseEvaluation : IEvaluation
{
    private const int Articles = 1250;
    private const int Seed = 20250518;

    // Per cent of the words; target for the share of originals found.
    private static readonly (int Edits, double? Target)[] Shares = [(2, null), (5, 99), (10, 99), (15, 97), (20, 90), (25, null), (30, null), (40, null)];

    public string Name => "reuse";

    public IEnumerable<Score> Run(EvaluationContext context)
    {
        Random random = new(Seed);
        List<string> originals = EditedCopies.Originals(context.Corpora);
        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(originals));
        if (originals.Count < Articles) throw new InvalidDataException($"{context.Corpora} holds {originals.Count} articles that share no text; {Articles} are needed.");
        originals.RemoveRange(Articles, originals.Count - Articles);
        string[] vocabulary = [.. originals.SelectMany(EditedCopies.Words)];

        List<(int Original, int Edits, string Text)> all = [];
        foreach ((int original, string text) in originals.Index())
        {
            all.Add((original, 0, text));
            foreach ((int edits, _) in Shares) all.Add((original, edits, EditedCopies.Edit(text, edits / 100.0, vocabulary, random)));
        }

        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(all));

        ReuseIndex index = new();
        List<(int Later, int Earlier)> pairs = [];
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        for (int i = 0; i < all.Count; i++)
        {
            foreach (int earlier in index.Add(all[i].Text)) pairs.Add((i, earlier));
        }

        double seconds = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        int right = pairs.Count(pair => all[pair.Later].Original == all[pair.Earlier].Original);
        foreach ((int later, int earlier) in pairs.Where(pair => all[pair.Later].Original != all[pair.Earlier].Original))
            context.Trace?.WriteLine($"reuse\tnot one article\t{all[later].Edits}\t{all[earlier].Edits}\t{Shown(all[later].Text)}\t{Shown(all[earlier].Text)}");

        yield return new Score("reuse/edited-copies/pair-precision", 100.0 * right / pairs.Count, 99);
        HashSet<(int, int)> found = [.. pairs
            .Where(pair => all[pair.Later].Original == all[pair.Earlier].Original && (all[pair.Later].Edits == 0 || all[pair.Earlier].Edits == 0))
            .Select(pair => (all[pair.Later].Original, all[pair.Later].Edits + all[pair.Earlier].Edits))];
        foreach ((int edits, double? target) in Shares)
        {
            yield return new Score($"reuse/edited-copies/found-{edits}", 100.0 * originals.Index().Count(o => found.Contains((o.Index, edits))) / originals.Count, target);
        }

        yield return new Score("reuse/edited-copies/per-cpu-second", all.Count / seconds, 3000);
        yield return new Score("reuse/edited-copies/words-per-article", originals.Average(text => EditedCopies.Words(text).Length));
    }

    private static string Shown(string text) => text.ReplaceLineEndings(" ")[..Math.Min(80, text.Length)];
}
