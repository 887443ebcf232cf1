using Rapporteur.Storage.Sqlite;

namespace Rapporteur.Storage.Tests;

public class JudgedPairsTests
{
    [Fact]
    public void What_was_kept_is_found_again_however_much_there_is()
    {
        JudgedPairs pairs = new();
        Assert.False(pairs.TryGet(0, out _));
        // Numbers that fall on one place among them.
        int[] others = [.. Enumerable.Range(0, 300), .. Enumerable.Range(1, 300).Select(i => i * 4096)];
        foreach (int other in others) pairs.Add(other, other / 2.0);
        foreach (int other in others) Assert.True(pairs.TryGet(other, out double logOdds) && logOdds == other / 2.0, $"{other}");
        Assert.Equal(others.Length, pairs.Count);
        Assert.False(pairs.TryGet(4095, out _));
        pairs.Clear();
        Assert.False(pairs.TryGet(0, out _));
    }
}
