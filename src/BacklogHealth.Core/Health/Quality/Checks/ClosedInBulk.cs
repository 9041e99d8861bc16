using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Quality.Checks;

/// <summary>A day that is no day of work: somebody tidied up.</summary>
internal sealed class ClosedInBulk : QualityCheck
{
    public override string Id => "closed-in-bulk";

    public override Sentence Name => $"Closed in bulk";

    public override Sentence Meaning => $"The item was finished on a day with ten or more finished items, three times as many or more than on 95 of 100 of the other days on which anything was finished.";

    public override Sentence Effect => $"The work was hardly done on that day: throughput has a peak, and cycle times end too late.";

    public override Sentence Treatment => $"Each item counts on the day on which it was finished; nothing is left out or spread. Forecasts take a week that stands out for an odd one, which hardly moves the pace.";

    public override Sentence Remedy => $"Finish items on the day on which their work ends; give the rest a resolution that says that nothing was delivered.";

    private const int Fewest = 10;

    internal override Affected Look(QualityData data)
    {
        var byDay = data.Finished.Where(f => f.Finished is not null).GroupBy(f => data.Calendar.DayOf(f.Finished!.Value)).OrderBy(g => g.Key).ToList();
        var counts = byDay.Select(g => g.Count()).Order().ToList();
        var bulk = byDay.Where(g => g.Count() is var count && count >= Fewest && count >= 3 * UsualBeside(counts, count)).ToList();
        return new Affected(bulk.SelectMany(g => g), counts.Sum(), $"finished item", $"finished items") { Days = [.. bulk.Select(g => new Period(g.Key, g.Key.AddDays(1)))] };
    }

    // What 95 of 100 of the other days did not exceed; 0 where there is no other day.
    private static int UsualBeside(List<int> ascending, int count)
    {
        var others = ascending.ToList();
        others.Remove(count);
        return others.Count == 0 ? 0 : Percentile.NearestRank(others, 0.95);
    }
}
