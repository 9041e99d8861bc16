using BacklogHealth.Core.Forecasting.Levels;

namespace BacklogHealth.Core.Forecasting;

/// <summary>An alarm: the last weeks are unlike the history that a forecast rests on.</summary>
/// <param name="Since">First day of these weeks.</param>
/// <param name="Weeks">How many, 2 or more; they end where the horizon begins.</param>
/// <param name="Items">Items finished in them.</param>
/// <param name="Expected">Items that were to be expected before them.</param>
/// <param name="Chance">How likely so few (or so many) were then, if the team went on as before.</param>
public sealed record Drift(DateOnly Since, int Weeks, int Items, double Expected, double Chance)
{
    /// <summary>Most weeks of work that are looked back on; where days off lie in them, they take longer.</summary>
    public const int LongestLook = 8;

    /// <summary>At this chance of so few items, or less, an alarm is given: a steady team sees about one false alarm a year.</summary>
    public const double Few = 0.015;

    /// <summary>At this chance of so many, or less.</summary>
    public const double Many = 0.0005;

    private static ReadOnlySpan<int> Looks => [2, 3, 4, 6, LongestLook];

    /// <summary>Weeks from which on a fall is taken for a new level: fewer may be a holiday.</summary>
    public const int EnoughToRestart = 3;

    /// <summary>Weeks within which a fall is called visible.</summary>
    public const int WatchWeeks = 4;

    private const double NineOfTen = 0.9;

    /// <summary>How many weeks of work lie in <see cref="Weeks"/>: as many where no day of them was off.</summary>
    public double Worked { get; init; } = Weeks;

    /// <summary>True where fewer items came than expected.</summary>
    public bool Fell => Items < Expected;

    /// <summary>True where the forecast rests on these weeks for one half, as if the team had begun with them.</summary>
    public bool Restarts => Fell && Worked >= EnoughToRestart;

    /// <summary>The alarm with the least chance; null where the last weeks are as the history before them.</summary>
    /// <param name="weeks">The weeks that were worked in, oldest first.</param>
    /// <param name="before">What was believed at the end of each week.</param>
    /// <param name="end">The day behind the last week.</param>
    internal static Drift? Of(IReadOnlyList<WorkedWeek> weeks, IReadOnlyList<Standing> before, DateOnly end)
    {
        Drift? alarm = null;
        var (at, items, worked) = (weeks.Count, 0L, 0.0);
        foreach (var look in Looks)
        {
            // Back over so much work: a week that was half off counts for a half, so that Christmas alone is never looked at.
            while (at > 0 && worked < look)
            {
                at--;
                items += weeks[at].Items;
                worked += weeks[at].Exposure;
            }

            if (at == 0)
            {
                break;
            }

            var standing = before[at - 1];
            var (expected, noise) = (standing.Expected(worked), standing.NoiseWithin(worked));
            var sum = (int)Math.Min(int.MaxValue - 1, items);
            var chance = sum < expected ? ChanceOfAtMost(sum, expected, noise) : NegativeBinomial.AtLeast(sum, expected, noise);
            if (chance <= (sum < expected ? Few : Many) && !(chance >= alarm?.Chance))
            {
                alarm = new Drift(weeks[at].First, (end.DayNumber - weeks[at].First.DayNumber) / 7, sum, expected, chance) { Worked = worked };
            }
        }

        return alarm;
    }

    /// <summary>The smallest fall, in steps of five per cent, that is seen within <see cref="WatchWeeks"/> weeks in nine cases of ten; null where none is.</summary>
    internal static double? SmallestVisibleFall(Standing standing)
    {
        double? smallest = null;
        foreach (var look in Looks)
        {
            var mostItems = look <= WatchWeeks ? MostAlarming(standing, look) : -1;
            for (var step = 1; step < 20 && mostItems >= 0; step++)
            {
                var fall = step * 0.05;
                if (!(fall >= smallest) && ChanceOfAtMost(mostItems, standing.Expected(look) * (1 - fall), standing.Noise) >= NineOfTen)
                {
                    smallest = fall;
                }
            }
        }

        return smallest is { } seen ? Math.Round(seen, 2) : null;
    }

    // The most items within so many weeks that raise the alarm; -1 where not even none does.
    private static int MostAlarming(Standing standing, int weeks)
    {
        var (expected, noise) = (standing.Expected(weeks), standing.NoiseWithin(weeks));
        var (alarms, silent) = (-1, (int)Math.Min(int.MaxValue - 1, expected));
        while (silent - alarms > 1)
        {
            var middle = alarms + ((silent - alarms) / 2);
            (alarms, silent) = ChanceOfAtMost(middle, expected, noise) <= Few ? (middle, silent) : (alarms, middle);
        }

        return alarms;
    }

    private static double ChanceOfAtMost(int items, double expected, double noise) => 1 - NegativeBinomial.AtLeast(items + 1, expected, noise);
}
