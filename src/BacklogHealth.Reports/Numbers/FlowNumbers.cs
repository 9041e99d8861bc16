using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health;

namespace BacklogHealth.Reports.Numbers;

/// <summary>Throughput by week, weeks without a finished item included.</summary>
/// <param name="Weeks">Whole weeks, oldest first.</param>
/// <param name="Shift">A change of level that chance hardly makes; null where there is none.</param>
internal sealed record ThroughputNumbers(ImmutableArray<WeekCount> Weeks, ThroughputShift? Shift);

/// <summary>Cycle times and how many of 100 were no longer.</summary>
/// <param name="From">First day of the window.</param>
/// <param name="To">The day behind its last.</param>
/// <param name="Points">Finished items, oldest first.</param>
/// <param name="LeftOut">Items finished in the window whose start is not known.</param>
/// <param name="P50">Days; null where there are too few points.</param>
/// <param name="P85">Likewise.</param>
/// <param name="P95">Likewise.</param>
internal sealed record CycleTimeNumbers(DateOnly From, DateOnly To, ImmutableArray<CycleTimePoint> Points, int LeftOut, int? P50, int? P85, int? P95);

/// <summary>One item in progress.</summary>
/// <param name="Key">Its key.</param>
/// <param name="State">The tracker's name of the state it is in.</param>
/// <param name="Days">Age since it was started in calendar days, both ends counted.</param>
/// <param name="Old">True where it is older than 85 of 100 finished items were.</param>
internal sealed record AgePoint(string Key, string State, int Days, bool Old);

/// <summary>A column of the ageing chart: by which age finished items had left this state; null where there are too few.</summary>
internal sealed record AgeBand(string State, int? P50, int? P70, int? P85, int? P95);

/// <summary>Items in progress by state.</summary>
/// <param name="Bands">The started states that have items or a history, in the order of the board.</param>
/// <param name="Items">Items in progress, oldest first.</param>
/// <param name="Finished">How many finished items the bands rest on.</param>
internal sealed record AgeingNumbers(ImmutableArray<AgeBand> Bands, ImmutableArray<AgePoint> Items, int Finished);

/// <summary>One score of the open items.</summary>
/// <param name="Tens">Items with 0–9, 10–19, … 90–100.</param>
/// <param name="Scored">Scored open items, epics and sub-tasks left out.</param>
/// <param name="NotScored">Open items that could not be scored.</param>
/// <param name="Median">Their median, 0 to 100; null where nothing was scored.</param>
internal sealed record ScoreNumbers(ImmutableArray<int> Tens, int Scored, int NotScored, double? Median);

/// <summary>A value of a process.</summary>
/// <param name="Name">What it belongs to, for example an item's key; empty where its day says all.</param>
/// <param name="Day">Its day, or the first of its days.</param>
/// <param name="Value">The value, 0 or more.</param>
internal sealed record ProcessPoint(string Name, DateOnly Day, int Value);

/// <summary>Values in order of time with the limits of their process.</summary>
/// <param name="Id">Name in JSON.</param>
/// <param name="Weekly">True for finished items a week, false for the cycle times of items in days.</param>
/// <param name="Points">The values, oldest first.</param>
/// <param name="Limits">Average and limits; null where there are too few values.</param>
internal sealed record ProcessNumbers(string Id, bool Weekly, ImmutableArray<ProcessPoint> Points, ProcessBehaviour? Limits)
{
    /// <summary>The day since which the values are others than before, where a sharper test than these limits says so; null where none does.</summary>
    public DateOnly? ChangedSince { get; init; }
}
