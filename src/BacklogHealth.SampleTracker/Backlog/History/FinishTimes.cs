using System.Collections.Immutable;

namespace BacklogHealth.SampleTracker.Backlog.History;

/// <summary>
/// When a team finished items: few in its young first year, growing to its full pace in the second; more towards the end of the week, fewer in
/// holidays, and fewer still since its regime changed.
/// </summary>
internal static class FinishTimes
{
    /// <summary>Calendar days before the end on which the growth began, and on which the full pace was reached.</summary>
    private const int GrowthBegan = 370;
    private const int GrowthEnded = 155;

    /// <summary>That many moments, ascending.</summary>
    /// <param name="count">How many items were finished.</param>
    /// <param name="stretch">The days on which they were.</param>
    /// <param name="today">The last day of the history, which has only begun.</param>
    /// <param name="team">How the team's pace changed.</param>
    /// <param name="chance">The team's luck.</param>
    public static ImmutableArray<double> Of(int count, Stretch stretch, DateOnly today, TeamPlan team, Chance chance)
    {
        var total = 0.0;
        var week = 1.0;
        var days = stretch.Days;
        var upTo = new double[days.Count];
        for (var i = 0; i < upTo.Length; i++)
        {
            var day = days[i];
            if (i == 0 || day.DayOfWeek < days[i - 1].DayOfWeek)
            {
                week = chance.Between(0.8, 1.2);
            }

            // The first days have nothing that could be finished yet.
            var edge = i < 8 || day == today ? 0.2 : 1;
            total += Weekday(day) * Season(day) * week * edge * Pace(today.DayNumber - day.DayNumber, team);
            upTo[i] = total;
        }

        // Each moment is drawn from its own stretch of the whole, three stretches wide, so that weeks differ but no half year runs dry.
        return [.. Enumerable.Range(0, count).Select(i => Moment(upTo, Math.Min((i + (3 * chance.Unit()) - 1) / count, 1) * total, chance)).Select(m => stretch.Begin + m).Order()];
    }

    private static double Pace(int daysAgo, TeamPlan team)
    {
        var grown = Math.Clamp((GrowthBegan - daysAgo) / (double)(GrowthBegan - GrowthEnded), 0, 1);
        return (team.YoungRate + ((1 - team.YoungRate) * grown)) * (daysAgo < team.ChangedDays ? team.ChangedRate : 1);
    }

    private static double Moment(double[] upTo, double share, Chance chance)
    {
        var index = Array.FindIndex(upTo, u => u > share);
        index = index < 0 ? upTo.Length - 1 : index;
        return index + chance.Between(0.15, 0.9);
    }

    private static double Weekday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Monday => 0.6,
        DayOfWeek.Thursday => 1.4,
        DayOfWeek.Friday => 0.9,
        _ => 1.1,
    };

    private static double Season(DateOnly day) => (day.Month, day.Day) switch
    {
        (12, >= 23) or (1, <= 2) => 0.45,
        (8, <= 21) => 0.6,
        (5, 1) or (10, 3) => 0,
        _ => 1,
    };
}
