using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Health.Duties;
using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Health.Quality;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health;

/// <summary>An open item with its scores, as it comes from the store and the scorer.</summary>
/// <param name="Item">The item's facts.</param>
/// <param name="Rank">Its place in the tracker's order; compares ordinally. Null where the tracker keeps none.</param>
/// <param name="StateId">Id of the tracker's state.</param>
/// <param name="Score">Its scores.</param>
/// <param name="ParentTitle">Title of its parent; null where it has none.</param>
public sealed record ScoredItem(WorkItemSummary Item, string? Rank, string StateId, ItemScore Score, string? ParentTitle)
{
    /// <summary>When somebody last looked into it (<see cref="Scorer.LastTouched"/>); null where nothing tells.</summary>
    public DateTimeOffset? LastTouched { get; init; }

    /// <summary>What is likely to befall it, were it begun as it stands; null where it is begun, or nobody can tell.</summary>
    public ItemChances? Chances { get; init; }
}

/// <summary>A delivery as settings name it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Due">The promised day; null where none is.</param>
/// <param name="Fixed">True where the day is a fact, not a wish.</param>
/// <param name="Items">Keys or ids of its items, whatever the case of keys; an epic stands for all items below it.</param>
public sealed record DeliveryDefinition(string Name, DateOnly? Due, bool Fixed, ImmutableArray<string> Items)
{
    /// <summary>Ids that its query found, whosever items they are.</summary>
    public ImmutableArray<string> Found { get; init; } = [];

    /// <summary>Those of <see cref="Items"/> that are stored with another team, each with its id: what stands below them here belongs to it.</summary>
    public ImmutableSortedDictionary<string, string> StoredElsewhere { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}

/// <summary>Everything that <see cref="HealthBuilder"/> joins.</summary>
public sealed record HealthInput
{
    /// <summary>Name of the team.</summary>
    public required string Team { get; init; }

    /// <summary>ISO 639-1 code of the language reports are written in.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The team's calendar.</summary>
    public required TeamCalendar Calendar { get; init; }

    /// <summary>The instant the report speaks of; known is everything strictly before it.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The team's workflow.</summary>
    public required Workflow Workflow { get; init; }

    /// <summary>Address of an item with <c>{key}</c> in place of its key; null where the tracker has no pages.</summary>
    public string? BrowseUrl { get; init; }

    /// <summary>Address of a page that tells who wrote an item, with <c>{author}</c> in place of the account's id or <c>{key}</c> in that of the item's key; null where there is none.</summary>
    public string? AuthorUrl { get; init; }

    /// <summary>How complete the data are.</summary>
    public required DataCompleteness Data { get; init; }

    /// <summary>All sprints, oldest first.</summary>
    public ImmutableArray<Sprint> Sprints { get; init; } = [];

    /// <summary>Which item was in which sprint; empty where the team works without.</summary>
    public IReadOnlyCollection<SprintHistory> SprintHistories { get; init; } = [];

    /// <summary>The whole history of the team.</summary>
    public required IReadOnlyCollection<ItemHistory> Histories { get; init; }

    /// <summary>What is stored beside the histories and tells of the quality of the data.</summary>
    public QualityFacts Facts { get; init; } = QualityFacts.None;

    /// <summary>What is stored beside the histories and tells of a Product Owner's duties, as known at <see cref="AsOf"/>.</summary>
    public DutyFacts DutyFacts { get; init; } = DutyFacts.None;

    /// <summary>Ids of the rules that the team has switched off for all items: that they found nothing says nothing.</summary>
    public IReadOnlySet<string> MutedRules { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>The open items in any order. One that the history calls finished is left out.</summary>
    public required IReadOnlyCollection<ScoredItem> OpenItems { get; init; }

    /// <summary>What an item needs to be ready.</summary>
    public DefinitionOfReady DefinitionOfReady { get; init; } = DefinitionOfReady.Default;

    /// <summary>Whether items that were begun lately were ready when they were, by id; empty where nobody looked.</summary>
    public IReadOnlyDictionary<string, bool> ReadyAtStart { get; init; } = ImmutableDictionary<string, bool>.Empty;

    /// <summary>What the team says of rules, on its day of <see cref="AsOf"/>: for those that are asked after forecasting.</summary>
    public TeamContext Rules { get; init; } = new();

    /// <summary>Stands for what the team itself says of rules, whatever the day: the same number for the same sayings. Null where nobody asks.</summary>
    public double? OwnRules { get; init; }

    /// <summary>What is to be said of the backlog as a whole.</summary>
    public ImmutableArray<BacklogFinding> BacklogFindings { get; init; } = [];

    /// <summary>How often rules were right, as far as the team's mutes say.</summary>
    public ImmutableArray<RulePrecision> Precision { get; init; } = [];

    /// <summary>What earlier reports of this team have said, in any order.</summary>
    public IReadOnlyCollection<GivenForecast> Given { get; init; } = [];

    /// <summary>The team's days off, of all the past and as far ahead as they are known; a <see cref="Method"/> of one's own knows its own.</summary>
    public DaysOff DaysOff { get; init; } = DaysOff.None;

    /// <summary>Makes the forecaster from finished items a day; null for <see cref="CalibratedMethod"/>.</summary>
    public Func<DailyCounts, Forecaster>? Method { get; init; }

    /// <summary>Short name, in the reader's language, of what a finding says is missing; for example "acceptance criteria".</summary>
    public required Func<Finding, string> MissingName { get; init; }

    /// <summary>Weeks of ready work that the team wants.</summary>
    public double WantedWeeks { get; init; } = 2;

    /// <summary>The deliveries asked about; empty for the next twenty items as one.</summary>
    public ImmutableArray<DeliveryDefinition> Deliveries { get; init; } = [];

    /// <summary>How many features the team works on at once; null where it works down its backlog item by item.</summary>
    public int? FeaturesAtOnce { get; init; }

    /// <summary>Ids of the items below which other teams have items: an epic among them is cut into pieces.</summary>
    public IReadOnlySet<string> ParentsElsewhere { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>The releases that items can be promised for.</summary>
    public ImmutableArray<Release> Releases { get; init; } = [];

    /// <summary>The facts of the items that <see cref="Health.FinishedLately"/> names, in any order.</summary>
    public IReadOnlyCollection<WorkItemSummary> FinishedLately { get; init; } = [];

    /// <summary>The week before; null where there was nothing yet.</summary>
    public WeekBefore? LastWeek { get; init; }

    /// <summary>What earlier runs have said of the backlog's health, in any order.</summary>
    public IReadOnlyCollection<HealthPoint> SaidBefore { get; init; } = [];

    /// <summary>What could not be rebuilt for a day in the past, as sentences with counts.</summary>
    public ImmutableArray<Sentence> NotRebuilt { get; init; } = [];

    /// <summary>What the team's own items have taught, as of the instant.</summary>
    public OwnModels Learned { get; init; } = OwnModels.None;

    /// <summary>Version of the product and its rules.</summary>
    public required string Version { get; init; }

    /// <summary>Hash over data and settings.</summary>
    public required string DataState { get; init; }
}
