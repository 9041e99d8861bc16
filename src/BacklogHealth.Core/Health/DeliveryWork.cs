using System.Collections.Immutable;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Forecasting.Scope;

namespace BacklogHealth.Core.Health;

/// <summary>What has to be finished until a delivery is done, as far as it is known and as far as past epics tell.</summary>
/// <param name="Remaining">Open items in it.</param>
/// <param name="Ahead">Open items of something else that come first.</param>
/// <param name="Growth">What is added while work goes on; null where too few past epics tell.</param>
/// <param name="Unplanned">What comes in between; null where too little history tells.</param>
/// <param name="Unsliced">How many items each of its epics that hold none yet will come to hold, where past epics tell.</param>
public sealed record DeliveryWork(int Remaining, int Ahead, ScopeGrowth? Growth, UnplannedWork? Unplanned, ImmutableArray<Distribution> Unsliced)
{
    /// <summary>The items planned today, those of <see cref="Unsliced"/> included, were nothing added to them; what comes in between comes in between.</summary>
    public Work NothingAdded => InBetween(Planned(Work.Of(Remaining)));

    /// <summary>The same with what will be added. Items of past epics are counted as they were in the end, so that those of <see cref="Unsliced"/> do not grow.</summary>
    public Work All => Growth is null ? NothingAdded : InBetween(Planned(Growth.Of(Remaining)));

    /// <summary>How many items the epics of <see cref="Unsliced"/> will come to hold together.</summary>
    public Distribution OfUnsliced => Unsliced.Aggregate(Distribution.Certain(0), (sum, epic) => sum.Plus(epic));

    /// <summary>The same with so many fewer open items.</summary>
    public DeliveryWork Without(int items) => this with { Remaining = Math.Max(0, Remaining - items) };

    private Work Planned(Work own) => own.Plus(Work.Of(Ahead)).Plus(new Work(OfUnsliced));

    private Work InBetween(Work planned) => Unplanned?.Of(planned) ?? planned;
}
