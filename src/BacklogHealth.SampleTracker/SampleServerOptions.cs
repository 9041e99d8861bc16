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

    /// <summary>E-mail address of the account that reads.</summary>
    public required string User { get; init; }

    /// <summary>The account's API token.</summary>
    public required string Token { get; init; }

    /// <summary>What goes wrong, and when.</summary>
    public FaultScript Faults { get; init; } = FaultScript.None;

    /// <summary>The clock: it gives the server's time, relative dates of queries, and how long delays last.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>IANA zone of the account, in which queries read dates and answers write them; null takes the backlog's.</summary>
    public string? AccountTimeZone { get; init; }

    /// <summary>Keys of projects that the account may not see.</summary>
    public ImmutableArray<string> HiddenProjects { get; init; } = [];
}
