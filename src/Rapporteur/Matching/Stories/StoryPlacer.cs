namespace Rapporteur.Matching.Stories;

/// <summary>Places one article after the other among stories.</summary>
/// <remarks>
/// Articles that are alike hang together in blocks, on three levels: the more alike they must be, the smaller the blocks. The stories of a block are made by average linkage, unless it is too large
/// for that; then those of its parts on the next level are, and so on. Blocks and their sizes depend on the set of articles alone, and so do the stories, while one article costs no more than
/// a block of the largest size does, however many articles there are.
/// </remarks>
/// <param name="shelf">Where the articles stand.</param>
/// <param name="mostLinked">How many articles average linkage is made over at most. For one shelf always the same.</param>
public sealed class StoryPlacer(IStoryShelf shelf, int mostLinked = StoryPlacer.MostLinked)
{
    /// <summary>Number of levels.</summary>
    public static int Levels => Edges.Length;

    // How alike two articles must be to stand in one block. The first is above what makes a story: at 0.25 the largest block of ECB+ has 753 of its 982 articles,
    // at 0.28 406, at 0.33 104; F1 is 93.6, 93.6 and 92.9.
    private static readonly double[] Edges = [0.28, 0.35, 0.50];

    /// <summary>Bounds the work for one article. A little above the largest block of ECB+ (406), which is linked as a whole.</summary>
    public const int MostLinked = 420;

    /// <summary>Places an article that already stands on the shelf, alone in its blocks and its story.</summary>
    public void Place(ShelvedArticle newcomer)
    {
        (ShelvedArticle Article, double Likeness)[] alike =
        [
            .. shelf.Candidates(newcomer.Text).Where(other => other.Row != newcomer.Row)
                .Select(other => (Article: other, Likeness: shelf.Likeness(newcomer, other))).Where(other => other.Likeness >= Edges[0]),
        ];
        if (alike.Length == 0) return;

        // What must be told anew: the newcomer's block on the first level where it is small enough, and the parts of blocks that were small enough until now.
        long[][] joined = [.. Edges.Select((edge, level) => alike.Where(other => other.Likeness >= edge).Select(other => other.Article.Blocks[level]).Distinct().ToArray())];
        HashSet<(int Level, long Block)> anew = [];
        for (int level = 0; level < Levels; level++)
        {
            int[] sizes = [.. joined[level].Select(block => shelf.Size(level, block, mostLinked + 1))];
            if (sizes.Sum() + 1 <= mostLinked || level == Levels - 1)
            {
                anew.Add((level, Join(newcomer.Row, joined[level])));
                break;
            }

            foreach ((int i, long block) in joined[level].Index().Where(old => sizes[old.Index] <= mostLinked))
                anew.UnionWith(shelf.Parts(level, block).Where(part => !joined[level + 1].Contains(part)).Select(part => (level + 1, part)));
        }

        for (int level = 0; level < Levels; level++)
        {
            long block = Join(newcomer.Row, joined[level]);
            foreach (long old in joined[level].Append(newcomer.Row).Where(old => old != block)) shelf.Move(level, old, block);
        }

        foreach ((int level, long block) in anew) Tell(level, block);
    }

    private static long Join(long row, long[] blocks) => blocks.Length == 0 ? row : Math.Min(row, blocks.Min());

    private void Tell(int level, long block)
    {
        ShelvedArticle[] members =
            [.. shelf.Members(level, block).OrderBy(member => member.Text.Day ?? DateOnly.MaxValue).ThenBy(member => member.Name, StringComparer.Ordinal)];
        // So many that are so much alike are copies of one text.
        int[] stories = members.Length <= mostLinked ? StoryClustering.Stories(members.Length, (i, j) => shelf.Likeness(members[i], members[j])) : new int[members.Length];
        for (int i = 0; i < members.Length; i++)
        {
            string story = members[stories[i]].Name;
            if (story != members[i].Story) shelf.Place(members[i], story);
        }
    }
}
