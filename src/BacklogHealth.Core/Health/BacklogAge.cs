using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health;

/// <summary>The waiting items of one age.</summary>
/// <param name="FromMonths">Calendar months since their creation, at least.</param>
/// <param name="BelowMonths">Fewer than so many; null for the oldest.</param>
/// <param name="Items">How many there are.</param>
/// <param name="Touched">Those of them that somebody changed, wrote a comment on or created within <see cref="BacklogAge.Lately"/> days.</param>
/// <param name="Zombies">Those of the others that are zombies: see <see cref="BacklogAge.IsZombie"/>.</param>
public sealed record AgeClass(int FromMonths, int? BelowMonths, int Items, int Touched, int Zombies)
{
    /// <summary>Those that nobody has touched lately, zombies among them.</summary>
    public int Untouched => Items - Touched;
}

/// <summary>
/// How old the waiting items are (open, not started, epics and sub-tasks left out), and which of them nobody looks at any more. Changes that one account
/// makes to many items within a minute, and moves within the order, are no touch.
/// </summary>
/// <param name="Classes">From the youngest to the oldest, always all of them.</param>
/// <param name="AgeUnknown">Items of whose creation only their place in a file is known; they are in no class.</param>
/// <param name="MedianDays">Median age of the others in calendar days; null where there are none.</param>
/// <param name="Zombies">All zombies, also of those whose age is not known but whose last touch is.</param>
/// <param name="TouchKnown">Items of which it is known when they were touched last.</param>
public sealed record BacklogAge(ImmutableArray<AgeClass> Classes, int AgeUnknown, double? MedianDays, int Zombies, int TouchKnown)
{
    /// <summary>Days that count as lately.</summary>
    public const int Lately = 90;

    /// <summary>Days after which an untouched item is a zombie.</summary>
    public const int Asleep = 180;

    private static readonly ImmutableArray<int> Months = [0, 1, 3, 6, 12, 24];

    /// <summary>Items in the classes.</summary>
    public int Items => Classes.Sum(c => c.Items);

    /// <summary>The ages of a team's waiting items.</summary>
    public static BacklogAge Of(TeamHealth health)
    {
        ArgumentNullException.ThrowIfNull(health);
        var waiting = health.Open.Where(i => i.State == WorkItemState.NotStarted && Counted.Is(i.Item.Kind)).ToList();
        var aged = waiting.Where(i => i.Item.HistoryComplete).ToList();
        var touched = waiting.Where(i => i.LastTouched is not null).ToList();
        var classes = aged.ToLookup(i => Months.Last(m => m == 0 || health.Calendar.DayOf(i.Item.Created) <= health.Today.AddMonths(-m)));
        return new BacklogAge(
            [.. Months.Select((from, c) => new AgeClass(
                from, c + 1 < Months.Length ? Months[c + 1] : null, classes[from].Count(),
                classes[from].Count(i => i.LastTouched >= health.AsOf.AddDays(-Lately)), classes[from].Count(i => IsZombie(health, i))))],
            waiting.Count - aged.Count,
            Median.Of(aged.Select(i => (double)(health.Today.DayNumber - health.Calendar.DayOf(i.Item.Created).DayNumber))),
            touched.Count(i => IsZombie(health, i)),
            touched.Count);
    }

    /// <summary>True where an item is older than <see cref="Asleep"/> days and nobody has touched it for as long; whether it waits is not asked.</summary>
    internal static bool IsZombie(TeamHealth health, BacklogItem item) =>
        item.LastTouched < health.AsOf.AddDays(-Asleep) && item.Item.Created < health.AsOf.AddDays(-Asleep);
}
