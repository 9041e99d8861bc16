using BacklogHealth.Core.Flow;

namespace BacklogHealth.Core.Forecasting.Levels;

/// <summary>How much of a week's items a weekday brings, from the last year; 1 is a mean day, and a whole week is always 7.</summary>
internal sealed class WeekdayProfile
{
    private const int Year = 364;

    // Each weekday counts as this many items more than were seen, so that a few weeks do not rule a weekday out.
    private const double Doubt = 2;

    private readonly double[] _weights = new double[7];
    private readonly DateOnly _first;

    /// <summary>Learns it from the days before the horizon.</summary>
    public WeekdayProfile(DailyCounts known)
    {
        double[] items = [Doubt, Doubt, Doubt, Doubt, Doubt, Doubt, Doubt];
        var year = known.Last(Year);
        for (var i = 0; i < year.Counts.Length; i++)
        {
            items[(int)year.First.AddDays(i).DayOfWeek] += year.Counts[i];
        }

        var sum = 0.0;
        foreach (var n in items)
        {
            sum += n;
        }

        for (var day = 0; day < items.Length; day++)
        {
            _weights[day] = 7 * items[day] / sum;
        }

        _first = known.End;
    }

    /// <summary>What the first so many days of the horizon amount to, in mean days.</summary>
    public double MeanDays(int days)
    {
        var sum = (double)(days / 7 * 7);
        for (var i = days / 7 * 7; i < days; i++)
        {
            sum += _weights[(int)_first.AddDays(i).DayOfWeek];
        }

        return sum;
    }
}
