using System.Collections.Immutable;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Flow;

/// <summary>What came into the backlog and what left it within a week.</summary>
/// <param name="First">First of its seven days.</param>
/// <param name="Created">Items that came.</param>
/// <param name="Finished">Items delivered.</param>
/// <param name="Dropped">Items closed as won't do, duplicate and the like.</param>
/// <param name="Removed">Open items that were found to be deleted, moved away or not to be seen any more.</param>
/// <param name="OpenAtEnd">Open items at its end, in progress or not.</param>
public sealed record ArrivalWeek(DateOnly First, int Created, int Finished, int Dropped, int Removed, int OpenAtEnd)
{
    /// <summary>All that left.</summary>
    public int Departed => Finished + Dropped + Removed;

    /// <summary>By how much the open items grew; negative where they shrank.</summary>
    public int Net => Created - Departed;
}

/// <summary>
/// What came into the backlog and what left it, week by week; epics and sub-tasks left out. An item that was reopened has not left; one that was removed
/// after it was finished, or finished on a day that nothing tells, is left out altogether. So what came less what left is the change of what is open.
/// </summary>
/// <param name="Weeks">Whole weeks, oldest first; may be empty.</param>
/// <param name="OpenBefore">Open items before the first of them.</param>
public sealed record ArrivalsAndDepartures(ImmutableArray<ArrivalWeek> Weeks, int OpenBefore)
{
    /// <summary>All that came.</summary>
    public int Created => Weeks.Sum(w => w.Created);

    /// <summary>All that was delivered.</summary>
    public int Finished => Weeks.Sum(w => w.Finished);

    /// <summary>All that was dropped.</summary>
    public int Dropped => Weeks.Sum(w => w.Dropped);

    /// <summary>All that was removed while it was open.</summary>
    public int Removed => Weeks.Sum(w => w.Removed);

    /// <summary>By how much the open items grew; negative where they shrank.</summary>
    public int Net => Weeks.Sum(w => w.Net);

    /// <summary>Counts the weeks of a period, the last of which ends where the period does; a first part of less than a week is left out.</summary>
    /// <param name="flow">All items that are there.</param>
    /// <param name="gone">Those that are not any more, as they stood when they went.</param>
    /// <param name="calendar">The team's calendar.</param>
    /// <param name="period">The days.</param>
    public static ArrivalsAndDepartures Of(IEnumerable<FlowItem> flow, IEnumerable<FlowItem> gone, TeamCalendar calendar, Period period)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(gone);
        ArgumentNullException.ThrowIfNull(calendar);
        var whole = Period.Before(period.To, period.Days / 7 * 7);
        var (created, finished, dropped, removed) = (new RunningCount(whole), new RunningCount(whole), new RunningCount(whole), new RunningCount(whole));
        foreach (var item in flow.Where(f => Counted.Is(f.Item.Kind)))
        {
            if (Lifetime.Of(item) is { } life)
            {
                created.Add(calendar.DayOf(life.Arrived));
                if (life.Ended is { } end)
                {
                    (item.Item.Discarded ? dropped : finished).Add(calendar.DayOf(end));
                }
            }
        }

        foreach (var item in gone.Where(f => Counted.Is(f.Item.Kind) && f.State != WorkItemState.Finished))
        {
            created.Add(calendar.DayOf(Lifetime.Of(item)!.Value.Arrived));
            removed.Add(calendar.DayOf(item.Item.Gone!.Value));
        }

        var (c, f, d, r) = (AtEnds(created), AtEnds(finished), AtEnds(dropped), AtEnds(removed));
        int Open(int week) => c[week] - f[week] - d[week] - r[week];
        return new ArrivalsAndDepartures(
            [.. Enumerable.Range(1, whole.Days / 7).Select(w => new ArrivalWeek(
                whole.From.AddDays(7 * (w - 1)), c[w] - c[w - 1], f[w] - f[w - 1], d[w] - d[w - 1], r[w] - r[w - 1], Open(w)))],
            Open(0));
    }

    // Before the first week, and at the end of each.
    private static int[] AtEnds(RunningCount count) => [count.Before, .. count.AtEndOfDays().Where((_, day) => day % 7 == 6)];
}
