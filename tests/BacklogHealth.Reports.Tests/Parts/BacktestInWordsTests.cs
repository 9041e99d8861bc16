using BacklogHealth.Reports.Parts;

namespace BacklogHealth.Reports.Tests.Parts;

public sealed class BacktestInWordsTests
{
    [Theory]
    [InlineData(39, 33, "“85 %” came true 33 of 39 times: about as often as said")]
    [InlineData(39, 28, "“85 %” came true 28 of 39 times: less often than said")]
    [InlineData(39, 39, "“85 %” came true 39 of 39 times: more often than said")]
    [InlineData(12, 11, "“85 %” came true 11 of 12 times: too few to judge by")]
    [InlineData(1, 1, "“85 %” came true 1 of 1 time: too few to judge by")]
    public void The_heading_is_the_finding(int points, int held, string heading) =>
        Assert.Equal(heading, BacktestInWords.Heading(Backtests.Of(points, new() { [0.85] = held })).Plain);

    [Fact]
    public void Without_a_statement_there_is_no_finding()
    {
        Assert.Equal("How forecasts have held so far", BacktestInWords.Heading(null).Plain);
        Assert.Equal("How forecasts have held so far", BacktestInWords.Heading(Backtests.Silent(14)).Plain);
    }

    [Theory]
    [InlineData(0.1, 1.4, "these lie closer to what comes, by more than luck explains")]
    [InlineData(-1.4, -0.1, "the usual method lies closer to what comes, by more than luck explains")]
    [InlineData(-0.1, 1.6, "which of them lies closer cannot be told from luck")]
    public void The_usual_method_is_set_beside_and_none_is_called_better_by_luck(double from, double to, string closer) => Assert.Equal(
        $"The usual method, which draws days at random from the last 90, said 85 %, too, and held 25 of 39 times, these forecasts 33 of 39. Over all chances its forecasts lay 3.3 items off what came, these 2.5 (CRPS): {closer}.",
        BacktestInWords.Usual(Backtests.Of(39, gain: (from, to))).Plain);

    [Fact]
    public void Where_one_of_both_had_nothing_to_say_that_is_said()
    {
        Assert.StartsWith("The usual method, which draws days at random from the last 90, would have had nothing to say with 85 %. Over all", BacktestInWords.Usual(Backtests.Of(39, usual: null)).Plain, StringComparison.Ordinal);
        Assert.StartsWith("The usual method, which draws days at random from the last 90, said 85 %, too, and held 25 of 39 times. Over all", BacktestInWords.Usual(Backtests.Of(39, new() { [0.85] = null })).Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_percentages() => Assert.Equal(
        "In the same way we said at 39 past points how many items the next four weeks bring at least. Where that was to hold in 17 of 20 futures it came true 33 of 39 times; 20 of 39 where it was to hold in 10 of 20 and 37 of 39 where it was to hold in 19 of 20. The usual method, which looks at nothing but the last 90 days, would have been right 25 of 39 times where it says 17 of 20.",
        BacktestInWords.Plain(Backtests.Of(39)).Plain);

    [Fact]
    public void Without_percentages_only_what_was_said_is_told() => Assert.Equal(
        "In the same way we said at 39 past points how many items the next four weeks bring at least. Where that was to hold in 17 of 20 futures it came true 33 of 39 times.",
        BacktestInWords.Plain(Backtests.Of(39, new() { [0.50] = null, [0.95] = null }, usual: null)).Plain);

    [Fact]
    public void A_short_record_is_not_told_without_percentages()
    {
        Assert.True(BacktestInWords.Plain(null).IsEmpty);
        Assert.True(BacktestInWords.Plain(Backtests.Of(9)).IsEmpty);
        Assert.True(BacktestInWords.Plain(Backtests.Of(39, new() { [0.85] = null })).IsEmpty);
    }
}
