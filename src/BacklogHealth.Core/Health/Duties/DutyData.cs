using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health.Duties.Sixteen;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health.Duties;

/// <summary>One team's data at an instant, as the duties look at them, several at the same time.</summary>
/// <param name="health">All that is known of the team but its duties.</param>
/// <param name="sprints">Which item was in which sprint.</param>
/// <param name="muted">Ids of the rules that the team has switched off for all items.</param>
internal sealed class DutyData(TeamHealth health, IReadOnlyCollection<SprintHistory> sprints, IReadOnlySet<string> muted)
{
    /// <summary>Days of a quarter: twelve weeks.</summary>
    public const int Quarter = 84;

    /// <summary>Days of half a year.</summary>
    public const int HalfYear = 182;

    /// <summary>Days of a year.</summary>
    public const int Year = 364;

    // So many items changed within one minute were changed by a job, or all at once.
    private const int Bulk = 10;

    private readonly ItemsAbove _above = new(health.Flow);
    private readonly Lazy<ILookup<string, FlowItem>> _byKey = new(() => health.Flow.ToLookup(f => f.Item.Key, StringComparer.OrdinalIgnoreCase));
    private readonly Lazy<ItemTree> _tree = new(() => new ItemTree(health.Flow));
    private readonly Lazy<HashSet<long>> _bulkMinutes = new(() => BulkMinutes(health.DutyFacts));
    private readonly Lock _asking = new();
    private bool? _feedbackIsKept;

    public TeamHealth Health => health;

    public IReadOnlyCollection<SprintHistory> SprintHistories => sprints;

    public IReadOnlySet<string> Muted => muted;

    /// <summary>The rules that there are.</summary>
    public ImmutableArray<Rule> Rules { get; init; } = RuleBook.All.Rules;

    public DateTimeOffset AsOf => health.AsOf;

    /// <summary>Which items stand below which.</summary>
    public ItemTree Tree => _tree.Value;

    /// <summary>The open items that are counted, in backlog order.</summary>
    public ImmutableArray<BacklogItem> Open { get; } = [.. health.Open.Where(i => Counted.Is(i.Item.Kind))];

    /// <summary>The open epics.</summary>
    public ImmutableArray<BacklogItem> Epics { get; } = [.. health.Open.Where(i => i.Item.Kind == WorkItemKind.Epic)];

    /// <summary>The items likely to be pulled next.</summary>
    public IEnumerable<BacklogItem> Next => Open.Where(i => i.Position is { } place && health.Next.Positions.Contains(place));

    /// <summary>The first of the open items that wait.</summary>
    public IEnumerable<BacklogItem> First(int count) => Open.Where(i => i.Position <= count);

    public ItemFacts FactsOf(string id) => health.DutyFacts.Of(id);

    /// <summary>The item of an id; null where the team has none.</summary>
    public FlowItem? Find(string? id) => _above.Find(id);

    /// <summary>The item of a key; null where the team has none.</summary>
    public FlowItem? ByKey(string key) => _byKey.Value[key].FirstOrDefault();

    /// <summary>The team's calendar days since an instant.</summary>
    public int DaysSince(DateTimeOffset at) => health.Today.DayNumber - health.Calendar.DayOf(at).DayNumber;

    /// <summary>The instant so many days before.</summary>
    public DateTimeOffset Ago(int days) => AsOf.AddDays(-days);

    /// <summary>Delivered items that are counted and were finished within so many days.</summary>
    public IEnumerable<FlowItem> Finished(int days) => health.Flow.Where(f => Counted.Is(f.Item) && f.Finished >= Ago(days));

    /// <summary>Epics that were delivered within so many days.</summary>
    public IEnumerable<FlowItem> FinishedEpics(int days) => health.Flow.Where(f => f.Item is { Kind: WorkItemKind.Epic, Discarded: false } && f.Finished >= Ago(days));

    /// <summary>Items that are counted and on which work began within so many days, finished since or not.</summary>
    public IEnumerable<FlowItem> Begun(int days) => health.Flow.Where(f => Counted.Is(f.Item) && f.Started >= Ago(days));

    /// <summary>Counted items that were dropped within so many days rather than delivered.</summary>
    public IEnumerable<FlowItem> Dropped(int days) => health.Flow.Where(f => f.Item.Discarded && Counted.Is(f.Item.Kind) && f.Finished >= Ago(days));

    /// <summary>The ends of the sprints that were closed within so many days, oldest first.</summary>
    public IEnumerable<ClosedSprint> ClosedSprints(int days) =>
        from sprint in health.Sprints
        where sprint.Phase == SprintPhase.Closed
        let end = sprint.Completed ?? sprint.End
        where end is not null && end < AsOf && end >= Ago(days)
        orderby end, sprint.Id
        select new ClosedSprint(sprint, end.Value);

    /// <summary>The epic above an item; null where there is none here. <paramref name="leadsAway"/> is true where its parents lead out of the team's items.</summary>
    public FlowItem? EpicAbove(string? parent, out bool leadsAway) => _above.Epic(parent, out leadsAway);

    /// <summary>True where the tracker holds feedback of any kind within a year.</summary>
    public bool FeedbackIsKept
    {
        get
        {
            lock (_asking)
            {
                return _feedbackIsKept ??= Echo.IsKept(this);
            }
        }
    }

    /// <summary>True where so many estimates or places in the backlog were changed within the same minute that nobody thought about each.</summary>
    public bool IsBulk(DateTimeOffset at) => _bulkMinutes.Value.Contains(Minute(at));

    private static HashSet<long> BulkMinutes(DutyFacts known)
    {
        // The minutes of all items, of each item once, in one list: sorted, those of a bulk edit stand together. There may be a million.
        var minutes = new List<long>();
        var ofOne = new List<long>();
        foreach (var facts in known.Items.Values)
        {
            ofOne.Clear();
            foreach (var at in facts.Moves)
            {
                ofOne.Add(Minute(at));
            }

            foreach (var estimate in facts.Estimates)
            {
                ofOne.Add(Minute(estimate.At));
            }

            ofOne.Sort();
            for (var i = 0; i < ofOne.Count; i++)
            {
                if (i == 0 || ofOne[i] != ofOne[i - 1])
                {
                    minutes.Add(ofOne[i]);
                }
            }
        }

        minutes.Sort();
        var bulk = new HashSet<long>();
        for (var i = Bulk - 1; i < minutes.Count; i++)
        {
            if (minutes[i] == minutes[i - Bulk + 1])
            {
                bulk.Add(minutes[i]);
            }
        }

        return bulk;
    }

    private static long Minute(DateTimeOffset at) => at.UtcTicks / TimeSpan.TicksPerMinute;
}

/// <summary>A sprint that is over.</summary>
/// <param name="Sprint">The sprint.</param>
/// <param name="End">When it ended.</param>
public sealed record ClosedSprint(Sprint Sprint, DateTimeOffset End);
