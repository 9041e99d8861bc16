using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health;

/// <summary>An open item that was in several sprints.</summary>
/// <param name="Item">The item.</param>
/// <param name="Sprints">Sprints it was in that have begun, 2 or more.</param>
public sealed record CarriedOver(BacklogItem Item, int Sprints);

/// <summary>An item that was finished and then was not.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="Key">The item's key.</param>
/// <param name="Times">How often within the weeks looked at, 1 or more.</param>
/// <param name="Last">The team's day of the last time.</param>
public sealed record Reopened(string Id, string Key, int Times, DateOnly Last);

/// <summary>What a team may want to talk about: prompts, not blame.</summary>
/// <param name="SlowestFinished">The longest cycle times above the 85th percentile of a year, of items finished within the weeks; at most three, longest first.</param>
/// <param name="CarryOver">Open counted items in two or more sprints, most first.</param>
/// <param name="Reopened">Counted items reopened within the weeks, most often first.</param>
public sealed record Surprises(ImmutableArray<CycleTimePoint> SlowestFinished, ImmutableArray<CarriedOver> CarryOver, ImmutableArray<Reopened> Reopened)
{
    /// <summary>Days looked back: four weeks.</summary>
    public const int Days = 28;

    /// <summary>The surprises of a team.</summary>
    public static Surprises Of(TeamHealth health)
    {
        ArgumentNullException.ThrowIfNull(health);
        var recent = new Period(health.Today.AddDays(-Days), health.Today.AddDays(1));
        return new Surprises(Slowest(health, recent), Carried(health), ReopenedIn(health, recent));
    }

    private static ImmutableArray<CycleTimePoint> Slowest(TeamHealth health, Period recent)
    {
        var times = CycleTimes.Of(health.Flow, health.Calendar, new Period(health.Today.AddDays(-365), recent.To));
        var usual = times.Percentile(0.85);
        return [.. times.Points.Where(p => recent.Contains(p.Finished) && p.Days > usual)
            .OrderByDescending(p => p.Days).ThenBy(p => p.Id, StringComparer.Ordinal).Take(3)];
    }

    private static ImmutableArray<CarriedOver> Carried(TeamHealth health)
    {
        var begun = health.Sprints
            .Where(s => s.Start is { } start ? start < health.AsOf : s.Phase != SprintPhase.Future)
            .Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        return [.. health.Open.Where(i => Counted.Is(i.Item.Kind))
            .Select(i => new CarriedOver(i, i.Item.SprintIds.Distinct(StringComparer.Ordinal).Count(begun.Contains)))
            .Where(c => c.Sprints >= 2)
            .OrderByDescending(c => c.Sprints).ThenBy(c => c.Item.Item.Id, StringComparer.Ordinal)];
    }

    private static ImmutableArray<Reopened> ReopenedIn(TeamHealth health, Period recent) =>
        [.. health.Flow.Where(f => Counted.Is(f.Item))
            .Select(f => new { f.Item, Days = Reopenings.Of(f.Item, health.Workflow, health.AsOf).Select(health.Calendar.DayOf).Where(recent.Contains).ToList() })
            .Where(x => x.Days.Count > 0)
            .Select(x => new Reopened(x.Item.Id, x.Item.Key, x.Days.Count, x.Days[^1]))
            .OrderByDescending(r => r.Times).ThenByDescending(r => r.Last).ThenBy(r => r.Id, StringComparer.Ordinal)];
}
