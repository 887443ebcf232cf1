using System.Text.RegularExpressions;

namespace Rapporteur.Eval.Articles;

/// <summary>How well one page's article was found, both from 0 to 1.</summary>
internal readonly record struct PageScore(double Precision, double Recall, bool Exact)
{
    /// <summary>Compares the bags of four-word shingles of two texts.</summary>
    public static PageScore Of(string truth, string found)
    {
        Dictionary<string, int> wanted = Shingles(truth), got = Shingles(found);
        double right = wanted.Sum(s => Math.Min(s.Value, got.GetValueOrDefault(s.Key)));
        double wrong = got.Values.Sum() - right, missed = wanted.Values.Sum() - right;
        // A page without an article, and none found, is a page done right.
        double precision = right + wrong > 0 ? right / (right + wrong) : missed > 0 ? 0 : 1;
        double recall = right + missed > 0 ? right / (right + missed) : 1;
        return new PageScore(precision, recall, wrong == 0 && missed == 0);
    }

    private static Dictionary<string, int> Shingles(string text)
    {
        string[] words = [.. Regex.Matches(text, @"\w+").Select(m => m.Value)];
        Dictionary<string, int> shingles = new(StringComparer.Ordinal);
        if (words.Length == 0) return shingles;
        for (int i = 0; i < Math.Max(1, words.Length - 3); i++)
        {
            string shingle = string.Join(' ', words.Skip(i).Take(4));
            shingles[shingle] = shingles.GetValueOrDefault(shingle) + 1;
        }

        return shingles;
    }
}
