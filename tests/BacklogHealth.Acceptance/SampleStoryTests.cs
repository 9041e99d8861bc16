using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.Acceptance;

/// <summary>What the sample is to show, seen by the product's own measures, on whatever day somebody looks at it.</summary>
public sealed class SampleStoryTests
{
    [Theory]
    [MemberData(nameof(Days))]
    public void The_checkout_team_lost_pace_and_the_field_service_team_did_not(DateOnly today)
    {
        var backlog = SampleBacklogGenerator.Make(today);
        var lost = ThroughputShift.Of(Finished(backlog, "CHK", today));

        Assert.NotNull(lost);
        Assert.InRange(lost.BeforePerWeek, 4, 6);
        Assert.InRange(lost.NowPerWeek, 1.5, 3);
        Assert.Null(ThroughputShift.Of(Finished(backlog, "FLD", today)));
    }

    public static TheoryData<DateOnly> Days() => [.. Enumerable.Range(0, 12).Select(i => new DateOnly(2026, 2, 3).AddDays(i * 31))];

    private static DailyCounts Finished(SampleBacklog backlog, string key, DateOnly today)
    {
        var days = backlog.Projects.Single(p => p.Key == key).Items
            .Where(i => i.Resolution == "Done" && i.Type is not ("Epic" or "Sub-task"))
            .Select(i => DateOnly.FromDateTime(i.Changes.Last(c => c.Field == "status").At.UtcDateTime));
        return DailyCounts.Of(days, new Period(today.AddDays(-729), today));
    }
}
