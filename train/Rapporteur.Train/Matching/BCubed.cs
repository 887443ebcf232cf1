namespace Rapporteur.Train.Matching;

/// <summary>B-cubed precision and recall over the members of families, where a wording may belong to several.</summary>
internal sealed class BCubed
{
    private double _precision, _recall;
    private int _items;

    public double Precision => _precision / Math.Max(1, _items);

    public double Recall => _recall / Math.Max(1, _items);

    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

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
        }
    }

    public override string ToString() => FormattableString.Invariant($"P {100 * Precision:F1} R {100 * Recall:F1} F1 {100 * F1:F1}");
}
