using BacklogHealth.Core.Flow;
using BacklogHealth.Reports.Charts;
using BacklogHealth.Reports.Numbers;

namespace BacklogHealth.Reports.Tests.Charts;

public sealed class ProcessBehaviourChartTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void Where_nothing_stands_out_the_title_names_the_noise() =>
        Assert.Equal("No week stands out: up to 10 items is this team's noise", Of(4, 6, 4, 6, 4, 6, 4, 6, 4, 6).Title.Plain);

    [Fact]
    public void The_noise_of_a_large_team_has_a_lower_end() =>
        Assert.Equal("No week stands out: 20 to 40 items is this team's noise", Of(28, 32, 28, 32, 28, 32, 28, 32, 28, 32).Title.Plain);

    [Fact]
    public void A_week_that_stands_out_is_named_with_its_day_and_value()
    {
        var chart = Of(4, 5, 4, 5, 4, 5, 40, 5, 4, 5, 4, 5, 4, 5, 4, 5, 4, 5, 4, 5);
        Assert.Equal("1 of 20 weeks stands out: 40 items in the week from 17 August", chart.Title.Plain);
        Assert.Equal("Finished items a week, 6 Jul 2026 to 16 Nov 2026, n = 20", chart.Caption.Plain);
    }

    [Fact]
    public void A_long_run_on_one_side_is_told_since_when() =>
        Assert.Equal("From 28 September on, 8 weeks or more in a row lie on one side of the average", Of(6, 8, 6, 8, 6, 8, 6, 8, 2, 4, 2, 4, 2, 4, 2, 4).Title.Plain);

    [Fact]
    public void A_change_that_a_sharper_test_has_seen_is_not_denied() => Assert.Equal(
        "No single week stands out, but since 12 October the pace is another",
        new ProcessBehaviourChart(Numbers(4, 6, 4, 6, 4, 6, 4, 6, 4, 6) with { ChangedSince = new DateOnly(2026, 10, 12) }).Title.Plain);

    [Fact]
    public void Too_few_values_are_said_and_nothing_is_drawn()
    {
        var figure = Of(1, 2, 3).ToFigure(Saying.English);
        Assert.Null(figure.Picture);
        Assert.Equal("3 weeks so far; from 10 on, signal and noise are told apart here.", figure.Caption.Plain);
        Assert.Equal("Finished items a week", figure.Title.Plain);
    }

    private static ProcessBehaviourChart Of(params int[] weeks) => new(Numbers(weeks));

    private static ProcessNumbers Numbers(params int[] weeks) => new(
        "throughput-process", true,
        [.. weeks.Select((n, i) => new ProcessPoint("", Today.AddDays(-7 * (weeks.Length - i)), n))], ProcessBehaviour.Of(weeks));
}
