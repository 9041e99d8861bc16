using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health;

/// <summary>
/// The score put to the test: did items that were pulled unready fare worse than ready ones? Readiness is that of the text as it stood when work began.
/// Where the team has sprints, an item spilled when the sprint it was begun in ended without it; elsewhere when it took longer than 85 of 100 items do.
/// </summary>
/// <param name="Ready">Of the items pulled ready whose outcome is known, those that spilled.</param>
/// <param name="Unready">The same of those pulled with something missing.</param>
/// <param name="Weeks">Over how many weeks items were pulled.</param>
/// <param name="BySprint">True where sprints judge.</param>
public sealed record PulledWork(Share Ready, Share Unready, int Weeks, bool BySprint)
{
    /// <summary>Weeks that are looked back at.</summary>
    public const int LookBack = 26;

    /// <summary>Fewest items of each kind from which they are compared.</summary>
    public const int FewestOfEach = 10;

    /// <summary>True where there are enough of both kinds.</summary>
    public bool CanCompare => Ready.Of >= FewestOfEach && Unready.Of >= FewestOfEach;

    /// <summary>How much larger the share that spilled is among unready items: where it lies with 95 % certainty (Newcombe's interval, from two of Wilson's).</summary>
    public (double From, double To) Difference => Unready.Less(Ready);

    /// <summary>What can be told of it, with what it rests on.</summary>
    public Sentence Said
    {
        get
        {
            if (!CanCompare)
            {
                return $"Whether items that are begun unready fare worse cannot be told yet: of those begun in the last {Weeks} weeks whose outcome is known, {Unready.Of:# was|# were} unready and {Ready.Of} ready; it takes {FewestOfEach} of each.";
            }

            var (said, from, to) = (OfHundred(Unready.Value - Ready.Value), OfHundred(Difference.From), OfHundred(Difference.To));
            return Sentence.Join(
                BySprint
                    ? (Sentence)$"In the last {Weeks} weeks, {Unready.Times} of {Unready.Of} items that were begun unready were left over when their sprint ended, and {Ready.Times} of {Ready.Of} that were begun ready."
                    : $"In the last {Weeks} weeks, {Unready.Times} of {Unready.Of} items that were begun unready took longer than 85 of 100 items do, and {Ready.Times} of {Ready.Of} that were begun ready.",
                Difference is { From: <= 0, To: >= 0 }
                    ? (Sentence)$"Of a hundred such items that is {said}; with 95 % certainty between {from} and {to}, so chance alone may be behind it."
                    : $"Of a hundred such items that is {said}; with 95 % certainty between {from} and {to}, so it is hardly chance.");
        }
    }

    /// <summary>The items whose start lies in the weeks looked back at, newest first, epics and sub-tasks left out.</summary>
    public static IReadOnlyList<WorkBegun> Started(IEnumerable<FlowItem> flow, DateTimeOffset asOf) =>
    [
        .. flow.Where(f => Counted.Is(f.Item.Kind) && f.Started is { } start && start >= asOf.AddDays(-7 * LookBack))
            .Select(f => new WorkBegun(f.Item.Id, f.Started!.Value)).OrderByDescending(f => f.At).ThenBy(f => f.Id, StringComparer.Ordinal),
    ];

    /// <summary>The measure; null where no item's outcome is known.</summary>
    /// <param name="readyAtStart">Whether each item was ready when work on it began, by id.</param>
    /// <param name="flow">All items at the instant.</param>
    /// <param name="sprints">All sprints; empty where the team works without.</param>
    /// <param name="memberships">Which item was in which sprint.</param>
    /// <param name="calendar">The team's calendar.</param>
    /// <param name="asOf">The instant.</param>
    public static PulledWork? Of(
        IReadOnlyDictionary<string, bool> readyAtStart, IReadOnlyCollection<FlowItem> flow, ImmutableArray<Sprint> sprints,
        IReadOnlyCollection<SprintHistory> memberships, TeamCalendar calendar, DateTimeOffset asOf)
    {
        ArgumentNullException.ThrowIfNull(readyAtStart);
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(memberships);
        ArgumentNullException.ThrowIfNull(calendar);
        var closed = sprints.Where(s => s.Phase == SprintPhase.Closed && EndOf(s) < asOf).OrderBy(EndOf).ToList();
        var byItem = closed.Count == 0 ? [] : memberships.ToDictionary(m => m.ItemId, StringComparer.Ordinal);
        var usual = closed.Count > 0 ? null
            : CycleTimes.Of(flow, calendar, new Period(calendar.DayOf(asOf).AddDays(-365), calendar.DayOf(asOf))).Percentile(0.85);
        var counts = new Dictionary<bool, Share> { [true] = new(0, 0), [false] = new(0, 0) };
        foreach (var item in flow)
        {
            if (readyAtStart.TryGetValue(item.Item.Id, out var ready)
                && (closed.Count > 0 ? SpilledSprint(item, byItem.GetValueOrDefault(item.Item.Id), closed) : TookLong(item, usual, calendar, asOf)) is { } spilled)
            {
                counts[ready] = new(counts[ready].Times + (spilled ? 1 : 0), counts[ready].Of + 1);
            }
        }

        return counts[true].Of + counts[false].Of == 0 ? null : new PulledWork(counts[true], counts[false], LookBack, closed.Count > 0);
    }

    // Judged by the first sprint that ended after the item was begun, with the item in it.
    private static bool? SpilledSprint(FlowItem item, SprintHistory? member, List<Sprint> closed)
    {
        var sprint = member is null ? null : closed.Find(s => EndOf(s) > item.Started && member.IsIn(s.Id, EndOf(s)!.Value));
        return sprint is null ? null : !(item.Finished <= EndOf(sprint));
    }

    private static bool? TookLong(FlowItem item, int? usual, TeamCalendar calendar, DateTimeOffset asOf) =>
        usual is not { } days ? null
        : CycleTime.Days(item, calendar) is { } took ? took > days
        : item.Finished is null && calendar.DayOf(asOf).DayNumber - calendar.DayOf(item.Started!.Value).DayNumber + 1 > days ? true
        : null;

    private static DateTimeOffset? EndOf(Sprint sprint) => sprint.Completed ?? sprint.End;

    private static Sentence OfHundred(double share) => Share.OfHundred(share) switch
    {
        0 => $"as many",
        > 0 and var more => $"{more} more",
        var fewer => $"{-fewer} fewer",
    };
}

/// <summary>The start of work on an item.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="At">When it was begun.</param>
public sealed record WorkBegun(string Id, DateTimeOffset At);
