using BacklogHealth.Core.Flow;
using BacklogHealth.Reports.Charts;
using BacklogHealth.Reports.Numbers;

namespace BacklogHealth.Reports.Tests.Charts;

public sealed class CycleTimeScatterplotTests
{
    [Fact]
    public void The_title_says_how_long_most_items_take()
    {
        var chart = Of(20, 10, 17, 19);

        Assert.Equal("85 of 100 items took 17 days or less", chart.Title.Plain);
        Assert.Equal("Days from started to finished, both counted, 23 November 2025 to 22 November 2026, n = 20; 2 without a known start left out", chart.Caption.Plain);
        Assert.Equal("85 of 100 items took 17 days or less; half took 10 days or less and 95 of 100 took 19 days or less. The longest took 20 days.", chart.Alt.Plain);
    }

    [Fact]
    public void Few_items_are_said_and_not_drawn() =>
        Assert.Equal("4 items with a known start were finished from 23 November 2025 to 22 November 2026; from 10 on, cycle times are shown here.", Of(4, null, null, null).ToFigure(Saying.English).Caption.Plain);

    private static CycleTimeScatterplot Of(int items, int? p50, int? p85, int? p95)
    {
        var to = new DateOnly(2026, 11, 23);
        return new(new CycleTimeNumbers(to.AddDays(-365), to, [.. Enumerable.Range(1, items).Select(i => new CycleTimePoint($"{i}", $"CHK-{i}", to.AddDays(-i), i))], 2, p50, p85, p95));
    }
}
