using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Tests.Flow;
using static BacklogHealth.Core.Tests.Health.TestTeam;

namespace BacklogHealth.Core.Tests.Health;

public sealed class PromisesTests
{
    private static GivenForecast Items(int asOf, int days, int items, double probability = 0.85) =>
        new(null, TestHistory.Day(asOf), TestHistory.Day(asOf + days - 1), items, probability);

    private static GivenForecast Done(int asOf, int day, string delivery = "Release 1") => new(delivery, TestHistory.Day(asOf), TestHistory.Day(day), 3, 0.85);

    private static PromiseRecord Of(params GivenForecast[] given) => HealthBuilder.Build(Input(Steady(), Waiting(5, 5)) with
    {
        Given = given,
        Deliveries = [new("Release 1", null, false, ["f100-0", "f120-0"]), new("Release 2", null, false, ["f100-0", "w001"])],
    }).Promises;

    [Fact]
    public void A_number_of_items_holds_where_as_many_came_within_its_days()
    {
        // One item a day: fourteen days bring fourteen.
        Assert.Equal([true, false], Of(Items(100, 14, 14), Items(107, 14, 15)).All.Select(p => p.Held!.Value));
    }

    [Fact]
    public void A_statement_whose_last_day_has_not_passed_is_open()
    {
        Assert.Null(Assert.Single(Of(Items(Now - 13, 14, 20)).All).Held); // its last day is today
        Assert.NotNull(Assert.Single(Of(Items(Now - 14, 14, 20)).All).Held);
    }

    [Fact]
    public void A_delivery_holds_where_its_last_item_ended_by_the_day()
    {
        Assert.Equal([true, false], Of(Done(80, 120), Done(87, 119)).All.Select(p => p.Held!.Value));
        Assert.Equal(false, Assert.Single(Of(Done(80, 120, "Release 2")).All).Held); // an item of it is still open
    }

    [Fact]
    public void A_delivery_that_is_named_no_more_is_left_out() => Assert.Empty(Of(Done(80, 120, "Release 0")).All);

    [Fact]
    public void Of_one_week_only_the_first_counts()
    {
        var monday = Enumerable.Range(100, 7).First(d => TestHistory.Day(d).DayOfWeek == DayOfWeek.Monday);
        var record = Of(Items(monday + 6, 14, 1), Items(monday, 14, 15), Items(monday + 2, 14, 1), Items(monday + 7, 14, 14), Items(monday, 14, 10, 0.5));
        Assert.Equal(new HeldBefore(0.85, 1, 2), record.At(0.85));
        Assert.Equal(new HeldBefore(0.5, 1, 1), record.At(0.5));
    }

    [Fact]
    public void What_was_said_for_a_day_to_come_is_not_told() => Assert.Empty(Of(Items(Now, 14, 1), Items(Now + 20, 14, 1)).All);
}
