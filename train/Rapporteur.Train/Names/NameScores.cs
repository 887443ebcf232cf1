using Rapporteur.Text.Entities;

namespace Rapporteur.Train.Names;

/// <summary>Exact-span F1 of names, with states and places counted as one kind, as UNER, CoNLL and seqeval count.</summary>
internal sealed class NameScores
{
    private int _right, _found, _gold;

    /// <summary>F1 from 0 to 100.</summary>
    public double F1 => _right == 0 ? 0 : 200.0 * _right / (_found + _gold);

    public double Precision => _found == 0 ? 0 : 100.0 * _right / _found;

    public double Recall => _gold == 0 ? 0 : 100.0 * _right / _gold;

    /// <summary>Counts one document.</summary>
    public void Add(ReadOnlySpan<byte> gold, ReadOnlySpan<byte> found)
    {
        HashSet<(int, int, int)> goldNames = Names(gold), foundNames = Names(found);
        _gold += goldNames.Count;
        _found += foundNames.Count;
        goldNames.IntersectWith(foundNames);
        _right += goldNames.Count;
    }

    private static HashSet<(int Begin, int End, int Kind)> Names(ReadOnlySpan<byte> labels)
    {
        HashSet<(int, int, int)> names = [];
        int begin = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] == NameLabels.Outside) continue;
            int position = NameLabels.Position(labels[i]);
            if (position is NameLabels.Begin or NameLabels.Unit) begin = i;
            if (position is NameLabels.Last or NameLabels.Unit) names.Add((begin, i + 1, NameLabels.Kind(labels[i])));
        }

        return names;
    }
}
