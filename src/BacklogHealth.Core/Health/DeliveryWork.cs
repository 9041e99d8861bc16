using System.Collections.Immutable;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Forecasting.Scope;

namespace BacklogHealth.Core.Health;

/// <summary>What has to be finished until a delivery is done, as far as it is known and as far as past epics tell.</summary>
/// <param name="Remaining">Open items in it.</param>
/// <param name="Ahead">Open items of something else that come first.</param>
/// <param name="Growth">What is added while work goes on; null where too few past epics tell.</param>
/// <param name="Unsliced">How many items each of its epics that hold none yet will come to hold, where past epics tell.</param>
public sealed record DeliveryWork(int Remaining, int Ahead, ScopeGrowth? Growth, ImmutableArray<Distribution> Unsliced)
{
    /// <summary>The work, were nothing added to what is there.</summary>
    public Work NothingAdded => Unsliced.Aggregate(Work.Of(Remaining + Ahead), (sum, epic) => sum.Plus(new Work(epic)));

    /// <summary>The work with what will be added; the same as <see cref="NothingAdded"/> where <see cref="Growth"/> is null. Items of past epics are counted as they were in the end, so that those of <see cref="Unsliced"/> do not grow.</summary>
    public Work All => Growth is null ? NothingAdded : (this with { Remaining = 0 }).NothingAdded.Plus(Growth.Of(Remaining));

    /// <summary>How many items the epics of <see cref="Unsliced"/> will come to hold together.</summary>
    public Distribution OfUnsliced => (this with { Remaining = 0, Ahead = 0 }).NothingAdded.Items;

    /// <summary>The same with so many fewer open items.</summary>
    public DeliveryWork Without(int items) => this with { Remaining = Math.Max(0, Remaining - items) };
}
