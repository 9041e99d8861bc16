using System.Collections.Immutable;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Reports;
using Microsoft.Extensions.Logging;

namespace BacklogHealth.Settings;

/// <summary>All settings, checked. What each one means is said once, in <see cref="SettingsCatalogue"/>.</summary>
internal sealed record AppSettings(
    StorageSettings Storage,
    ImmutableArray<ConnectionSettings> Connections,
    ImmutableArray<TeamSettings> Teams,
    ImmutableArray<DeliverySettings> Deliveries,
    string ReportFolder)
{
    /// <summary>The browser that prints PDF; "" to have one looked for.</summary>
    public string ReportBrowser { get; init; } = "";

    /// <summary>What a stakeholder's report may show of single things in the tracker.</summary>
    public StakeholderScope StakeholdersSee { get; init; } = StakeholderScope.Goals;

    /// <summary>The mail server.</summary>
    public MailSettings Mail { get; init; } = MailSettings.None;

    /// <summary>Hosts that reports may go to although they are inside of a network, and without encryption.</summary>
    public ImmutableArray<string> AllowedHosts { get; init; } = [];

    /// <summary>From which level on `serve` writes its log.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    /// <summary>The reports that go out by themselves.</summary>
    public ImmutableArray<SubscriptionSettings> Subscriptions { get; init; } = [];

    /// <summary>When <c>serve</c> does what.</summary>
    public ImmutableArray<JobSettings> Jobs { get; init; } = [];

    /// <summary>How `serve` shows its pages.</summary>
    public ServeSettings Serve { get; init; } = new();

    /// <summary>The deliveries that a team works on: those that name it, and, where it is the only team, those that name none.</summary>
    public ImmutableArray<DeliverySettings> DeliveriesOf(string team) =>
        [.. Deliveries.Where(d => d.Teams.Contains(team, StringComparer.OrdinalIgnoreCase) || (d.Teams.IsEmpty && Teams.Length == 1))];
}

/// <summary>One team.</summary>
internal sealed record TeamSettings
{
    public required string Name { get; init; }

    public string Connection { get; init; } = "";

    public string Project { get; init; } = "";

    public string Board { get; init; } = "";

    public string AreaPath { get; init; } = "";

    public string Query { get; init; } = "";

    public FieldSettings Fields { get; init; } = new();

    public TimeZoneInfo? TimeZone { get; init; }

    public string Language { get; init; } = "en";

    public ImmutableSortedDictionary<string, WorkItemState> Workflow { get; init; } = ImmutableSortedDictionary<string, WorkItemState>.Empty;

    public ImmutableArray<string> DefinitionOfReady { get; init; } = [];

    /// <summary>What rules take into account: mutes, glossary, roles, words. Language, day and workflow are given when they are asked.</summary>
    public TeamContext Rules { get; init; } = new();

    public ImmutableArray<DateOnly> DaysOff { get; init; } = [];

    public ImmutableArray<string> CalendarFiles { get; init; } = [];

    public double WantedReadyWeeks { get; init; } = 2;

    /// <summary>How many features it works on at once; null where it works down its backlog item by item.</summary>
    public int? FeaturesAtOnce { get; init; }
}

/// <summary>One delivery. What the query finds and what is named in <paramref name="Items"/> both belong to it.</summary>
internal sealed record DeliverySettings(string Name, ImmutableArray<string> Teams, ImmutableArray<string> Items, DateOnly? Due, bool Fixed, string Query = "");
