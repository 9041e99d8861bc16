using BacklogHealth.Core.Health;
using BacklogHealth.Reports.Parts;

namespace BacklogHealth.Reports.Tests.Parts;

public sealed class RunwayInWordsTests
{
    [Theory]
    [InlineData(23.4, 26.1, "Ready work for 23 weeks; you want 2 weeks.", "● Keep: 30 of 38 waiting items are ready. In 17 of 20 futures it lasts 23 weeks; in 10 of 20, 26 weeks. Refining so far ahead may be wasted.")]
    [InlineData(5.9, 5.9, "Ready work for 5.9 weeks; you want 2 weeks.", "● Keep: 30 of 38 waiting items are ready.")]
    [InlineData(6.0, 6.0, "Ready work for 6 weeks; you want 2 weeks.", "● Keep: 30 of 38 waiting items are ready. Refining so far ahead may be wasted.")]
    [InlineData(3 / 7.0, 5 / 7.0, "Ready work for 3 days; you want 2 weeks.", "▼ Act: 30 of 38 waiting items are ready. In 17 of 20 futures it lasts 3 days; in 10 of 20, 5 days.")]
    [InlineData(0, 1 / 7.0, "Ready work for less than a day; you want 2 weeks.", "▼ Act: 30 of 38 waiting items are ready. In 17 of 20 futures it lasts less than a day; in 10 of 20, 1 day.")]
    public void A_runway_is_said_in_weeks_or_days_with_what_it_rests_on(double weeks85, double weeks50, string say, string why)
    {
        var input = new SampleHealth { WeekBefore = false }.Input();
        var report = new ReportContext(input with { Health = input.Health with { Runway = new ReadyRunway(30, 38, weeks50, weeks85, 2) } }, Audience.ProductOwner);

        var answer = RunwayInWords.Of(report, $"How long?");

        Assert.Equal((say, why), (answer.Say.Plain, answer.Why.Plain));
    }
}
