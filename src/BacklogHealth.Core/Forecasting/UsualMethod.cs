using System.Collections.Immutable;
using BacklogHealth.Core.Flow;

namespace BacklogHealth.Core.Forecasting;

/// <summary>
/// The method in common use: each day to come is drawn independently from the days of the last ninety. It is usually simulated ten thousand times;
/// here the sum is computed. It knows the noise between days and nothing of how a team's level moves, so its statements hold less often than they say.
/// Where more than 65,536 items are in play, numbers are counted in steps of several items, fine enough for 65,536 of them.
/// </summary>
public sealed class UsualMethod : Forecaster
{
    /// <summary>Days of history that are drawn from.</summary>
    public const int Window = 90;

    private const int MostSteps = 65_536;
    private readonly ImmutableArray<int> _days;
    private readonly int _busiest;

    /// <summary>Prepares the method.</summary>
    /// <param name="known">Finished items a day, up to and without the first day of the horizon; at least one day.</param>
    public UsualMethod(DailyCounts known)
    {
        ArgumentNullException.ThrowIfNull(known);
        var window = known.Last(Window);
        _days = window.Counts;
        _busiest = _days.Max();
        History = new HistoryUsed(window.First, window.End, window.Total, window.ActiveDays);
    }

    /// <inheritdoc/>
    public override string Method => FormattableString.Invariant($"days drawn independently from the last {Window}, computed exactly");

    /// <inheritdoc/>
    public override HistoryUsed History { get; }

    /// <inheritdoc/>
    public override Distribution Items(int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        return OneDay((long)_busiest * days).Times(days);
    }

    /// <inheritdoc/>
    public override ImmutableArray<int?> When(int items, IReadOnlyList<double> probabilities)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        ArgumentNullException.ThrowIfNull(probabilities);
        var walk = new WalkToGoal(OneDay(items), items);
        var found = ImmutableArray.CreateBuilder<int?>(probabilities.Count);
        foreach (var probability in probabilities)
        {
            while (!Distribution.Reaches(walk.Chance, probability) && walk.Days < LongestHorizon)
            {
                walk.Advance();
            }

            found.Add(Distribution.Reaches(walk.Chance, probability) ? walk.Days : null);
        }

        return found.MoveToImmutable();
    }

    private Distribution OneDay(long itemsInPlay) => Distribution.OfDraw(_days, (int)Math.Max(1, (itemsInPlay + MostSteps - 1) / MostSteps));
}
