using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;

namespace BacklogHealth.Reports.Tests.Parts;

public sealed class SaidAndHeldTests
{
    [Fact]
    public void The_coach_sees_the_record_by_horizon_and_the_same_numbers_as_data()
    {
        var health = new SampleHealth().Build();
        var page = ReportWriter.Render(Audience.Coach, new ReportInput(health, SampleHealth.Words, new ReportOptions()));
        var back = health.Backtest.Value;

        Assert.Equal([28, 56, 84], back.Select(r => r.Days));
        var held = back[0].At(0.85).Ours.Held;
        Assert.Contains($"“85 %” came true {held.Times} of {held.Of} times", page.Markdown, StringComparison.Ordinal);
        Assert.Contains("| 8 weeks |", page.Markdown, StringComparison.Ordinal);
        var numbers = page.Json["parts"]!.AsArray().Single(p => p!["id"]!.GetValue<string>() == "said-and-held")!["numbers"]!["backtest"]!.AsArray();
        Assert.Equal((28, held.Times), (numbers[0]!["days"]!.GetValue<int>(), numbers[0]!["diagram"]![8]!["ours"]!["times"]!.GetValue<int>()));
    }

    [Fact]
    public void The_stakeholder_reads_it_in_plain_words() =>
        Assert.Matches(
            @"In the same way we said at \d+ past points how many items the next four weeks bring at least\. Where that was to hold in 17 of 20 futures it came true \*\*\d+ of \d+ times\*\*",
            ReportWriter.Render(Audience.Stakeholder, new SampleHealth().Input()).Markdown);

    [Fact]
    public void Where_there_is_no_history_to_look_back_on_that_is_said()
    {
        var page = ReportWriter.Render(Audience.Coach, new SampleHealth { Finished = 0 }.Input());

        Assert.Contains("## How forecasts have held so far", page.Markdown, StringComparison.Ordinal);
        Assert.Contains("The history is too short to look back", page.Markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("| 4 weeks |", page.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_walks_through_the_history_who_does_not_ask()
    {
        var asked = new List<DailyCounts>();
        var health = new SampleHealth
        {
            Change = input => input with { Method = known => { asked.Add(known); return new UsualMethod(known); } },
        }.Build();
        var before = asked.Count;

        ReportWriter.Render(Audience.ProductOwner, new ReportInput(health, SampleHealth.Words, new ReportOptions()));
        Assert.Equal(before, asked.Count);
        Assert.NotEmpty(health.Backtest.Value);
        var after = asked.Count;
        Assert.True(after > before);
        Assert.NotEmpty(health.Backtest.Value);
        Assert.Equal(after, asked.Count);
    }
}
