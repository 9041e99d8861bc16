using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health;

/// <summary>Items that stand under a goal.</summary>
/// <param name="Under">Those that do.</param>
/// <param name="Items">All of them.</param>
public sealed record Covered(int Under, int Items)
{
    /// <summary>The share, 0 to 1; null where there is no item.</summary>
    public double? Share => Items == 0 ? null : (double)Under / Items;
}

/// <summary>How much work stood under goals at the end of a week.</summary>
/// <param name="Until">The instant at which it ended, exclusive: the one spoken of, or so many times 168 hours before.</param>
/// <param name="Day">The team's calendar day at that instant.</param>
/// <param name="FinishedInWeek">Items finished within the 168 hours before.</param>
/// <param name="Finished">Items finished within the twelve weeks before.</param>
/// <param name="InProgress">Items in progress then.</param>
/// <param name="Open">Items open then, in progress or not.</param>
public sealed record GoalWeek(DateTimeOffset Until, DateOnly Day, Covered FinishedInWeek, Covered Finished, Covered InProgress, Covered Open);

/// <summary>
/// How much of the work stands under a goal: an epic above it, through however many items, or a parent that is not the team's. Bugs, dropped items, epics
/// and sub-tasks are left out. Parents are those of now, since histories keep no others; starts and finishes are the first and last ones as known now.
/// </summary>
/// <param name="Weeks">Oldest first, the last one ending with the instant spoken of; none from before the first item.</param>
/// <param name="HasGoals">False where the tracker holds no epics and no item has a parent: then nothing can stand under one, and the shares say nothing.</param>
public sealed record GoalCoverage(ImmutableArray<GoalWeek> Weeks, bool HasGoals)
{
    /// <summary>Days that count as recent: twelve weeks.</summary>
    public const int Recent = 84;

    /// <summary>The last of the weeks.</summary>
    public GoalWeek Now => Weeks[^1];

    /// <summary>The coverage of a team, week by week.</summary>
    /// <param name="health">The team.</param>
    /// <param name="weeks">Most weeks, 1 or more; there is always one.</param>
    public static GoalCoverage Of(TeamHealth health, int weeks = 26)
    {
        ArgumentNullException.ThrowIfNull(health);
        ArgumentOutOfRangeException.ThrowIfLessThan(weeks, 1);
        var above = new ItemsAbove(health.Flow);
        var items = health.Flow.Where(f => Counted.Is(f.Item) && f.Item.Kind != WorkItemKind.Bug)
            .Select(f => new { Life = Lifetime.Of(f), f.Started, Serves = above.ServesGoal(f.Item) })
            .Where(i => i.Life is not null).Select(i => new Followed(i.Life!.Value, i.Started, i.Serves)).ToList();
        var known = items.Count == 0 ? 1 : (int)Math.Clamp((health.AsOf - items.Min(i => i.Life.Arrived)).TotalDays / 7, 1, weeks);
        return new GoalCoverage(
            [.. Enumerable.Range(0, known).Select(w => At(health.AsOf.AddDays(-7 * (known - 1 - w)), items, health.Calendar))],
            health.Flow.Any(f => f.Item.Kind == WorkItemKind.Epic || (Counted.Is(f.Item) && f.Item.ParentId is not null)));
    }

    private static GoalWeek At(DateTimeOffset until, List<Followed> items, TeamCalendar calendar)
    {
        var (inWeek, finished, inProgress, open) = (new Count(), new Count(), new Count(), new Count());
        foreach (var (life, started, serves) in items)
        {
            if (life.Ended < until)
            {
                finished.Add(life.Ended >= until.AddDays(-Recent), serves);
                inWeek.Add(life.Ended >= until.AddDays(-7), serves);
            }
            else
            {
                open.Add(life.Arrived < until, serves);
                inProgress.Add(started < until, serves);
            }
        }

        return new GoalWeek(until, calendar.DayOf(until), inWeek.Covered, finished.Covered, inProgress.Covered, open.Covered);
    }

    private sealed record Followed(Lifetime Life, DateTimeOffset? Started, bool Serves);

    private sealed class Count
    {
        private int _under;
        private int _items;

        public Covered Covered => new(_under, _items);

        public void Add(bool counts, bool serves)
        {
            _items += counts ? 1 : 0;
            _under += counts && serves ? 1 : 0;
        }
    }
}
