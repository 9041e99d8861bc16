using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Forecasting;

/// <summary>
/// The method in common use: each day to come is drawn independently from the days of the last ninety. It is usually simulated ten thousand times;
/// here the sum is computed. It knows the noise between days and nothing of how a team's level moves, so its statements hold less often than they say.
/// Of days off it knows nothing either, since it is the baseline.
/// Only where thousands of items are finished on many days it counts in steps of several items, so that an answer takes no longer than a blink.
/// </summary>
public sealed class UsualMethod : Forecaster
{
    /// <summary>Days of history that are drawn from.</summary>
    public const int Window = 90;

    private const double MostAdditions = 4e8;
    private const double MostNumbers = 4e6;
    private readonly ImmutableArray<int> _days;
    private readonly Distribution _day;
    private readonly int _differentDays;

    /// <summary>Prepares the method.</summary>
    /// <param name="known">Finished items a day, up to and without the first day of the horizon; at least one day.</param>
    public UsualMethod(DailyCounts known)
    {
        ArgumentNullException.ThrowIfNull(known);
        var window = known.Last(Window);
        _days = window.Counts;
        _day = Distribution.OfDraw(_days.AsSpan());
        _differentDays = _day.DifferentNumbers;
        History = new HistoryUsed(window.First, window.End, window.Total, window.ActiveDays);
    }

    /// <inheritdoc/>
    public override Sentence Method => $"days drawn independently from the last {Window}, computed exactly";

    /// <inheritdoc/>
    public override HistoryUsed History { get; }

    /// <inheritdoc/>
    public override Distribution Items(int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        var numbers = _day.WidthOf(days);
        return OneDay(step => numbers / step * Math.Min(numbers / step, (double)_differentDays * days), numbers).Times(days);
    }

    /// <inheritdoc/>
    public override ImmutableArray<int?> When(int items, IReadOnlyList<double> probabilities)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        ArgumentNullException.ThrowIfNull(probabilities);
        var numbers = Math.Min(items, _day.WidthOf(LongestHorizon));
        var walk = new WalkToGoal(OneDay(step => numbers / step * _differentDays * LongestHorizon, items), items);
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

    // One day in the finest step, a power of two, whose answer is affordable.
    private Distribution OneDay(Func<int, double> additions, double numbers)
    {
        var step = 1;
        while (additions(step) > MostAdditions || numbers / step > MostNumbers)
        {
            step *= 2;
        }

        return step == 1 ? _day : Distribution.OfDraw(_days.AsSpan(), step);
    }
}
