using Rapporteur.Matching;

namespace Rapporteur.Tests.Matching;

public class PairNetworkTests
{
    // Counts that fill no vector, one that fills it, and more units than one holds.
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(35, 12, 3)]
    [InlineData(36, 15, 1)]
    [InlineData(7, 40, 5)]
    public void Units_added_up_side_by_side_say_what_each_says_by_itself(int features, int hidden, int count)
    {
        Random random = new(20_280_311);
        float[] mean = Some(features, random), scale = [.. Some(features, random).Select(value => Math.Abs(value) + 0.5f)];
        float[][] voters = [.. Enumerable.Range(0, count).Select(_ => Some(PairNetwork.Size(features, hidden), random))];
        PairNetwork network = new(mean, scale, voters, hidden);
        for (int round = 0; round < 50; round++)
        {
            double[] values = [.. Some(features, random).Select(value => (double)value)];
            double[] standard = [.. values.Select((value, i) => (value - mean[i]) * scale[i])];
            Assert.Equal(voters.Average(voter => PairNetwork.LogOdds(voter, standard, hidden)), network.LogOdds(values), 3);
        }
    }

    private static float[] Some(int count, Random random) => [.. Enumerable.Range(0, count).Select(_ => (float)((2 * random.NextDouble()) - 1))];
}
