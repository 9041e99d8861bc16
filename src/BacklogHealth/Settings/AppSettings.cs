using System.Collections.Immutable;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Settings;

/// <summary>All settings, checked. What each one means is said once, in <see cref="SettingsCatalogue"/>.</summary>
internal sealed record AppSettings(
    StorageSettings Storage,
    ImmutableArray<ConnectionSettings> Connections,
    ImmutableArray<TeamSettings> Teams,
    ImmutableArray<DeliverySettings> Deliveries,
    string ReportFolder);

/// <summary>Where data are kept.</summary>
internal sealed record StorageSettings(string Provider, string ConnectionString);

/// <summary>One tracker. The token is read from its file when it is needed, and never shown.</summary>
internal sealed record ConnectionSettings(
    string Name, string Kind, Uri BaseUrl, Uri? BrowseUrl, string User, string Token, string TokenFile,
    string StoryPointsField, string AcceptanceCriteriaField, TimeSpan MaxWait)
{
    /// <summary>Keeps the token out of every text made of this record.</summary>
    public override string ToString() => $"{Name} ({BaseUrl})";
}

/// <summary>One team.</summary>
internal sealed record TeamSettings(
    string Name, string Connection, string Project, string Board, string Query, TimeZoneInfo? TimeZone, string Language,
    ImmutableSortedDictionary<string, WorkItemState> Workflow, ImmutableArray<string> DefinitionOfReady, ImmutableArray<string> Mutes,
    double WantedReadyWeeks);

/// <summary>One delivery.</summary>
internal sealed record DeliverySettings(string Name, ImmutableArray<string> Teams, ImmutableArray<string> Items, DateOnly? Due, bool Fixed);
