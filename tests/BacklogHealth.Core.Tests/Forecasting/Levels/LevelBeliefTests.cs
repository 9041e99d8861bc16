using BacklogHealth.Core.Forecasting.Levels;

namespace BacklogHealth.Core.Tests.Forecasting.Levels;

public class LevelBeliefTests
{
    // To the last bit, since figures are made again by tests: the sum at each level is built in the same order as by this plain loop.
    [Theory]
    [InlineData(3)]
    [InlineData(37)]
    [InlineData(701)]
    public void A_belief_that_reaches_the_ends_of_the_grid_is_spread_as_by_a_plain_loop(int length)
    {
        double[] kernel = [.. Enumerable.Range(1, length).Select(i => 1.0 / (i + 2))];
        var even = 1.0 / LevelGrid.Levels.Length;
        var expected = new double[LevelGrid.Levels.Length];
        for (var level = 0; level < expected.Length; level++)
        {
            for (var i = 0; i < length; i++)
            {
                expected[Math.Clamp(level - (length / 2) + i, 0, expected.Length - 1)] += 0.3 * even * kernel[i];
            }
        }

        var spread = new double[expected.Length];
        LevelBelief.Open().AddSpread(kernel, 0.3, spread);

        Assert.Equal(expected, spread);
    }
}
