using BacklogHealth.Core.Forecasting;
using BacklogHealth.Reports.Charts;

namespace BacklogHealth.Reports.Tests.Charts;

public sealed class ReliabilityDiagramTests
{
    [Fact]
    public void As_often_as_said_is_said_plainly() => Assert.Equal("What we said came true about as often as we said", new ReliabilityDiagram(Backtests.Of(39)).Title.Plain);

    [Fact]
    public void A_short_record_says_that_it_is_one() =>
        Assert.Equal("What we said came true about as often as we said, as far as 12 looks back can tell", new ReliabilityDiagram(Backtests.Of(12)).Title.Plain);

    [Fact]
    public void Chances_that_held_too_seldom_or_too_often_are_counted()
    {
        Assert.Equal("At 1 of 11 chances, what we said came true less often than we said", new ReliabilityDiagram(Backtests.Of(39, new() { [0.85] = 20 })).Title.Plain);
        Assert.Equal("At 2 of 11 chances, what we said came true more often than we said", new ReliabilityDiagram(Backtests.Of(39, new() { [0.20] = 25, [0.30] = 25 })).Title.Plain);
        Assert.Equal("At 1 of 10 chances, what we said came true less often than we said, at 1 more often", new ReliabilityDiagram(Backtests.Of(39, new() { [0.20] = 25, [0.85] = 20, [0.95] = null })).Title.Plain);
    }

    [Fact]
    public void Caption_and_words_for_who_cannot_see_it_name_n_window_and_both_methods()
    {
        var chart = new ReliabilityDiagram(Backtests.Of(39));

        Assert.Equal("“At least so many items in 4 weeks”, said at 39 past points, 8 Jan 2024 to 26 Oct 2026: said in % to the right, came true in % upwards; bars: 95 % intervals", chart.Caption.Plain);
        Assert.Equal(
            "What we said came true about as often as we said. 50 % came true 20 of 39 times, the usual method's 20 of 39. 85 % came true 33 of 39 times, the usual method's 25 of 39. 95 % came true 37 of 39 times, the usual method's 37 of 39.",
            chart.Alt.Plain);
    }

    [Fact]
    public void The_numbers_behind_it_hold_said_and_held_with_intervals()
    {
        var rows = new ReliabilityDiagram(Backtests.Of(39, new() { [0.95] = null }, usual: null)).Numbers.Rows.Select(r => string.Join("|", r.Select(c => c.Plain))).ToList();

        Assert.Equal("85 %|86 %|33|39|70–93 %||0|0", rows[8]);
        Assert.Equal("95 %||0|0||96 %|37|39", rows[10]);
    }

    [Fact]
    public void Too_little_to_draw_has_its_reason()
    {
        Assert.Equal("The history is too short to look back: it takes 90 days and four weeks behind them to see what a forecast would have been worth.", new ReliabilityDiagram(null).ToFigure(Saying.English).Caption.Plain);
        Assert.Equal("1 look back so far; from 10 on, what was said and what came true are set against each other here.", new ReliabilityDiagram(Backtests.Of(1)).ToFigure(Saying.English).Caption.Plain);
        Assert.Equal("At none of the 14 points in the past was there more to say than “0 or more items”.", new ReliabilityDiagram(Backtests.Silent(14)).ToFigure(Saying.English).Caption.Plain);
        Assert.Null(new ReliabilityDiagram(Backtests.Silent(14)).ToFigure(Saying.English).Picture);
        Assert.Equal("What was said and what came true", new ReliabilityDiagram(null).ToFigure(Saying.English).Title.Plain);
    }

    [Fact]
    public void The_usual_method_stands_in_the_picture()
    {
        byte[] Drawn(BacktestRecord record) => ChartImage.Draw(new ReliabilityDiagram(record), ChartImage.Wide, Saying.English).Light.Bytes;
        Assert.NotEqual(Drawn(Backtests.Of(39)), Drawn(Backtests.Of(39, usual: 12)));
        Assert.Equal(Drawn(Backtests.Of(39)), Drawn(Backtests.Of(39)));
    }
}
