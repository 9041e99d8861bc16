using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.WorkItems;
using CsCheck;
using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.TestTeam;

namespace BacklogHealth.Core.Tests.Health;

public sealed class DeliveryCurveTests
{
    [Fact]
    public void A_team_that_finishes_one_a_day_is_done_when_the_days_are_over()
    {
        // The next 20 items take 20 days for certain: not done by the 14th day, done by the 21st.
        var curve = Assert.Single(DeliveryCurve.Of(Build(Steady(), Waiting(30, 10))));

        Assert.Equal(("The next 20 items", true, 20, null, null, 0.0), (curve.Title.ToString(), curve.IsNextItems, curve.Items, curve.Due, curve.ChanceByDue, curve.Endless));
        Assert.Equal([new(Day(206), 7, 0), new(Day(213), 14, 0), new ChanceBy(Day(220), 21, 1)], curve.Weeks);
        Assert.Equal(new ChanceSaid(0.85, new ChanceBy(Day(219), 20, 1)), curve.Said[2]);
    }

    [Fact]
    public void Each_delivery_has_its_curve_and_the_next_items_have_one_behind_them()
    {
        var health = Uneven([1, 0, 2, 0, 0, 3, 1], new DeliveryDefinition("Release 2", Day(230), false, ["T-w004"]), new DeliveryDefinition("Done", null, false, ["T-f10-0"]));
        var curves = DeliveryCurve.Of(health);

        Assert.Equal(["Release 2", "The next 20 items"], curves.Select(c => c.Title.ToString()));
        Assert.Equal((5, Day(230), health.Deliveries[0].ChanceByDue), (curves[0].Items, curves[0].Due, curves[0].ChanceByDue));
        Assert.Equal(health.Deliveries[0].When.By.Select(b => (b.Probability, b.Date, b.Days)), curves[0].Said.Select(s => (s.Probability, s.By.Day, s.By.Days)));
    }

    [Fact]
    public void Where_nothing_can_be_forecast_or_is_open_there_is_no_curve()
    {
        Assert.Empty(DeliveryCurve.Of(Build([], Waiting(30, 10))));
        Assert.Empty(DeliveryCurve.Of(Build(Steady())));
    }

    [Fact]
    public void A_team_that_is_far_too_slow_is_followed_for_two_years()
    {
        var curve = DeliveryCurve.Of(Uneven([0, 0, 0, 0, 0, 1, 0], new DeliveryDefinition("All", null, false, [.. Enumerable.Range(0, 160).Select(i => $"T-w{i:D3}")])))[0];
        Assert.Equal((105, Forecaster.LongestHorizon), (curve.Weeks.Length, curve.Weeks[^1].Days));
        Assert.True(curve.Weeks[^1].Chance < 0.95);
    }

    [Fact]
    public void The_curve_never_falls_and_names_the_days_of_the_forecast_to_the_digit()
    {
        Gen.Select(Gen.Int[0, 4].Array[7], Gen.Int[1, 60]).Where(x => x.Item1.Count(c => c > 0) > 1).Sample(
            (week, items) =>
            {
                var health = Uneven(week, new DeliveryDefinition("D", null, false, [.. Enumerable.Range(0, items).Select(i => $"T-w{i:D3}")]));
                foreach (var curve in DeliveryCurve.Of(health))
                {
                    Assert.All(curve.Weeks.Zip(curve.Weeks.Skip(1)), p => Assert.True(p.First.Chance <= p.Second.Chance + 1e-12 && p.First.Days < p.Second.Days));
                    Assert.All(curve.Weeks, w => Assert.InRange(w.Chance, 0, 1));
                    foreach (var said in curve.Said)
                    {
                        // The week that holds the day has reached what was said; the one before has not.
                        Assert.True(Distribution.Reaches(said.By.Chance, said.Probability));
                        Assert.All(curve.Weeks, w => Assert.Equal(w.Days >= said.By.Days, Distribution.Reaches(w.Chance, said.Probability)));
                    }
                }
            },
            iter: 60);
    }

    [Fact]
    public void Work_that_grows_is_followed_to_the_same_days()
    {
        // Finished epics that grew teach that this one will, too.
        ItemHistory Past(int epic, int nth) => Item($"p{epic}-{nth}", (10 + (nth < 4 ? 0 : 12) + epic, "To Do"), (20 + epic + nth, "In Progress"), (24 + epic + nth, "Done")) with { ParentId = $"pe{epic}" };
        var past = Enumerable.Range(0, 12).SelectMany(e => Enumerable.Range(0, 6 + (e % 3)).Select(n => Past(e, n)).Append(Item($"pe{e}", (10, "To Do"), (60 + e, "Done")) with { Kind = WorkItemKind.Epic }));
        var health = HealthBuilder.Build(Input([.. Steady(), .. past, Item("e", (1, "To Do")) with { Kind = WorkItemKind.Epic }], [.. Enumerable.Range(0, 12).Select(i => Open($"w{i:D3}", rank: $"{i:D3}", parent: "e"))]) with
        {
            Method = null,
            Deliveries = [new DeliveryDefinition("Epic", null, false, ["T-e"])],
        });
        var curve = DeliveryCurve.Of(health)[0];

        Assert.NotNull(health.Deliveries[0].Work.Growth);
        Assert.Equal(health.Deliveries[0].When.By.Select(b => b.Days), curve.Said.Select(s => s.By.Days));
        Assert.All(curve.Said, s => Assert.All(curve.Weeks, w => Assert.Equal(w.Days >= s.By.Days, Distribution.Reaches(w.Chance, s.Probability))));
    }

    // A team whose weeks are all alike, with 160 waiting items.
    private static TeamHealth Uneven(int[] week, params DeliveryDefinition[] deliveries)
    {
        var finished = Enumerable.Range(0, Now).SelectMany(day => Enumerable.Range(0, week[day % 7]).Select(nth => Item($"f{day}-{nth}", (Math.Max(0, day - 5), "To Do"), (day, "Done"))));
        return HealthBuilder.Build(Input(finished, Waiting(160, 100)) with { Deliveries = [.. deliveries] });
    }
}
