using BacklogHealth.Core.Health;
using BacklogHealth.Core.Health.Duties;
using BacklogHealth.Core.Tests.Health.Duties;
using BacklogHealth.Core.WorkItems;
using CsCheck;
using static BacklogHealth.Core.Tests.Flow.TestHistory;

namespace BacklogHealth.Core.Tests.Health;

public sealed class EstimatesAgainstCycleTimesTests
{
    [Fact]
    public void The_estimate_at_the_start_stands_against_the_days_it_took()
    {
        var compared = Of(
            [Took("b", 3, 5), Took("a", 3, 5), Took("c", 1, 9), Took("late", 8, 2), Took("none", null, 2), Item("never", (340, "To Do"), (350, "Done")) with { StoryPoints = 5 }],
            ("late", new EstimateChange(At(350.5), 2)), ("c", new EstimateChange(At(345), 99)));

        Assert.Equal([new("c", "T-c", 1, 10), new("late", "T-late", 2, 3), new("a", "T-a", 3, 6), new EstimatePoint("b", "T-b", 3, 6)], compared.Points);
        Assert.Equal((5, 1, 1, null, null), (compared.Timed, compared.WithoutEstimate, compared.WithoutCycleTime, compared.Correlation, compared.From));
    }

    [Fact]
    public void Ten_points_make_a_correlation_with_its_interval()
    {
        var compared = Of([.. Enumerable.Range(1, 10).Select(i => Took($"{i}", i, 11 - i))]);
        Assert.Equal((-1.0, -1.0), (compared.Correlation, compared.From));
        Assert.InRange(compared.To!.Value, -0.99, -0.9);
        Assert.Null(Of([.. Enumerable.Range(1, 9).Select(i => Took($"{i}", i, i))]).Correlation);
        Assert.Null(Of([.. Enumerable.Range(1, 10).Select(i => Took($"{i}", 3, i))]).From);
    }

    [Fact]
    public void Only_the_year_before_counts() => Assert.Empty(Of([Item("old", (1, "To Do"), (2, "In Progress"), (30, "Done")) with { StoryPoints = 3 }]).Points);

    [Fact]
    public void Without_items_there_is_nothing() => Assert.Equal((0, 0, 0), (Of([]).Timed, Of([]).WithoutCycleTime, Of([]).Points.Length));

    [Fact]
    public void The_correlation_is_the_dutys()
    {
        var random = Enumerable.Range(1, 20).Select(i => Took($"{i}", i * 7 % 13, i)).ToArray();
        Assert.Equal(new TestDuty { Items = [.. random] }.Measure("estimate-against-cycle-time").Value!.Value, Of(random).Correlation!.Value, 0.005);
    }

    [Fact]
    public void Every_finished_item_is_a_point_or_told_of() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 40], Gen.Bool).List[0, 30].Sample(items =>
        {
            var compared = Of([.. items.Select((x, i) => Took($"{i}", x.Item1 == 0 ? null : x.Item1, x.Item2) with { Complete = x.Item3 })]);
            Assert.Equal(items.Count, compared.Timed + compared.WithoutCycleTime);
            Assert.Equal(compared.Correlation is null, compared.From is null);
            Assert.True(compared.Correlation is not { } r || (compared.From <= r && r <= compared.To && compared.From >= -1 && compared.To <= 1));
        });

    private static ItemHistory Took(string id, double? estimate, int days) => Item(id, (340, "To Do"), (350, "In Progress"), (350 + days, "Done")) with { StoryPoints = estimate };

    private static EstimatesAgainstCycleTimes Of(ItemHistory[] items, params (string Id, EstimateChange Change)[] changes) => EstimatesAgainstCycleTimes.Of(
        new TestDuty { Items = [.. items], Facts = changes.ToDictionary(c => c.Id, c => new ItemFacts { Estimates = [c.Change] }, StringComparer.Ordinal) }.Health());
}
