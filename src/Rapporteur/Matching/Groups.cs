namespace Rapporteur.Matching;

/// <summary>Wordings that grow together into statements, the groups most alike first.</summary>
/// <remarks>
/// Two groups are as much alike as the better half of their pairs on average. A statement of two facets is told whole by one report and by halves in others:
/// the halves are like the whole and not like each other, and should not be told apart by it. That one wording denies and the other does not says little of a pair, for words deny in
/// many ways; that several that all do and several of which none does are one is not to be believed so soon.
/// </remarks>
internal sealed class Groups
{
    // Log-odds less where all denies in one group and nothing in the other. Parts what is denied from what else is said on its subject; with 0, 1, 1.5 and 2 the mean of the five figures of docs/matching.md is the same within 0.2.
    private const double DoubtOfDenial = 1.5;

    private readonly int _count;
    private readonly int[] _group;
    private readonly Occasion[] _occasions;
    private readonly bool[] _denies;
    // The member after each in its group, or -1, and the last member of each group.
    private readonly int[] _next, _last;

    // What two wordings were found to be, a row for the smaller number; NaN when they were not compared.
    private readonly double[] _pairs;

    // How much alike two groups are, by their first members; NaN when none of their wordings were compared.
    private readonly double[] _alike;
    // For each group its most similar group of a smaller number, and how much alike they are; 0 when there is none that it may be joined with.
    private readonly (int Left, double Alike)[] _best;
    private double[] _buffer = new double[64];
    private bool _ready;

    /// <param name="occasions">Those of the wordings.</param>
    /// <param name="denies">For each wording, whether it denies something.</param>
    public Groups(ReadOnlySpan<Occasion> occasions, ReadOnlySpan<bool> denies)
    {
        _count = occasions.Length;
        (_group, _next, _last) = (new int[_count], new int[_count], new int[_count]);
        for (int i = 0; i < _count; i++) (_group[i], _next[i], _last[i]) = (i, -1, i);
        (_occasions, _denies) = (occasions.ToArray(), denies.ToArray());
        (_pairs, _alike) = (new double[_count * _count], new double[_count * _count]);
        Array.Fill(_pairs, double.NaN);
        Array.Fill(_alike, double.NaN);
        _best = new (int, double)[_count];
    }

    /// <summary>Keeps how alike two wordings are, the smaller number first. Negative infinity keeps their groups apart for good.</summary>
    public void Compare(int left, int right, double logOdds) => _pairs[(left * _count) + right] = _alike[(left * _count) + right] = logOdds;

    /// <summary>The smallest number in the group of a wording.</summary>
    public int FirstOf(int wording) => _group[wording];

    /// <summary>Joins the groups of two wordings, whatever was compared.</summary>
    public void Join(int one, int other)
    {
        int first = Math.Min(_group[one], _group[other]), second = Math.Max(_group[one], _group[other]);
        if (first == second) return;
        for (int member = second; member >= 0; member = _next[member]) _group[member] = first;
        _next[_last[first]] = second;
        _last[first] = _last[second];
        _occasions[first] = _occasions[first].And(_occasions[second]);
        for (int i = 0; i < _group.Length; i++)
        {
            if (i == first || _group[i] != i) continue;
            _alike[(Math.Min(i, first) * _count) + Math.Max(i, first)] = Alike(i, first);
        }

        if (_ready) LookAgain(first, second);
    }

    /// <summary>Joins the two groups that are most alike; false when none are alike any more.</summary>
    public bool JoinBest()
    {
        if (!_ready)
        {
            _ready = true;
            for (int right = 0; right < _group.Length; right++) Look(right);
        }

        int best = 0;
        // The first of equals: the smaller numbers.
        for (int right = 1; right < _group.Length; right++)
        {
            if (_group[right] == right && _best[right].Alike > _best[best].Alike) best = right;
        }

        if (_best[best].Alike <= 0) return false;
        Join(_best[best].Left, best);
        return true;
    }

    // Only what the join has changed: the two groups, and those that had one of them as their best.
    private void LookAgain(int first, int second)
    {
        _best[second] = default;
        Look(first);
        for (int right = first + 1; right < _group.Length; right++)
        {
            if (_group[right] != right) continue;
            if (_best[right].Left == first || _best[right].Left == second) Look(right);
            else if (MayJoin(first, right) is > 0 and double alike && (alike > _best[right].Alike || (alike.Equals(_best[right].Alike) && first < _best[right].Left))) _best[right] = (first, alike);
        }
    }

    private void Look(int right)
    {
        _best[right] = default;
        if (_group[right] != right) return;
        for (int left = 0; left < right; left++)
        {
            if (_group[left] == left && MayJoin(left, right) is > 0 and double alike && alike > _best[right].Alike) _best[right] = (left, alike);
        }
    }

    // How much alike two groups are when their days agree; 0 when they do not.
    private double MayJoin(int left, int right) =>
        _alike[(left * _count) + right] is > 0 and double alike && _occasions[left].GoesWith(_occasions[right]) ? alike : 0;

    private double Alike(int one, int other)
    {
        int count = 0, differ = 0;
        for (int i = one; i >= 0; i = _next[i])
        {
            for (int k = other; k >= 0; k = _next[k])
            {
                double pair = _pairs[(Math.Min(i, k) * _count) + Math.Max(i, k)];
                if (double.IsNegativeInfinity(pair)) return pair;
                if (double.IsNaN(pair)) continue;
                if (count == _buffer.Length) Array.Resize(ref _buffer, 2 * count);
                if (_denies[i] != _denies[k]) differ++;
                _buffer[count++] = pair;
            }
        }

        if (count == 0) return double.NaN;
        Array.Sort(_buffer, 0, count);
        int better = (count + 1) / 2;
        double sum = 0;
        for (int i = count - better; i < count; i++) sum += _buffer[i];
        bool several = _next[one] >= 0 && _next[other] >= 0;
        return (sum / better) - (several && differ == count ? DoubtOfDenial : 0);
    }
}
