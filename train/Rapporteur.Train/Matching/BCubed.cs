namespace Rapporteur.Train.Matching;

/// <summary>B-cubed precision and recall over the members of families, where a wording may belong to several.</summary>
internal sealed class BCubed
{
    private double _precision, _recall;
    private int _items;
    private int _rightPairs, _foundPairs, _goldPairs;

    public double Precision => _precision / Math.Max(1, _items);

    public double Recall => _recall / Math.Max(1, _items);

    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    /// <summary>Of the pairs that were put into one statement, the share that belongs there.</summary>
    public double PairPrecision => (double)_rightPairs / Math.Max(1, _foundPairs);

    /// <summary>Of the pairs that belong into one statement, the share that was put there.</summary>
    public double PairRecall => (double)_rightPairs / Math.Max(1, _goldPairs);

    /// <summary>Adds the wordings of one event with the statements that were found.</summary>
    public void Add(IReadOnlyList<MarkedWording> wordings, Func<MarkedWording, string> statement)
    {
        MarkedWording[] members = [.. wordings.Where(w => w.Families.Count > 0)];
        foreach (MarkedWording one in members)
        {
            MarkedWording[] found = [.. members.Where(other => statement(other) == statement(one))];
            MarkedWording[] gold = [.. members.Where(other => other.Families.Overlaps(one.Families))];
            int both = found.Count(other => other.Families.Overlaps(one.Families));
            _precision += (double)both / found.Length;
            _recall += (double)both / gold.Length;
            _items++;
            _rightPairs += both - 1;
            _foundPairs += found.Length - 1;
            _goldPairs += gold.Length - 1;
        }
    }

    public override string ToString() => FormattableString.Invariant($"P {100 * Precision:F1} R {100 * Recall:F1} F1 {100 * F1:F1}");
}
