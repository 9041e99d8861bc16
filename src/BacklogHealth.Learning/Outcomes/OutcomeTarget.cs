using System.Collections.Immutable;
using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.Models;

namespace BacklogHealth.Learning.Outcomes;

/// <summary>Something that may befall an item after work on it began, and what it is foretold from.</summary>
public abstract class OutcomeTarget
{
    /// <summary>A name of <see cref="ModelTargets"/>.</summary>
    public abstract string Name { get; }

    /// <summary>Names of the numbers that it is foretold from.</summary>
    public abstract ImmutableArray<string> Measures { get; }

    /// <summary>How it is learned.</summary>
    public virtual Recipe Recipe => Recipe.Outcome;

    /// <summary>True for items that it speaks of.</summary>
    public virtual bool SpeaksOf(StartedItem item) => true;

    /// <summary>The numbers of an item, in the order of <see cref="Measures"/>.</summary>
    public abstract double[] Read(StartFacts facts);

    /// <summary>Whether it befell an item, as known at the start of a day; null where nobody could know yet.</summary>
    /// <param name="item">The item.</param>
    /// <param name="on">The day.</param>
    /// <param name="usualDays">The days that 85 of 100 items had not exceeded by the day on which it was foretold.</param>
    public abstract bool? Met(StartedItem item, DateOnly on, int usualDays);

    /// <summary>A number by which items are ordered without any model; null where there is none, and every item is as likely as the next.</summary>
    public virtual double? SimpleWay(StartedItem item) => null;
}

/// <summary>Words were changed, somebody asked, or it was sent back.</summary>
public sealed class ReworkTarget : OutcomeTarget
{
    /// <inheritdoc/>
    public override string Name => ModelTargets.Rework;

    /// <inheritdoc/>
    public override ImmutableArray<string> Measures => StartFacts.ReworkMeasures;

    /// <inheritdoc/>
    public override double[] Read(StartFacts facts) => facts.ForRework();

    /// <inheritdoc/>
    public override bool? Met(StartedItem item, DateOnly on, int usualDays) => item.Finished < on ? item.Outcome?.IsRework : null;
}

/// <summary>It stays in progress for longer than 85 of 100 items.</summary>
/// <param name="estimated">True to read estimates, and to speak of estimated items alone.</param>
public sealed class RiskTarget(bool estimated) : OutcomeTarget
{
    /// <inheritdoc/>
    public override string Name => ModelTargets.Risk;

    /// <inheritdoc/>
    public override ImmutableArray<string> Measures { get; } = [.. estimated ? [StartFacts.EstimateMeasure] : Array.Empty<string>(), .. StartFacts.RiskMeasures];

    /// <inheritdoc/>
    public override bool SpeaksOf(StartedItem item) => !estimated || item.Facts.Estimate is not null;

    /// <inheritdoc/>
    public override double[] Read(StartFacts facts) => facts.ForRisk(estimated);

    /// <inheritdoc/>
    public override bool? Met(StartedItem item, DateOnly on, int usualDays) => item.StayedLonger(usualDays, on);

    /// <inheritdoc/>
    public override double? SimpleWay(StartedItem item) => estimated ? item.Facts.Estimate : null;

    /// <summary>Where enough items had an estimate, it is read; elsewhere a team's items have to tell without.</summary>
    public static RiskTarget For(IReadOnlyList<StartedItem> items) => new(items.Count(i => i is { Finished: not null, Facts.Estimate: not null }) >= Gate.FewestItems);
}
