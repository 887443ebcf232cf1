namespace Rapporteur.Matching;

/// <summary>Wordings that grow together into statements, the groups most alike on average first.</summary>
internal sealed class Groups
{
    private readonly int[] _group;
    private readonly Occasion[] _occasions;
    private readonly double[,] _sum;
    private readonly int[,] _pairs;

    public Groups(IReadOnlyList<Proposition> wordings)
    {
        _group = [.. Enumerable.Range(0, wordings.Count)];
        _occasions = [.. wordings.Select(Occasion.Of)];
        _sum = new double[wordings.Count, wordings.Count];
        _pairs = new int[wordings.Count, wordings.Count];
    }

    /// <summary>Keeps how alike two wordings are, the smaller number first. Negative infinity keeps their groups apart for good.</summary>
    public void Compare(int left, int right, double logOdds) => (_sum[left, right], _pairs[left, right]) = (logOdds, 1);

    /// <summary>The smallest number in the group of a wording.</summary>
    public int FirstOf(int wording) => _group[wording];

    /// <summary>Joins the groups of two wordings, whatever was compared.</summary>
    public void Join(int one, int other)
    {
        int first = Math.Min(_group[one], _group[other]), second = Math.Max(_group[one], _group[other]);
        if (first == second) return;
        for (int i = 0; i < _group.Length; i++) if (_group[i] == second) _group[i] = first;
        _occasions[first] = _occasions[first].And(_occasions[second]);
        for (int i = 0; i < _group.Length; i++)
        {
            if (i == first || _group[i] != i) continue;
            (int low, int high) = i < first ? (i, first) : (first, i);
            (int lowOld, int highOld) = i < second ? (i, second) : (second, i);
            _sum[low, high] += _sum[lowOld, highOld];
            _pairs[low, high] += _pairs[lowOld, highOld];
        }
    }

    /// <summary>Joins the two groups that are most alike; false when none are alike any more.</summary>
    public bool JoinBest()
    {
        (int First, int Second) best = (0, 0);
        double most = 0;
        for (int right = 1; right < _group.Length; right++)
        {
            if (_group[right] != right) continue;
            for (int left = 0; left < right; left++)
            {
                if (_group[left] != left || _pairs[left, right] == 0) continue;
                double mean = _sum[left, right] / _pairs[left, right];
                if (mean > most && _occasions[left].GoesWith(_occasions[right])) (best, most) = ((left, right), mean);
            }
        }

        if (most > 0) Join(best.First, best.Second);
        return most > 0;
    }
}
