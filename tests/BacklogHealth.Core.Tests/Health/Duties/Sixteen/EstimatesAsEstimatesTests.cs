using BacklogHealth.Core.Health.Duties;
using BacklogHealth.Core.WorkItems;
using static BacklogHealth.Core.Tests.Flow.TestHistory;

namespace BacklogHealth.Core.Tests.Health.Duties.Sixteen;

public sealed class EstimatesAsEstimatesTests
{
    // The longer the item took, the larger its estimate now.
    private static readonly IEnumerable<ItemHistory> Ten = Enumerable.Range(1, 10).Select(i => Item($"{i}", (340, "To Do"), (350, "In Progress"), (350 + i, "Done")) with { StoryPoints = i });

    [Fact]
    public void Estimates_in_the_order_of_cycle_times_tell_all() => Assert.Equal("1", new TestDuty { Items = [.. Ten] }.Ask("estimate-against-cycle-time"));

    [Fact]
    public void The_estimate_at_the_start_is_compared_and_not_the_one_that_was_learned()
    {
        var duty = new TestDuty { Items = [.. Ten], Facts = Enumerable.Range(1, 10).ToDictionary(i => $"{i}", i => new ItemFacts { Estimates = [new EstimateChange(At(350.1 + (i * 0.01)), 11 - i)] }, StringComparer.Ordinal) };

        Assert.Equal("−1", duty.Ask("estimate-against-cycle-time"));
        Assert.Equal("10 of 10 (100 %)", duty.Ask("estimate-changed-after-start"));
    }

    [Fact]
    public void A_change_of_all_at_once_is_none()
    {
        var duty = new TestDuty { Items = [.. Ten], Facts = Enumerable.Range(1, 10).ToDictionary(i => $"{i}", i => new ItemFacts { Estimates = [new EstimateChange(At(350.5), i)] }, StringComparer.Ordinal) };

        Assert.Equal("0 of 10 (0 %)", duty.Ask("estimate-changed-after-start"));
    }

    [Fact]
    public void A_first_estimate_after_the_start_changes_none()
    {
        var duty = new TestDuty { Items = [.. Ten], Facts = { ["1"] = new ItemFacts { Estimates = [new EstimateChange(At(350.5), null)] }, ["2"] = new ItemFacts { Estimates = [new EstimateChange(At(345), 1)] } } };

        Assert.Equal("0 of 9 (0 %)", duty.Ask("estimate-changed-after-start"));
    }

    [Fact]
    public void Nine_are_too_few_to_compare_and_equal_ones_tell_nothing()
    {
        Assert.Equal("There are too few items finished within a year with an estimate at their start: 9, of the 10 that it takes.", new TestDuty { Items = [.. Ten.Take(9)] }.Ask("estimate-against-cycle-time"));
        Assert.Equal("All estimates, or all cycle times, are the same.", new TestDuty { Items = [.. Ten.Select(i => i with { StoryPoints = 3 })] }.Ask("estimate-against-cycle-time"));
    }
}
