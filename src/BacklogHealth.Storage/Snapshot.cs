using System.Collections.Immutable;
using BacklogHealth.Core.Scoring;

namespace BacklogHealth.Storage;

/// <summary>
/// What a run found and said, kept for trends, for "since last week" and for the record of forecasts. Two snapshots of the same team, instant,
/// data, settings and version are the same snapshot: the later replaces the earlier.
/// </summary>
public sealed record Snapshot
{
    /// <summary>The team.</summary>
    public required string Team { get; init; }

    /// <summary>The instant it speaks of (UTC).</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>When it was made (UTC): long after <see cref="AsOf"/> where a past day was rebuilt.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The state of the data it rests on, as <see cref="BacklogStore.DataState"/> names it.</summary>
    public required string DataState { get; init; }

    /// <summary>Hash over the settings it rests on.</summary>
    public required string SettingsHash { get; init; }

    /// <summary>Version of the product and its rules.</summary>
    public required string Version { get; init; }

    /// <summary>The open items with their scores, in the order given.</summary>
    public ImmutableArray<SnapshotItem> Items { get; init; } = [];

    /// <summary>The forecasts made, in the order given.</summary>
    public ImmutableArray<SnapshotForecast> Forecasts { get; init; } = [];

    /// <summary>Numbers of the whole backlog by name, finite; for trends.</summary>
    public ImmutableSortedDictionary<string, double> Measures { get; init; } = ImmutableSortedDictionary<string, double>.Empty;
}

/// <summary>One open item in a snapshot.</summary>
/// <param name="Score">Its scores and findings.</param>
/// <param name="Ready">What the Definition of Ready said of it.</param>
/// <param name="Position">Its place in the backlog from 1; null for items that are started, and for epics.</param>
public sealed record SnapshotItem(ItemScore Score, bool Ready, int? Position);

/// <summary>One forecast in a snapshot.</summary>
/// <param name="Question">The question, for example <c>how-many</c> or <c>delivery</c>.</param>
/// <param name="Subject">What it was asked about, for example a delivery's name; "" for the team.</param>
/// <param name="Json">The answer as the product writes it.</param>
public sealed record SnapshotForecast(string Question, string Subject, string Json);
