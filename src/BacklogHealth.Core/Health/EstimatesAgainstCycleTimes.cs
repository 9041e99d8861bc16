using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health.Duties;
using BacklogHealth.Core.Models.Skill;

namespace BacklogHealth.Core.Health;

/// <summary>A finished item with its estimate.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="Key">The item's key.</param>
/// <param name="Estimate">Its estimate when work on it began, in the team's unit.</param>
/// <param name="Days">Its cycle time in calendar days, 1 or more.</param>
public sealed record EstimatePoint(string Id, string Key, double Estimate, int Days);

/// <summary>
/// How much estimates told of how long items took. The estimate at the start of the work is compared, since one that is changed later agrees with what
/// was learned; only its order counts and not its unit.
/// </summary>
/// <param name="Days">Calendar days looked back at: items finished within them.</param>
/// <param name="Points">Items with a cycle time and an estimate, by estimate, days and id.</param>
/// <param name="WithoutEstimate">Items with a cycle time that had no estimate at their start.</param>
/// <param name="WithoutCycleTime">Finished items that were never started, or whose history is not whole.</param>
/// <param name="Correlation">Spearman's rank correlation, −1 to 1; null for fewer than <see cref="Fewest"/> points, and where all estimates or all days are the same.</param>
/// <param name="From">Where the true correlation lies with 95 % certainty, at least; null with <paramref name="Correlation"/>.</param>
/// <param name="To">At most.</param>
public sealed record EstimatesAgainstCycleTimes(
    int Days, ImmutableArray<EstimatePoint> Points, int WithoutEstimate, int WithoutCycleTime, double? Correlation, double? From, double? To)
{
    /// <summary>Fewest points from which a correlation is spoken of.</summary>
    public const int Fewest = 10;

    /// <summary>Items with a cycle time, estimated or not.</summary>
    public int Timed => Points.Length + WithoutEstimate;

    /// <summary>The comparison for counted items that a team finished within so many days.</summary>
    public static EstimatesAgainstCycleTimes Of(TeamHealth health, int days = 364)
    {
        ArgumentNullException.ThrowIfNull(health);
        var finished = health.Flow.Where(f => Counted.Is(f.Item) && f.Finished >= health.AsOf.AddDays(-days)).ToList();
        var timed = finished.Where(f => CycleTime.Days(f, health.Calendar) is not null).ToList();
        ImmutableArray<EstimatePoint> points = [.. timed
            .Select(f => new { f.Item, Estimate = EstimateAt(health, f, f.Started!.Value), Days = CycleTime.Days(f, health.Calendar)!.Value })
            .Where(p => p.Estimate is not null)
            .Select(p => new EstimatePoint(p.Item.Id, p.Item.Key, p.Estimate!.Value, p.Days))
            .OrderBy(p => p.Estimate).ThenBy(p => p.Days).ThenBy(p => p.Id, StringComparer.Ordinal)];
        double? correlation = points.Length < Fewest ? null : RankCorrelation.Of([.. points.Select(p => (p.Estimate, (double)p.Days))]);
        (double From, double To)? within = correlation is { } r ? RankCorrelation.Interval(r, points.Length) : null;
        return new EstimatesAgainstCycleTimes(days, points, timed.Count - points.Length, finished.Count - timed.Count, correlation, within?.From, within?.To);
    }

    /// <summary>The estimate of an item at an instant: what the first later change replaced, else what it is now; null where there was none.</summary>
    internal static double? EstimateAt(TeamHealth health, FlowItem item, DateTimeOffset at) =>
        health.DutyFacts.Of(item.Item.Id).Estimates.Where(e => e.At > at).Select(e => (EstimateChange?)e).FirstOrDefault() is { } later ? later.From : item.Item.StoryPoints;
}
