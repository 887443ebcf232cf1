using Rapporteur.Text.Syntax;

namespace Rapporteur.Text.Tests.Syntax;

public sealed class ProjectiveTreeTests
{
    [Fact]
    public void The_best_tree_is_the_best_of_all_trees_without_crossing_arcs()
    {
        Random random = new(3);
        for (int n = 1; n <= 5; n++)
        {
            for (int round = 0; round < 20; round++)
            {
                float[] scores = [.. Enumerable.Range(0, n * (n + 1)).Select(_ => random.NextSingle() * 10)];
                Assert.Equal(AllTrees(n).Max(t => Sum(scores, t)), Sum(scores, ProjectiveTree.Best(scores, n)), 4);
            }
        }
    }

    [Fact]
    public void A_tree_that_is_asked_for_comes_back()
    {
        int[] heads = [1, 4, 3, 1, -1, 4, 5];
        float[] scores = new float[7 * 8];
        for (int d = 0; d < 7; d++) scores[(d * 8) + (heads[d] < 0 ? 7 : heads[d])] = 1;
        Assert.Equal(heads, ProjectiveTree.Best(scores, 7));
    }

    private static float Sum(float[] scores, int[] heads)
    {
        int n = heads.Length;
        return heads.Select((h, d) => scores[(d * (n + 1)) + (h < 0 ? n : h)]).Sum();
    }

    private static IEnumerable<int[]> AllTrees(int n)
    {
        int all = (int)Math.Pow(n + 1, n);
        for (int code = 0; code < all; code++)
        {
            int[] heads = new int[n];
            for (int d = 0, rest = code; d < n; d++, rest /= n + 1) heads[d] = (rest % (n + 1)) - 1;
            if (heads.Count(h => h < 0) == 1 && IsProjectiveTree(heads)) yield return heads;
        }
    }

    private static bool IsProjectiveTree(int[] heads)
    {
        for (int d = 0; d < heads.Length; d++)
        {
            int steps = 0;
            for (int at = d; at >= 0; at = heads[at])
            {
                if (++steps > heads.Length) return false;
            }
        }

        // Everything between a word and its head hangs, by whatever way, on that head.
        for (int d = 0; d < heads.Length; d++)
        {
            if (heads[d] < 0) continue;
            for (int between = Math.Min(d, heads[d]) + 1; between < Math.Max(d, heads[d]); between++)
            {
                int at = between;
                while (at >= 0 && at != heads[d]) at = heads[at];
                if (at < 0) return false;
            }
        }

        return true;
    }
}
