using BacklogHealth.Core.Flow;

namespace BacklogHealth.Core.Forecasting.Levels;

/// <summary>
/// How much of a week's items a weekday brings, from the last year; 1 is a mean day, and a whole week without a day off is always 7. Days off bring
/// nothing. A weekday on which nothing is finished anyway is light already, so that a day off on a Sunday takes next to nothing away.
/// </summary>
internal sealed class WeekdayProfile
{
    /// <summary>Days that it is learned from.</summary>
    public const int Year = 364;

    // Each weekday counts as this many items more than were seen, so that a few weeks do not rule a weekday out.
    private const double Doubt = 2;

    private readonly double[] _weights = new double[7];
    private readonly DateOnly _first;
    private readonly DaysOff _off;

    /// <summary>Learns it from the days before the horizon.</summary>
    public WeekdayProfile(DailyCounts known, DaysOff off)
    {
        double[] items = [Doubt, Doubt, Doubt, Doubt, Doubt, Doubt, Doubt];
        var year = known.Last(Year);
        var (days, worked) = (new int[7], new int[7]);
        for (var i = 0; i < year.Counts.Length; i++)
        {
            var day = year.First.AddDays(i);
            items[(int)day.DayOfWeek] += year.Counts[i];
            days[(int)day.DayOfWeek]++;
            worked[(int)day.DayOfWeek] += off.Is(day) ? 0 : 1;
        }

        for (var weekday = 0; weekday < items.Length && !off.IsEmpty; weekday++)
        {
            // A Monday is not light because some Mondays were off.
            items[weekday] *= worked[weekday] > 0 ? (double)days[weekday] / worked[weekday] : 1;
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
        _off = off;
    }

    /// <summary>What the first so many days of the horizon amount to, in mean days.</summary>
    public double MeanDays(int days)
    {
        var sum = 0.0;
        for (var from = 0; from < days; from += 7)
        {
            var length = Math.Min(7, days - from);
            sum = length == 7 && _off.Within(_first.AddDays(from), 7) == 0 ? sum + 7 : Plus(sum, _first.AddDays(from), length);
        }

        return sum;
    }

    /// <summary>How much of a usual week was worked in the seven days from one on: 0 to 1, and 1 exactly where none of them was off.</summary>
    public double Exposure(DateOnly first) => _off.Within(first, 7) == 0 ? 1 : Math.Min(1, Plus(0, first, 7) / 7);

    // Day by day, so that a sum never falls from one day to the next.
    private double Plus(double sum, DateOnly first, int days)
    {
        for (var i = 0; i < days; i++)
        {
            var day = first.AddDays(i);
            sum += _off.Is(day) ? 0 : _weights[(int)day.DayOfWeek];
        }

        return sum;
    }
}
