using BacklogHealth.Reports.Charts;
using BacklogHealth.Reports.Numbers;

namespace BacklogHealth.Reports.Tests.Charts;

public sealed class ClarityDistributionTests
{
    [Fact]
    public void The_title_names_the_middle_item_and_the_text_the_low_ones()
    {
        var chart = new ClarityDistribution(new ScoreNumbers([0, 1, 0, 2, 0, 4, 8, 9, 3, 1], 28, 2, 66.5));

        Assert.Equal("Half of the 28 open items score 67 or more of 100 for clarity", chart.Title.Plain);
        Assert.Equal("Half of the 28 open items score 67 or more of 100 for clarity; 3 items score below 50.", chart.Alt.Plain);
        Assert.Equal("Open items by clarity, 0 to 100, epics left out, n = 28; 2 could not be scored", chart.Caption.Plain);
    }

    [Fact]
    public void A_median_at_the_top_is_not_called_or_more() =>
        Assert.Equal("More than half of the 5 open items score 100 of 100 for clarity", new ClarityDistribution(new ScoreNumbers([0, 0, 0, 0, 0, 0, 0, 0, 2, 3], 5, 0, 100)).Title.Plain);

    [Fact]
    public void Nothing_scored_is_said() => Assert.Equal("No open item could be scored.", new ClarityDistribution(new ScoreNumbers([0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 0, 3, null)).ToFigure(Saying.English).Caption.Plain);
}
