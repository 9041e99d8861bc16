using BacklogHealth.Core.Flow;

namespace BacklogHealth.Benchmarks;

/// <summary>Five years of a team that finishes about six items a week, the same in every run.</summary>
internal static class TeamHistory
{
    public static readonly DateOnly First = new(2021, 1, 1);

    public static DailyCounts Make()
    {
        var random = new Random(2026);
        return new DailyCounts(First, [.. Enumerable.Range(0, 5 * 365).Select(day => day % 7 >= 5 ? 0 : random.Next(4) * random.Next(2))]);
    }

    /// <summary>Twelve holidays a year and two weeks in which nobody works, for the five years and two to come.</summary>
    public static DaysOff DaysOff() => Core.Flow.DaysOff.Of(Enumerable.Range(First.Year, 7).SelectMany(year => Enumerable.Range(1, 12).Select(month => new DateOnly(year, month, month + 3))
        .Concat(Enumerable.Range(0, 14).Select(new DateOnly(year, 12, 22).AddDays))));

    public static DateOnly[] Dates()
    {
        var counts = Make();
        return [.. Enumerable.Range(0, counts.Counts.Length).SelectMany(i => Enumerable.Repeat(First.AddDays(i), counts.Counts[i]))];
    }
}
