using System.Collections.Immutable;
using BacklogHealth.SampleTracker.Faults;

namespace BacklogHealth.SampleTracker;

/// <summary>How the sample tracker is served.</summary>
public sealed record SampleServerOptions
{
    /// <summary>Which tracker it is.</summary>
    public SampleTrackerKind Kind { get; init; }

    /// <summary>Port on loopback; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Path below the host under which the tracker is served, such as <c>jira</c>; null takes the usual: none for Jira, the collection <c>sample</c> for Azure DevOps.</summary>
    public string? PathBase { get; init; }

    /// <summary>E-mail address or name of the account that reads; empty where the token goes alone, as a bearer. Azure DevOps takes any.</summary>
    public required string User { get; init; }

    /// <summary>The account's API token, personal access token or bearer token.</summary>
    public required string Token { get; init; }

    /// <summary>What goes wrong, and when.</summary>
    public FaultScript Faults { get; init; } = FaultScript.None;

    /// <summary>The clock: it gives the server's time, relative dates of queries, and how long delays last.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>IANA zone of the account, in which queries read dates and answers write them; null takes the backlog's.</summary>
    public string? AccountTimeZone { get; init; }

    /// <summary>Keys of projects that the account may not see.</summary>
    public ImmutableArray<string> HiddenProjects { get; init; } = [];

    /// <summary>Permissions that the account lacks, by the tracker's own key, such as <c>BROWSE_PROJECTS</c>. Jira only.</summary>
    public ImmutableArray<string> DeniedPermissions { get; init; } = [];

    /// <summary>How long after its last change an item is missing from searches, as where the index lags; asked for by id, it is there.</summary>
    public TimeSpan IndexDelay { get; init; }

    /// <summary>Requests in one second above which further ones are answered 429; null sets no limit.</summary>
    public int? RequestsPerSecond { get; init; }

    /// <summary>What sets one Data Center apart from another.</summary>
    public JiraDataCenterOptions DataCenter { get; init; } = new();

    /// <summary>What sets one Azure DevOps apart from another.</summary>
    public AzureDevOpsOptions Azure { get; init; } = new();
}
