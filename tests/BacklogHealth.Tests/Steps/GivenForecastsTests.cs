using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Health;
using BacklogHealth.Json;
using BacklogHealth.Steps;
using BacklogHealth.Storage;

namespace BacklogHealth.Tests.Steps;

public sealed class GivenForecastsTests
{
    private static readonly DateOnly First = new(2025, 1, 1);
    private static readonly ForecastMaker Maker = new(new DailyCounts(First, [.. Enumerable.Repeat(1, 200)]), known => new UsualMethod(known));

    private static SnapshotForecast Kept(string question, string subject, Forecast forecast) =>
        new(question, subject, JsonWriting.Text(ForecastJsons.From(null, forecast), indented: false));

    [Fact]
    public void What_a_snapshot_keeps_is_read_back_as_it_was_said()
    {
        var given = GivenForecasts.Of([Kept("how-many", "", Maker.HowMany(28)), Kept("delivery", "Release 2", Maker.When(10))]);

        Assert.Contains(new GivenForecast(null, First.AddDays(200), First.AddDays(227), 28, 0.85), given);
        Assert.Contains(new GivenForecast("Release 2", First.AddDays(200), First.AddDays(209), 10, 0.85), given);
        Assert.Equal(8, given.Count);
    }

    [Fact]
    public void What_said_nothing_or_cannot_be_read_is_passed_over()
    {
        var silent = new ForecastMaker(new DailyCounts(First, [1]));
        Assert.Empty(GivenForecasts.Of([Kept("how-many", "", silent.HowMany(28)), Kept("delivery", "Release 2", Maker.When(0)), new("delivery", "Release 2", "{}"), new("how-many", "", "no json")]));
    }
}
