using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Core.Health;

/// <summary>How healthy a backlog was said to be at an instant.</summary>
/// <param name="AsOf">The instant spoken of (UTC).</param>
/// <param name="Version">Version of the product and its rules that said it.</param>
/// <param name="MedianClarity">Median clarity of the open items, 0 to 100; null where nothing was scored.</param>
/// <param name="MedianSlicing">Median slicing likewise.</param>
/// <param name="RunwayWeeks85">Weeks that the ready work lasts at least with 85 %; null where the history carried no forecast.</param>
/// <param name="NextItems">The items likely to be pulled next; null where not kept.</param>
/// <param name="NextReady">Those of them that were ready; null where not kept.</param>
/// <param name="OpenItems">Open items, epics and sub-tasks left out; null where not kept.</param>
public sealed record HealthPoint(
    DateTimeOffset AsOf, string Version, double? MedianClarity, double? MedianSlicing, double? RunwayWeeks85, int? NextItems, int? NextReady, int? OpenItems)
{
    /// <summary>True where the medians are those of waiting items alone: an older snapshot tells which items waited, and of the others not what they were.</summary>
    public bool OfWaitingItems { get; init; }

    /// <summary>Stands for what the team itself said of rules then: the same number for the same sayings. Null where it was not kept.</summary>
    public double? OwnRules { get; init; }

    /// <summary>What is said of a team now.</summary>
    public static HealthPoint Of(TeamHealth health)
    {
        ArgumentNullException.ThrowIfNull(health);
        var next = health.NextOpen;
        return new HealthPoint(
            health.AsOf, health.Version, MedianScore.Of(health.Open), MedianScore.Of(health.Open, Score.Slicing), health.Runway.Weeks85,
            next.Length, next.Count(i => i.Ready.IsReady), health.Open.Count(i => Counted.Is(i.Item.Kind)))
        {
            OwnRules = health.OwnRules,
        };
    }
}

/// <summary>A calendar week in the trend.</summary>
/// <param name="Monday">Its first day.</param>
/// <param name="Point">What was said last in it.</param>
/// <param name="SameRules">False where another version of the product said it: its rules may have scored differently, so that a step from or to it may be theirs.</param>
public sealed record TrendWeek(DateOnly Monday, HealthPoint Point, bool SameRules);

/// <summary>How the health of a backlog went: one point a calendar week (Monday to Sunday in the team's zone), the present for the running one.</summary>
/// <param name="Weeks">Oldest first; weeks of which nothing was kept are left out. The last one is the present.</param>
public sealed record HealthTrend(ImmutableArray<TrendWeek> Weeks)
{
    /// <summary>Most weeks that are shown, the running one included.</summary>
    public const int MostWeeks = 26;

    /// <summary>
    /// The weeks that were told by other rules of the team than the last week before of which they are known: a step to one may come from that. A week of
    /// which they were not kept tells nothing.
    /// </summary>
    public ImmutableArray<DateOnly> OwnRulesChanged
    {
        get
        {
            var known = Weeks.Where(w => w.Point.OwnRules is not null).ToList();
            return [.. known.Zip(known.Skip(1)).Where(w => w.First.Point.OwnRules != w.Second.Point.OwnRules).Select(w => w.Second.Monday)];
        }
    }

    /// <summary>Nothing known.</summary>
    public static HealthTrend None { get; } = new([]);

    /// <summary>The bounds of the whole weeks before an instant that the trend looks at: each week lies from one of them up to the next. Ascending.</summary>
    public static ImmutableArray<DateTimeOffset> Bounds(TeamCalendar calendar, DateTimeOffset asOf)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var monday = MondayOf(calendar.DayOf(asOf));
        return [.. Enumerable.Range(0, MostWeeks).Select(w => calendar.StartOf(monday.AddDays(-7 * (MostWeeks - 1 - w))))];
    }

    /// <summary>The trend up to now.</summary>
    /// <param name="before">What was said before, in any order; what speaks of the running week or of later is left out.</param>
    /// <param name="health">The team now.</param>
    public static HealthTrend Of(IEnumerable<HealthPoint> before, TeamHealth health)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(health);
        var now = new TrendWeek(MondayOf(health.Today), HealthPoint.Of(health), true);
        var past = before.Select(p => new { Monday = MondayOf(health.Calendar.DayOf(p.AsOf)), Point = p })
            .Where(p => p.Monday < now.Monday && p.Monday > now.Monday.AddDays(-7 * MostWeeks))
            .GroupBy(p => p.Monday).OrderBy(g => g.Key)
            .Select(g => g.MaxBy(p => p.Point.AsOf)!).Select(p => new TrendWeek(p.Monday, p.Point, p.Point.Version == health.Version));
        return new HealthTrend([.. past, now]);
    }

    // Day 0 is a Monday.
    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(day.DayNumber % 7));
}
