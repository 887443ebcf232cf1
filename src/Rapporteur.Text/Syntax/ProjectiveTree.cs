namespace Rapporteur.Text.Syntax;

/// <summary>Finds the best tree without crossing arcs and with one root (Eisner 1996).</summary>
internal static class ProjectiveTree
{
    /// <summary>The head of each word; -1 for the root.</summary>
    /// <param name="scores">For each of the n dependents n + 1 scores: of every word as its head, and of being the root.</param>
    /// <param name="n">Number of words, at least 1.</param>
    public static int[] Best(ReadOnlySpan<float> scores, int n)
    {
        int wide = n + 1, all = n * n;
        // By first and last word of a stretch. Open: an arc between the two, below it nothing settled outside. Closed: all that hangs on one end.
        float[] openRight = new float[all], openLeft = new float[all], closedRight = new float[all], closedLeft = new float[all];
        short[] open = new short[all], right = new short[all], left = new short[all];
        for (int length = 1; length < n; length++)
        {
            for (int i = 0, j = length; j < n; i++, j++)
            {
                int at = (i * n) + j, split = i;
                float best = float.NegativeInfinity;
                for (int k = i; k < j; k++)
                {
                    float score = closedRight[(i * n) + k] + closedLeft[((k + 1) * n) + j];
                    if (score > best) (best, split) = (score, k);
                }

                open[at] = (short)split;
                openRight[at] = best + scores[(j * wide) + i];
                openLeft[at] = best + scores[(i * wide) + j];
                (best, split) = (float.NegativeInfinity, j);
                for (int k = i + 1; k <= j; k++)
                {
                    float score = openRight[(i * n) + k] + closedRight[(k * n) + j];
                    if (score > best) (best, split) = (score, k);
                }

                (closedRight[at], right[at]) = (best, (short)split);
                (best, split) = (float.NegativeInfinity, i);
                for (int k = i; k < j; k++)
                {
                    float score = closedLeft[(i * n) + k] + openLeft[(k * n) + j];
                    if (score > best) (best, split) = (score, k);
                }

                (closedLeft[at], left[at]) = (best, (short)split);
            }
        }

        int root = 0;
        float top = float.NegativeInfinity;
        for (int r = 0; r < n; r++)
        {
            float score = closedLeft[r] + closedRight[(r * n) + n - 1] + scores[(r * wide) + n];
            if (score > top) (top, root) = (score, r);
        }

        int[] heads = new int[n];
        heads[root] = -1;
        Stack<(int First, int Last, Part Part)> parts = new();
        parts.Push((0, root, Part.ClosedLeft));
        parts.Push((root, n - 1, Part.ClosedRight));
        while (parts.TryPop(out (int First, int Last, Part Part) part))
        {
            (int i, int j, _) = part;
            if (i == j) continue;
            int at = (i * n) + j;
            if (part.Part == Part.ClosedRight)
            {
                parts.Push((i, right[at], Part.OpenRight));
                parts.Push((right[at], j, Part.ClosedRight));
            }
            else if (part.Part == Part.ClosedLeft)
            {
                parts.Push((i, left[at], Part.ClosedLeft));
                parts.Push((left[at], j, Part.OpenLeft));
            }
            else
            {
                if (part.Part == Part.OpenRight) heads[j] = i;
                else heads[i] = j;
                parts.Push((i, open[at], Part.ClosedRight));
                parts.Push((open[at] + 1, j, Part.ClosedLeft));
            }
        }

        return heads;
    }

    private enum Part
    {
        OpenRight,
        OpenLeft,
        ClosedRight,
        ClosedLeft,
    }
}
