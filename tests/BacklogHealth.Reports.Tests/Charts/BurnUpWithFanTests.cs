using BacklogHealth.Core.Health;
using BacklogHealth.Reports.Charts;

namespace BacklogHealth.Reports.Tests.Charts;

public sealed class BurnUpWithFanTests
{
    private static (BurnUpWithFan Chart, BurnUp Data, DeliveryOutlook Delivery) Sample()
    {
        var health = new SampleHealth().Build();
        var data = BurnUp.Of(health, health.Deliveries[0])!;
        return (new BurnUpWithFan(data, health.Deliveries[0], 1), data, health.Deliveries[0]);
    }

    [Fact]
    public void Its_title_says_how_far_it_is_and_between_which_days_it_ends_in_14_of_20_futures()
    {
        var (chart, _, delivery) = Sample();
        Assert.Matches(@$"^{delivery.Total - delivery.Remaining} of {delivery.Total} items are done; in 14 of 20 futures the last one is done between \d+ \w+( 20\d\d)? and \d+ \w+( 20\d\d)?$", chart.Title.Plain);
    }

    [Fact]
    public void Behind_it_stand_all_its_numbers()
    {
        var (chart, data, _) = Sample();
        Assert.Equal(data.Past.Length + data.Ahead.Length - 1, chart.Numbers.Rows.Length);
        Assert.All(chart.Numbers.Rows, row => Assert.Equal(chart.Numbers.Columns.Length, row.Length));
    }

    [Fact]
    public void It_is_drawn_for_wide_and_narrow_paper() => Assert.NotNull(Sample().Chart.ToFigure(Saying.English).Picture);
}
