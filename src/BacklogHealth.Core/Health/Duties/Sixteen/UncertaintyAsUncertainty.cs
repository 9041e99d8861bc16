using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Duties.Sixteen;

/// <summary>A day is said with its chance, and how often such statements held is said beside it.</summary>
internal sealed class UncertaintyAsUncertainty : Duty
{
    private const double EvenOdds = 0.5, Sure = 0.85;

    public override int Id => 12;

    public override Sentence Name => $"uncertainty as uncertainty";

    public override Sentence Trap => $"A day of a law or a fair is a fact and no wish, and forecasts of overlapping weeks tell less than their number.";

    public override Sentence Avoided => $"A promised day is never called wrong: it stands beside the chance to meet it, and a delivery with a fixed day is told as such; every forecast of a report is a range with its record.";

    internal override IEnumerable<DutyMeasure> Measure(DutyData data)
    {
        yield return Doubtful(data);
        yield return Passed(data);
        yield return Held(data);
        yield return Promised(data);
    }

    private static DutyMeasure Doubtful(DutyData data)
    {
        const string id = "doubtful-days";
        Sentence name = $"promised days that fewer than half of the futures meet";
        var dates = data.Health.TrackerDates;
        var judged = dates.Releases.Concat(dates.Items).Where(d => d.Chance is not null).ToList();
        var all = dates.Releases.Length + dates.Items.Length + dates.MoreItems;
        return all == 0 ? DutyMeasure.Missing(id, name, DutyUnit.Days, $"No open item and no release with open items has a day ahead.")
            : judged.Count == 0 ? DutyMeasure.Missing(id, name, DutyUnit.Days, data.Health.NextFourWeeks.WhyNot ?? $"The history carries no forecast.")
            : DutyMeasure.Counted(id, name, DutyUnit.Days, judged.Count(d => d.Chance < EvenOdds), judged.Count, all, $"promised days ahead");
    }

    private static DutyMeasure Passed(DutyData data)
    {
        var promised = data.Open.Count(i => i.Item.Due is not null);
        const string id = "passed-days";
        Sentence name = $"open items whose promised day has passed";
        return promised == 0 ? DutyMeasure.Missing(id, name, DutyUnit.Items, $"No open item has a promised day.")
            : DutyMeasure.Counted(id, name, DutyUnit.Items, data.Health.TrackerDates.Passed, promised, promised, $"open items with a promised day");
    }

    private static DutyMeasure Held(DutyData data)
    {
        const string id = "forecasts-held";
        Sentence name = $"forecasts of four weeks at 85 % that would have held at past points";
        return data.Health.NextFourWeeks.HeldBefore is { Of: > 0 } held
            ? DutyMeasure.Share(id, name, held.Times, held.Of, held.Of, $"points in the past")
            : DutyMeasure.Missing(id, name, DutyUnit.Percent, $"The history is too short to look back.");
    }

    private static DutyMeasure Promised(DutyData data)
    {
        var held = data.Health.Promises.At(Sure);
        return DutyMeasure.Share("statements-held", $"statements of past reports at 85 % that came true", held.Times, held.Of, data.Health.Promises.All.Count(p => p.Given.Probability == Sure), $"statements of past reports whose day has passed");
    }
}
