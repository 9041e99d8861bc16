using BacklogHealth.Core.Flow;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health;

/// <summary>What was finished on each day, sorted so that how much of it was there before some other day is found without looking at each item again.</summary>
internal sealed class FinishesByDay
{
    private static readonly Finishes None = new([], []);

    private readonly Dictionary<DateOnly, Finishes> _days;

    /// <summary>Sorts what was finished.</summary>
    /// <param name="flow">All items.</param>
    /// <param name="calendar">The team's calendar.</param>
    public FinishesByDay(IReadOnlyList<FlowItem> flow, TeamCalendar calendar)
    {
        var epics = Epics(flow, calendar);
        _days = flow.Where(Counts)
            .Select(f => new
            {
                Day = calendar.DayOf(f.Finished!.Value),
                Created = calendar.DayOf(f.Item.Created),
                Epic = f.Item.ParentId is { } parent && epics.TryGetValue(parent, out var day) ? day : (DateOnly?)null,
            })
            .GroupBy(f => f.Day)
            .ToDictionary(g => g.Key, g => new Finishes([.. g.Select(f => f.Created).Order()], [.. g.Select(f => There(f.Created, f.Epic)).Order()]));
    }

    /// <summary>True for what is among them: finished on a known day, neither epic nor sub-task.</summary>
    public static bool Counts(FlowItem item) => Counted.Is(item.Item) && !item.Item.Imported && item.Finished is not null;

    /// <summary>The days on which epics were created.</summary>
    public static Dictionary<string, DateOnly> Epics(IReadOnlyList<FlowItem> flow, TeamCalendar calendar) =>
        flow.Where(f => f.Item.Kind == WorkItemKind.Epic).ToDictionary(f => f.Item.Id, f => calendar.DayOf(f.Item.Created), StringComparer.Ordinal);

    /// <summary>The first day on which an item, or the epic that it stands below, was there.</summary>
    public static DateOnly There(DateOnly created, DateOnly? epic) => epic < created ? epic.Value : created;

    /// <summary>How many were finished on a day, how many of these were created after another one, and how many of these stand below no epic that was there by then.</summary>
    public (int All, int Created, int Beside) On(DateOnly day, DateOnly after)
    {
        var finished = _days.GetValueOrDefault(day, None);
        return (finished.Created.Length, After(finished.Created, after), After(finished.There, after));
    }

    private static int After(DateOnly[] days, DateOnly day)
    {
        var (low, high) = (0, days.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = days[middle] > day ? (low, middle) : (middle + 1, high);
        }

        return days.Length - low;
    }

    /// <summary>What was finished on one day.</summary>
    /// <param name="Created">The days it was created on, ascending.</param>
    /// <param name="There">The first days on which it, or the epic above it, was there, ascending.</param>
    private sealed record Finishes(DateOnly[] Created, DateOnly[] There);
}
