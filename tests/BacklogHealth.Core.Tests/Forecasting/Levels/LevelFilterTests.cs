using BacklogHealth.Core.Forecasting.Levels;

namespace BacklogHealth.Core.Tests.Forecasting.Levels;

public sealed class LevelFilterTests
{
    private static LevelFilter After(IEnumerable<int> weeks)
    {
        var filter = new LevelFilter(LevelPool.Shipped);
        foreach (var week in weeks)
        {
            filter.Observe(week);
        }

        return filter;
    }

    [Fact]
    public void The_level_of_a_steady_team_is_its_mean()
    {
        var random = new Random(7);
        var standing = After(Enumerable.Range(0, 156).Select(_ => SyntheticTeam.Count(random, 25, 1))).Standing();
        Assert.InRange(standing.Level, 23.5, 26.5);
        Assert.InRange(Math.Sqrt(standing.Doubt), 0, 0.06);
    }

    [Fact]
    public void A_single_odd_week_does_not_carry_the_level_away()
    {
        var before = After(Enumerable.Repeat(20, 100)).Standing().Level;
        Assert.InRange(After([.. Enumerable.Repeat(20, 100), 400]).Standing().Level, before * 0.9, before * 1.3);
        Assert.InRange(After([.. Enumerable.Repeat(20, 100), 0]).Standing().Level, before * 0.75, before * 1.05);
    }

    [Fact]
    public void Some_weeks_do()
    {
        Assert.InRange(After([.. Enumerable.Repeat(20, 100), .. Enumerable.Repeat(8, 8)]).Standing().Level, 7.5, 9.5);
    }

    [Fact]
    public void Weeks_that_were_cut_short_are_held_against_as_much_of_the_level()
    {
        var (whole, half) = (After([]), After([]));
        foreach (var count in Enumerable.Range(0, 100).Select(w => 15 + (w * 7 % 11)))
        {
            whole.Observe(2 * count);
            half.Observe(count, 0.5);
        }

        Assert.InRange(half.Standing().Level / whole.Standing().Level, 0.97, 1.03);
        Assert.True(half.Standing().Doubt > whole.Standing().Doubt);
    }

    [Theory]
    [InlineData(0, 0.8)]
    [InlineData(7, 0.6)]
    [InlineData(3, 0.05)]
    [InlineData(40, 0.33)]
    public void The_likelihood_of_such_a_week_is_that_of_the_lower_level(int count, double exposure)
    {
        var row = new WeekLikelihood([2.0], 0).Of(count, exposure)[0];
        for (var i = 0; i < row.Length; i++)
        {
            var exact = Math.Exp(NegativeBinomial.LogOf(count, LevelGrid.Levels[i] * exposure, 2));
            Assert.InRange(row[i], (exact * 0.97) - 0.002, (exact * 1.03) + 0.002);
        }
    }

    [Fact]
    public void Noise_and_movement_are_told_apart()
    {
        var random = new Random(3);
        var noisy = After(Enumerable.Range(0, 156).Select(_ => SyntheticTeam.Count(random, 25, 6))).Standing();
        var moving = After(Enumerable.Range(0, 156).Select(w => SyntheticTeam.Count(random, (w / 13 % 2) == 0 ? 12 : 40, 1))).Standing();
        Assert.True(noisy.Noise > 3.5, $"{noisy}");
        Assert.True(moving.Noise < 2.5, $"{moving}");
        Assert.True(moving.Doubt + (moving.Noise / moving.Level) < noisy.Doubt + (noisy.Noise / noisy.Level), $"{moving} {noisy}");
    }

    [Fact]
    public void From_five_a_week_to_forty_it_follows_within_two_months()
    {
        Assert.InRange(After([.. Enumerable.Repeat(5, 200), .. Enumerable.Repeat(40, 8)]).Standing().Level, 34, 44);
    }

    [Fact]
    public void What_the_models_are_worth_sums_to_one()
    {
        Assert.Equal(1, After([]).Judged().Sum(m => m.Weight), 1e-9);
        Assert.Equal(1, After(Enumerable.Repeat(7, 300)).Judged().Sum(m => m.Weight), 1e-9);
    }

    [Fact]
    public void A_pool_says_what_is_wrong_with_it()
    {
        Assert.Equal(
            "a pool needs at least one model, each with wander 0 or more, jumps from 0 to below 1, noise above 1 and weight above 0",
            Assert.Throws<InvalidDataException>(() => LevelPool.Parse("""{"source":"x","projects":1,"tilt":0,"models":[{"wander":0.1,"jumps":1,"noise":2,"weight":1}]}""")).Message);
        Assert.StartsWith("a pool is one JSON object with source, projects, tilt and models;", Assert.Throws<InvalidDataException>(() => LevelPool.Parse("[]")).Message, StringComparison.Ordinal);
        Assert.Equal(LevelPool.Shipped.Models, LevelPool.Parse(LevelPool.Shipped.ToJson()).Models);
        Assert.Equal(1, LevelPool.Shipped.Models.Sum(m => m.Weight), 0.001);
    }
}
