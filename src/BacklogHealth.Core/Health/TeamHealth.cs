using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Forecasting.Sprints;
using BacklogHealth.Core.Health.Duties;
using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Health.Quality;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health;

/// <summary>
/// Everything a report may say of one team on one day: scores, flow and forecasts joined. A report is a pure function of this.
/// Made by <c>HealthBuilder</c>.
/// </summary>
public sealed record TeamHealth
{
    /// <summary>Name of the team.</summary>
    public required string Team { get; init; }

    /// <summary>ISO 639-1 code of the language reports are written in.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The team's calendar.</summary>
    public required TeamCalendar Calendar { get; init; }

    /// <summary>The instant the report speaks of.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The team's calendar day at <see cref="AsOf"/>.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The team's workflow.</summary>
    public required Workflow Workflow { get; init; }

    /// <summary>Address of an item with <c>{key}</c> in place of its key; null where the tracker has no pages.</summary>
    public string? BrowseUrl { get; init; }

    /// <summary>Address of a page that tells who wrote an item, with <c>{author}</c> in place of the account's id or <c>{key}</c> in that of the item's key; null where there is none.</summary>
    public string? AuthorUrl { get; init; }

    /// <summary>How complete the data are.</summary>
    public required DataCompleteness Data { get; init; }

    /// <summary>The open items in backlog order: not started and started, epics included.</summary>
    public required ImmutableArray<BacklogItem> Open { get; init; }

    /// <summary>True where <see cref="Open"/> follows the tracker's own order; false where it has none and the order is by creation.</summary>
    public required bool Ordered { get; init; }

    /// <summary>Every item of the history at <see cref="AsOf"/>, for counting.</summary>
    public required ImmutableArray<FlowItem> Flow { get; init; }

    /// <summary>Items that were removed, or that our account cannot see any more, as they stood when they went (<see cref="ItemHistory.Gone"/>); they are in nothing else.</summary>
    public ImmutableArray<FlowItem> Gone { get; init; } = [];

    /// <summary>What is known beside the histories and tells of the quality of the data.</summary>
    public QualityFacts Facts { get; init; } = QualityFacts.None;

    /// <summary>What is known beside the histories of how items were worked on: touches, estimates, edits.</summary>
    public DutyFacts DutyFacts { get; init; } = DutyFacts.None;

    /// <summary>All sprints, oldest first.</summary>
    public ImmutableArray<Sprint> Sprints { get; init; } = [];

    /// <summary>The forecaster that every forecast here comes from; null where the history carries none.</summary>
    public required Forecaster? Forecaster { get; init; }

    /// <summary>The days off that the forecasts know of, past and to come.</summary>
    public DaysOff DaysOff { get; init; } = DaysOff.None;

    /// <summary>How the running sprints will end; empty where none runs. Worked out when first asked for: who looks at a past week never asks.</summary>
    public Lazy<ImmutableArray<SprintOutlook>> RunningSprints { get; init; } = new([]);

    /// <summary>How many items the next four weeks bring.</summary>
    public required Forecast NextFourWeeks { get; init; }

    /// <summary>Ready work at the top of the backlog.</summary>
    public required ReadyRunway Runway { get; init; }

    /// <summary>The items likely to be pulled next.</summary>
    public required NextItems Next { get; init; }

    /// <summary>The items at the places of <see cref="Next"/>, in backlog order.</summary>
    public ImmutableArray<BacklogItem> NextOpen
    {
        get
        {
            var places = Next.Positions.ToHashSet();
            return [.. Open.Where(i => i.Position is { } p && places.Contains(p))];
        }
    }

    /// <summary>What became of the items that were pointed out a week before; null where none was.</summary>
    public FollowUp? FollowUp => LastWeek is { } week ? FollowUp.Since(week.PointedOut, Open, Flow) : null;

    /// <summary>How items fared that were pulled ready, and those that were not; null where nothing was pulled whose outcome is known.</summary>
    public PulledWork? Pulled { get; init; }

    /// <summary>What is to be said of the backlog as a whole, in the order of the rule book.</summary>
    public ImmutableArray<BacklogFinding> BacklogFindings { get; init; } = [];

    /// <summary>How often rules were right, as far as the team's mutes say.</summary>
    public ImmutableArray<RulePrecision> Precision { get; init; } = [];

    /// <summary>What the team's own items have taught.</summary>
    public OwnModels Learned { get; init; } = OwnModels.None;

    /// <summary>The deliveries asked about in settings, or, where none are, the next twenty items as one.</summary>
    public required ImmutableArray<DeliveryOutlook> Deliveries { get; init; }

    /// <summary>The features that are not done, in the order in which they are taken up. Worked out when first asked for: who looks at a past week never asks.</summary>
    public Lazy<OpenFeatures> Features { get; init; } = new(OpenFeatures.None);

    /// <summary>The releases that items can be promised for.</summary>
    public ImmutableArray<Release> Releases { get; init; } = [];

    /// <summary>The facts of what was finished lately (<see cref="Health.FinishedLately"/>), newest first, and of the finished epics above it.</summary>
    public ImmutableArray<WorkItemSummary> FinishedLately { get; init; } = [];

    /// <summary>The days promised in the tracker.</summary>
    public TrackerDates TrackerDates { get; init; } = TrackerDates.None;

    /// <summary>What earlier reports have said, and what came of it.</summary>
    public required PromiseRecord Promises { get; init; }

    /// <summary>How forecasts of 28, 56 and 84 days would have held at past points, as far as the history reaches. Walked through when first asked for: it takes longer than all else here, and who looks at a past week never asks.</summary>
    public Lazy<ImmutableArray<BacktestRecord>> Backtest { get; init; } = new([]);

    /// <summary>What the data say of a Product Owner's sixteen duties.</summary>
    public DutyReport Duties { get; init; } = DutyReport.None;

    /// <summary>The same team a week before, for what changed; null where there was nothing yet. Set by <see cref="Since"/>.</summary>
    public WeekBefore? LastWeek { get; init; }

    /// <summary>The same health, held against the week before.</summary>
    public TeamHealth Since(WeekBefore before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return this with { LastWeek = before, Duties = Duties.Since(before.Duties) };
    }

    /// <summary>Stands for what the team itself says of rules (see <see cref="HealthPoint.OwnRules"/>).</summary>
    public double? OwnRules { get; init; }

    /// <summary>How the health of the backlog went, week by week, up to now.</summary>
    public HealthTrend Trend { get; init; } = HealthTrend.None;

    /// <summary>What could not be rebuilt for a day in the past, as sentences with counts; empty for now.</summary>
    public ImmutableArray<Sentence> NotRebuilt { get; init; } = [];

    /// <summary>Version of the product and its rules, for the footer.</summary>
    public required string Version { get; init; }

    /// <summary>Hash over the data and settings this rests on, for the footer: the same hash, the same report.</summary>
    public required string DataState { get; init; }
}

/// <summary>How complete the data are that a report rests on.</summary>
/// <param name="InTracker">Items the tracker listed at the last pull; null for files, and where that listing did not come to its end or was not believed.</param>
/// <param name="Stored">Items stored of them.</param>
/// <param name="Complete">True where the pull was proven whole.</param>
/// <param name="PulledAt">When it was last tried to pull, or imported (UTC); null where never.</param>
/// <param name="Source">Where from, for example "Jira Cloud, project CHK".</param>
/// <param name="Problems">What is missing, as sentences.</param>
/// <param name="HistoryIncomplete">Items whose history the tracker gave only in part.</param>
public sealed record DataCompleteness(int? InTracker, int Stored, bool Complete, DateTimeOffset? PulledAt, string Source, ImmutableArray<string> Problems, int HistoryIncomplete)
{
    /// <summary>True where the items come from files: nobody listed how many there are.</summary>
    public bool FromFile { get; init; }

    /// <summary>When it was last proven that everything is stored (UTC); null where never.</summary>
    public DateTimeOffset? ProvenAt { get; init; }

    /// <summary>True where the last pull did not come to its end.</summary>
    public bool BrokeOff { get; init; }

    /// <summary>True where the last pull brought nothing: these are the data of <see cref="ProvenAt"/>, whole as they were then.</summary>
    public bool OldButWhole => !Complete && BrokeOff && ReadAnew == 0 && ProvenAt is not null;

    /// <summary>Items that the last pull brought, of those it was to bring.</summary>
    public int ReadAnew { get; init; }

    /// <summary>Stored items that the last listing lacks, though nobody knows yet whether they are gone; they count.</summary>
    public int NotListed { get; init; }

    /// <summary>Stored items that our account cannot see any more; they are left out of everything.</summary>
    public int NotVisible { get; init; }

    /// <summary>Names of states that the workflow does not name, with how many items are or were in them; there an item counts as it did in the state before.</summary>
    public ImmutableArray<(string State, int Items)> Unmapped { get; init; } = [];
}

/// <summary>One open item with its scores.</summary>
/// <param name="Item">The item's facts.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Position">Place in the backlog from 1, counting items that are not started and are neither epics nor sub-tasks; null for the others.</param>
/// <param name="Score">Its scores and findings.</param>
/// <param name="Ready">What the Definition of Ready says of it.</param>
/// <param name="ParentTitle">Title of its parent; null where it has none.</param>
public sealed record BacklogItem(WorkItemSummary Item, WorkItemState State, int? Position, ItemScore Score, Readiness Ready, string? ParentTitle)
{
    /// <summary>When somebody last changed it or wrote a comment, or its creation where nobody did; changes of many items at once and moves within the order left out; null where nothing tells.</summary>
    public DateTimeOffset? LastTouched { get; init; }

    /// <summary>What is likely to befall it, were it begun as it stands; null where it is begun, or nobody can tell.</summary>
    public ItemChances? Chances { get; init; }
}

/// <summary>The facts of an item that reports show; no history.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="Key">The item's key.</param>
/// <param name="Title">Its title.</param>
/// <param name="Type">The tracker's own type name.</param>
/// <param name="Kind">The type, normalised.</param>
/// <param name="OriginalState">The tracker's own name of the state.</param>
/// <param name="Created">When it was created (UTC).</param>
/// <param name="StoryPoints">The estimate; null where there is none.</param>
/// <param name="ParentId">Id of its parent; null where it has none.</param>
/// <param name="Due">A date promised in the tracker; null where there is none.</param>
/// <param name="SprintIds">Ids of the sprints it has been in, oldest first.</param>
/// <param name="FixVersions">Names of releases it is promised for.</param>
public sealed record WorkItemSummary(
    string Id, string Key, string Title, string Type, WorkItemKind Kind, string OriginalState, DateTimeOffset Created,
    double? StoryPoints, string? ParentId, DateOnly? Due, ImmutableArray<string> SprintIds, ImmutableArray<string> FixVersions)
{
    /// <summary>The tracker's own name of the priority; null where it has none.</summary>
    public string? Priority { get; init; }

    /// <summary>Opaque account id of who wrote it; for a link, and never shown. Null where unknown.</summary>
    public string? AuthorId { get; init; }

    /// <summary>Labels or tags.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>True where it is described.</summary>
    public bool HasDescription { get; init; }

    /// <summary>True where the tracker's own field for acceptance criteria is filled.</summary>
    public bool HasCriteria { get; init; }

    /// <summary>False where part of what happened to it is not known; its creation may then be no more than its place in a file.</summary>
    public bool HistoryComplete { get; init; } = true;

    /// <summary>The facts of a work item.</summary>
    public static WorkItemSummary Of(WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new(
            item.Id, item.Key, item.Title, item.Type, item.Kind, item.OriginalState, item.Created, item.StoryPoints, item.ParentId, item.Due, item.SprintIds,
            item.FixVersions)
        {
            Priority = item.Priority,
            AuthorId = item.AuthorId,
            Labels = item.Labels,
            HasDescription = !item.Description.IsBlank,
            HasCriteria = !item.AcceptanceCriteria.IsBlank,
            HistoryComplete = item.HistoryComplete,
        };
    }
}

/// <summary>What the Definition of Ready says of an item: a guideline, not a gate.</summary>
/// <param name="IsReady">True where nothing is missing.</param>
/// <param name="Missing">What is missing, as short names in the reader's language, for example "acceptance criteria".</param>
/// <param name="Lacks">The findings behind it, in the order of <paramref name="Missing"/>.</param>
public sealed record Readiness(bool IsReady, ImmutableArray<string> Missing, ImmutableArray<Finding> Lacks);

/// <summary>How long the ready work at the top of the backlog lasts.</summary>
/// <param name="ReadyItems">Ready items among those not started, epics and sub-tasks left out.</param>
/// <param name="ItemsConsidered">Items not started, epics and sub-tasks left out.</param>
/// <param name="Weeks50">Weeks it lasts with even odds; null where the history carries no forecast.</param>
/// <param name="Weeks85">Weeks it lasts at least with 85 %; null likewise.</param>
/// <param name="WantedWeeks">Weeks wanted, by settings.</param>
public sealed record ReadyRunway(int ReadyItems, int ItemsConsidered, double? Weeks50, double? Weeks85, double WantedWeeks);

/// <summary>The items likely to be pulled next, in backlog order.</summary>
/// <param name="Days">Over how many days.</param>
/// <param name="From">At least this many with 85 %; null where the history carries no forecast.</param>
/// <param name="To">At least this many with even odds; null likewise.</param>
/// <param name="Positions">Their places in the backlog (see <see cref="BacklogItem.Position"/>).</param>
public sealed record NextItems(int Days, int? From, int? To, ImmutableArray<int> Positions);

/// <summary>What can be said of a delivery.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Due">The promised day; null where none is.</param>
/// <param name="Fixed">True where the day is a fact (a law, a fair), not a wish.</param>
/// <param name="Total">Items in it, finished or not; epics, sub-tasks and dropped items left out.</param>
/// <param name="Remaining">Open items in it.</param>
/// <param name="Ahead">Items that stand before its last one in the backlog, or are in progress, and belong to something else.</param>
/// <param name="When">When <paramref name="Remaining"/> + <paramref name="Ahead"/> items will be done, with those that will be added and those of epics that hold none yet.</param>
/// <param name="ChanceByDue">Chance that this is on or before <paramref name="Due"/>; null where there is no due day or no forecast.</param>
/// <param name="AddedSinceLastWeek">Items that joined it within seven days.</param>
/// <param name="ItemIds">Ids of its items.</param>
public sealed record DeliveryOutlook(
    string Name, DateOnly? Due, bool Fixed, int Total, int Remaining, int Ahead, Forecast When, double? ChanceByDue,
    int AddedSinceLastWeek, ImmutableArray<string> ItemIds)
{
    /// <summary>Its name for readers: as settings have it, or what the next items are called.</summary>
    public Sentence Title { get => field ?? Sentence.Data(Name); init; }

    /// <summary>What has to be finished until it is done, as <see cref="When"/> and <see cref="ChanceByDue"/> take it.</summary>
    public required DeliveryWork Work { get; init; }

    /// <summary>The days that <see cref="When"/> would name, were nothing added; empty where <see cref="DeliveryWork.Growth"/> is null.</summary>
    public ImmutableArray<DoneBy> IfNothingAdded { get; init; } = [];

    /// <summary>Open epics in it that hold no items yet.</summary>
    public int UnslicedEpics { get; init; }

    /// <summary>Those of them whose work is in no number, since too few past epics tell how large they become.</summary>
    public int UnsizedEpics => UnslicedEpics - Work.Unsliced.Length;

    /// <summary>True where nothing is left to be done.</summary>
    public bool IsDone => When.Done;

    /// <summary>Keys or ids that settings name and the history does not know.</summary>
    public ImmutableArray<string> NotFound { get; init; } = [];

    /// <summary>True where settings name no delivery and these are the next items as one: other items each week, so that its day cannot be said to have moved.</summary>
    public bool IsNextItems { get; init; }
}

/// <summary>What is kept of the week before, to say what changed.</summary>
/// <param name="AsOf">The instant it speaks of.</param>
/// <param name="From"><c>snapshot</c> where it was stored then, <c>history</c> where it was rebuilt now.</param>
/// <param name="Weeks85">The runway then.</param>
/// <param name="MedianClarity">Median clarity of the open items then; null where nothing was scored.</param>
/// <param name="OpenItems">Open items then, epics and sub-tasks left out.</param>
/// <param name="Items">Clarity and readiness of each item then, by id.</param>
/// <param name="Deliveries">What was said of each delivery then, by name: the 85 % day and the open items.</param>
public sealed record WeekBefore(
    DateTimeOffset AsOf, string From, double? Weeks85, double? MedianClarity, int OpenItems,
    ImmutableSortedDictionary<string, ItemThen> Items, ImmutableSortedDictionary<string, DeliveryThen> Deliveries)
{
    /// <summary>The items that were pointed out then: among the next, and not ready; in backlog order.</summary>
    public ImmutableArray<WorkItemSummary> PointedOut { get; init; } = [];

    /// <summary>The values of the duties then, by the id of their measure; those that were not available are left out.</summary>
    public ImmutableSortedDictionary<string, double> Duties { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>What is worth keeping of a team's health for the week after.</summary>
    /// <param name="then">The health of that week.</param>
    /// <param name="from"><c>snapshot</c> or <c>history</c>.</param>
    public static WeekBefore Of(TeamHealth then, string from)
    {
        ArgumentNullException.ThrowIfNull(then);
        var counted = then.Open.Where(i => Counted.Is(i.Item.Kind)).ToList();
        return new WeekBefore(
            then.AsOf,
            from,
            then.Runway.Weeks85,
            MedianScore.Of(counted),
            counted.Count,
            then.Open.ToImmutableSortedDictionary(i => i.Item.Id, i => new ItemThen(i.Score.Clarity, i.Ready.IsReady), StringComparer.Ordinal),
            then.Deliveries.DistinctBy(d => d.Name, StringComparer.Ordinal)
                .ToImmutableSortedDictionary(d => d.Name, d => new DeliveryThen(d.When.By.FirstOrDefault(b => b.Probability == 0.85)?.Date, d.Remaining), StringComparer.Ordinal))
        {
            PointedOut = [.. then.NextOpen.Where(i => !i.Ready.IsReady).Select(i => i.Item)],
            Duties = then.Duties.Values,
        };
    }
}

/// <summary>An item's scores a week before.</summary>
/// <param name="Clarity">Its clarity, 0 to 100; null where it could not be scored.</param>
/// <param name="Ready">True where it was ready.</param>
public sealed record ItemThen(int? Clarity, bool Ready);

/// <summary>A delivery a week before.</summary>
/// <param name="By85">The day by which it was done with 85 %; null where nothing could be forecast.</param>
/// <param name="Remaining">Its open items then.</param>
public sealed record DeliveryThen(DateOnly? By85, int Remaining);
