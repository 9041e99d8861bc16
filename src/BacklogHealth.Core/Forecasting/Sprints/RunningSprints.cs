using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Forecasting.Sprints;

/// <summary>
/// Rebuilds the team's sprints from history: how the running ones stand, and how each past one stood when as much of its time had passed. Sprints
/// without a start or an end in the tracker, or without a day of work, are left out, epics, sub-tasks and dropped items too. Estimates are those of today.
/// </summary>
public sealed class RunningSprints
{
    private readonly Workflow _workflow;
    private readonly TeamCalendar _calendar;
    private readonly DateTimeOffset _asOf;
    private readonly WorkedTime _time;
    private readonly ImmutableArray<Sprint> _sprints;
    private readonly Dictionary<string, List<Member>> _items;

    /// <summary>Prepares the sprints of a team.</summary>
    /// <param name="sprints">All sprints.</param>
    /// <param name="histories">The whole history.</param>
    /// <param name="memberships">Which item was in which sprint.</param>
    /// <param name="workflow">The team's workflow.</param>
    /// <param name="calendar">The team's calendar.</param>
    /// <param name="asOf">Now; known is everything strictly before it.</param>
    /// <param name="daysOff">Days off count neither as time that passed nor as time that is left; null for none.</param>
    public RunningSprints(
        IEnumerable<Sprint> sprints, IEnumerable<ItemHistory> histories, IEnumerable<SprintHistory> memberships, Workflow workflow, TeamCalendar calendar, DateTimeOffset asOf,
        DaysOff? daysOff = null)
    {
        (_workflow, _calendar, _asOf) = (workflow, calendar, asOf);
        _time = new WorkedTime(calendar, daysOff ?? DaysOff.None);
        _sprints = [.. sprints.Where(s => s.Start < asOf && s.End > s.Start && Length(s) > TimeSpan.Zero)];
        var byId = memberships.ToDictionary(m => m.ItemId, StringComparer.Ordinal);
        _items = histories.Where(Counted.Is)
            .Select(h => new { Item = h, Sprints = byId.GetValueOrDefault(h.Id) })
            .Where(x => x.Sprints is not null)
            .SelectMany(x => x.Sprints!.Entries.SelectMany(e => e.SprintIds).Distinct(StringComparer.Ordinal).Select(id => new { Id = id, Member = new Member(x.Item, x.Sprints) }))
            .GroupBy(x => x.Id, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(x => x.Member).ToList(), StringComparer.Ordinal);
    }

    /// <summary>What can be said of each sprint that runs now, the one that ends first before the others; empty where none does.</summary>
    public ImmutableArray<SprintOutlook> Outlooks() =>
        [.. _sprints.Where(s => EndOf(s) >= _asOf).OrderBy(s => s.End).ThenBy(s => s.Id, StringComparer.Ordinal).Select(Outlook)];

    private SprintOutlook Outlook(Sprint running)
    {
        var elapsed = _time.Between(running.Start!.Value, _asOf) / Length(running);
        var past = _sprints.Where(s => EndOf(s) < _asOf).OrderBy(EndOf).ThenBy(s => s.Id, StringComparer.Ordinal)
            .Select(s => Past(s, elapsed)).OfType<PastSprint>();
        return SprintForecaster.Of(Moment(running, elapsed, _asOf).Moment, [.. past]);
    }

    // A sprint that was closed before it had come this far tells nothing of this point.
    private PastSprint? Past(Sprint sprint, double elapsed)
    {
        var at = _time.After(sprint.Start!.Value, Length(sprint) * elapsed);
        var end = EndOf(sprint);
        if (at >= end)
        {
            return null;
        }

        var (then, open) = Moment(sprint, elapsed, at);
        return new PastSprint(then, open.Count(item => StateAt(item, end) != WorkItemState.Finished));
    }

    private (SprintMoment Moment, List<ItemHistory> Open) Moment(Sprint sprint, double elapsed, DateTimeOffset at)
    {
        var there = _items.GetValueOrDefault(sprint.Id, []).Where(x => x.Sprints.IsIn(sprint.Id, at))
            .Select(x => new { x.Item, State = StateAt(x.Item, at) }).Where(x => x.State is not null).ToList();
        var open = there.Where(x => x.State != WorkItemState.Finished).Select(x => x.Item).ToList();
        var moment = new SprintMoment(
            sprint.Name,
            Length(sprint).TotalDays,
            Math.Clamp(elapsed, 0, 1),
            there.Count - open.Count,
            there.Count(x => x.State == WorkItemState.Started),
            there.Count(x => x.State == WorkItemState.NotStarted),
            open.TrueForAll(i => i.StoryPoints is not null) ? open.Sum(i => i.StoryPoints!.Value) : null)
        {
            LastDay = _calendar.DayOf(sprint.End!.Value.AddTicks(-1)),
        };
        return (moment, open);
    }

    private TimeSpan Length(Sprint sprint) => _time.Between(sprint.Start!.Value, sprint.End!.Value);

    private WorkItemState? StateAt(ItemHistory item, DateTimeOffset at) => StartedAndFinished.Of(item, _workflow, at)?.State;

    // As planned, since that is the day a forecast speaks of; earlier where it was closed before.
    private static DateTimeOffset EndOf(Sprint sprint) => sprint.Completed < sprint.End ? sprint.Completed.Value : sprint.End!.Value;

    /// <summary>An item that was in a sprint at some time.</summary>
    private sealed record Member(ItemHistory Item, SprintHistory Sprints);
}
