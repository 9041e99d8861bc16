using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health;

/// <summary>The time that finished items spent in one state between start and finish.</summary>
/// <param name="State">The tracker's name of the state.</param>
/// <param name="Waits">True where work waits in it: its name says so, or items in it were back among those not started, or taken for finished.</param>
/// <param name="Items">Items that were in it.</param>
/// <param name="MedianDays">The median of their days in it, nights and weekends included.</param>
/// <param name="TotalDays">The days of all of them.</param>
public sealed record StateTime(string State, bool Waits, int Items, double MedianDays, double TotalDays);

/// <summary>Where the time between start and finish goes, and how much of it is time in states of work: flow efficiency.</summary>
/// <param name="Days">Calendar days looked back at: items finished within them.</param>
/// <param name="States">In the order of the workflow, then by name; those in which nothing was are left out.</param>
/// <param name="Items">Items whose time is counted.</param>
/// <param name="HistoryIncomplete">Items left out because their history is not whole.</param>
/// <param name="NeverStarted">Items left out because nothing tells that they were ever started, or they were finished at once.</param>
/// <param name="WaitsKnown">True where a state of the workflow says by its name that work waits in it; else all that is not known to be waiting looks like work.</param>
public sealed record TimeInState(int Days, ImmutableArray<StateTime> States, int Items, int HistoryIncomplete, int NeverStarted, bool WaitsKnown)
{
    /// <summary>Items finished in these days.</summary>
    public int Finished => Items + HistoryIncomplete + NeverStarted;

    /// <summary>Days from start to finish of all items.</summary>
    public double TotalDays => States.Sum(s => s.TotalDays);

    /// <summary>Days of them in states of work.</summary>
    public double ActiveDays => States.Where(s => !s.Waits).Sum(s => s.TotalDays);

    /// <summary>Share of the time that was spent in states of work, 0 to 1; null where no item has a time, or no state tells that it waits.</summary>
    public double? ActiveShare => WaitsKnown && Items > 0 ? ActiveDays / TotalDays : null;

    /// <summary>The time of counted items that a team finished within so many days.</summary>
    public static TimeInState Of(TeamHealth health, int days = 84)
    {
        ArgumentNullException.ThrowIfNull(health);
        var finished = health.Flow.Where(f => Counted.Is(f.Item) && f.Finished >= health.AsOf.AddDays(-days)).ToList();
        var timed = finished.Where(f => f.Item.Complete && f.Finished > f.Started).ToList();
        var waiting = health.Workflow.States.Where(s => s.State == WorkItemState.Started && Remarks.IsWaiting(s.Name, health.Language)).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var order = health.Workflow.States.Select((s, place) => new { s.Id, s.Name, Place = place }).DistinctBy(s => s.Id, StringComparer.Ordinal).ToDictionary(s => s.Id, StringComparer.Ordinal);
        var spent = timed.SelectMany(f => Stays(f, health.Workflow)).GroupBy(s => new { s.Entry.StateId, Waits = s.Meaning != WorkItemState.Started || waiting.Contains(s.Entry.StateId) });
        return new TimeInState(
            days,
            [.. spent.Select(g => new { Known = order.GetValueOrDefault(g.Key.StateId), State = TimeOf(g.Key.Waits, [.. g]) })
                .OrderBy(s => s.Known?.Place ?? int.MaxValue).ThenBy(s => s.State.State, StringComparer.Ordinal).ThenBy(s => s.State.Waits)
                .Select(s => s.Known is { } known ? s.State with { State = known.Name } : s.State)],
            timed.Count,
            finished.Count(f => !f.Item.Complete),
            finished.Count(f => f.Item.Complete) - timed.Count,
            waiting.Count > 0);
    }

    private static StateTime TimeOf(bool waits, IReadOnlyList<Stay> stays)
    {
        var byItem = stays.GroupBy(s => s.Item.Id, StringComparer.Ordinal).Select(g => g.Sum(s => s.Time.TotalDays)).ToList();
        return new StateTime(stays[0].Entry.StateName, waits, byItem.Count, Median.Of(byItem)!.Value, byItem.Sum());
    }

    // What lies between start and finish: the last stay ends with the finish, whatever follows it.
    private static IEnumerable<Stay> Stays(FlowItem item, Workflow workflow)
    {
        var stays = Meanings.Of(item.Item, workflow, item.Finished!.Value).ToList();
        for (var i = 0; i < stays.Count; i++)
        {
            var from = stays[i].Entry.At > item.Started ? stays[i].Entry.At : item.Started!.Value;
            var to = i + 1 < stays.Count ? stays[i + 1].Entry.At : item.Finished!.Value;
            if (to > from)
            {
                yield return new Stay(item.Item, stays[i].Entry, stays[i].Meaning, to - from);
            }
        }
    }

    private sealed record Stay(ItemHistory Item, StateEntry Entry, WorkItemState Meaning, TimeSpan Time);
}
