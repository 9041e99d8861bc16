using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Quality.Checks;

/// <summary>Long holidays, a freeze, or a pull that brought nothing.</summary>
internal sealed class WeeksWithoutAFinish : QualityCheck
{
    public override string Id => "weeks-without-a-finish";

    public override Sentence Name => $"Weeks without a finish";

    public override Sentence Meaning => $"Nothing was finished for three weeks or more, at least five times as long as from one day with a finish to the next in the middle of all.";

    public override Sentence Effect => $"Forecasts that rest on such weeks may promise too little, and those that know of none too much.";

    public override Sentence Treatment => $"Days without a finish count as days on which nothing was finished; only the days off of the settings do not.";

    public override Sentence Remedy => $"Look whether that was a holiday, which belongs into the setting DaysOff, or whether finished items are missing here.";

    private const int Shortest = 21;
    private const int FewestDays = 5;

    internal override Affected Look(QualityData data)
    {
        var today = data.Calendar.DayOf(data.AsOf);
        var days = data.Finished.Where(f => f.Finished is not null).Select(f => data.Calendar.DayOf(f.Finished!.Value)).Where(d => d < today).Distinct().Order().ToList();
        if (days.Count < FewestDays)
        {
            return new Affected([], 0, $"week", $"weeks");
        }

        var usual = Percentile.NearestRank([.. days.Zip(days.Skip(1), (a, b) => b.DayNumber - a.DayNumber).Order()], 0.5);
        var gaps = days.Zip([.. days.Skip(1), today], (last, next) => new Period(last.AddDays(1), next)).Where(g => Worked(g) >= Shortest && Worked(g) >= 5 * usual).ToList();
        return new Affected([], (today.DayNumber - days[0].DayNumber) / 7, $"week", $"weeks") { Number = gaps.Sum(Worked) / 7, Days = [.. gaps] };

        int Worked(Period gap) => gap.Days - data.DaysOff.Within(gap.From, gap.Days);
    }
}
