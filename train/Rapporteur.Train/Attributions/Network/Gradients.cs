using Rapporteur.Text.Learning;

namespace Rapporteur.Train.Attributions.Network;

/// <summary>The slope of the loss by every weight, summed over some texts.</summary>
internal sealed class Gradients
{
    private readonly Dictionary<Weights, float[]> _of = [];
    private readonly Dictionary<Weights, HashSet<int>> _rows = [];

    /// <summary>Makes room for the given weights. Of tables, whose rows are looked up, only the rows touched are cleared and learnt.</summary>
    public Gradients(IEnumerable<Weights> all, IReadOnlySet<Weights> tables)
    {
        foreach (Weights one in all)
        {
            _of[one] = new float[one.Values.Length];
            if (tables.Contains(one)) _rows[one] = [];
        }
    }

    public float[] Of(Weights weights) => _of[weights];

    /// <summary>The rows of a table that have been touched; null for what is no table.</summary>
    public HashSet<int>? RowsOf(Weights weights) => _rows.GetValueOrDefault(weights);

    /// <summary>Adds a slope to rows of a table.</summary>
    public void AddRow(Weights table, int row, ReadOnlySpan<float> slope, float times = 1)
    {
        _rows[table].Add(row);
        Span<float> to = _of[table].AsSpan(row * table.Columns, table.Columns);
        for (int i = 0; i < to.Length; i++) to[i] += times * slope[i];
    }

    /// <summary>Adds another's slopes, always in the same order.</summary>
    public void Add(Gradients other)
    {
        foreach ((Weights one, float[] values) in _of)
        {
            float[] from = other._of[one];
            if (_rows.TryGetValue(one, out HashSet<int>? rows))
            {
                foreach (int row in other._rows[one].Order()) AddRow(one, row, from.AsSpan(row * one.Columns, one.Columns));
                continue;
            }

            for (int i = 0; i < values.Length; i++) values[i] += from[i];
        }
    }

    public void Clear()
    {
        foreach ((Weights one, float[] values) in _of)
        {
            if (!_rows.TryGetValue(one, out HashSet<int>? rows))
            {
                Array.Clear(values);
                continue;
            }

            foreach (int row in rows) Array.Clear(values, row * one.Columns, one.Columns);
            rows.Clear();
        }
    }
}
