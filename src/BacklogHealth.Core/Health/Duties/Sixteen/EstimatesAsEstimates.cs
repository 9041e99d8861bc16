using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Duties.Sixteen;

/// <summary>An estimate tells a little of how long something takes, and is no promise.</summary>
internal sealed class EstimatesAsEstimates : Duty
{
    private const int FewestPairs = 10;

    public override int Id => 9;

    public override Sentence Name => $"estimates are estimates";

    public override Sentence Trap => $"An estimate that is changed once the work is understood agrees with it afterwards, estimates may be hours, sizes or nothing, and many may be changed at once by a job.";

    public override Sentence Avoided => $"The estimate at the start of the work is compared, only its order counts and not its unit, and changes of ten or more items within one minute are left out; nothing here is a target.";

    internal override IEnumerable<DutyMeasure> Measure(DutyData data)
    {
        yield return Tells(data);
        yield return Changed(data);
    }

    private static DutyMeasure Tells(DutyData data)
    {
        const string id = "estimate-against-cycle-time";
        Sentence name = $"how well estimates told the order of cycle times (0 not at all, 1 exactly)";
        var finished = data.Finished(DutyData.Year).Where(f => CycleTime.Days(f, data.Health.Calendar) is not null).ToList();
        var pairs = finished.Select(f => (Estimate: At(data, f, f.Started!.Value), Days: (double)CycleTime.Days(f, data.Health.Calendar)!.Value))
            .Where(p => p.Estimate is not null).Select(p => (p.Estimate!.Value, p.Days)).ToList();
        return DutyMeasure.TooFew(id, name, DutyUnit.Correlation, pairs.Count, $"items finished within a year with an estimate at their start", FewestPairs)
            ?? (RankCorrelation.Of(pairs) is { } tells
                ? DutyMeasure.Number(id, name, DutyUnit.Correlation, tells, pairs.Count, finished.Count, $"items finished within a year")
                : DutyMeasure.Missing(id, name, DutyUnit.Correlation, $"All estimates, or all cycle times, are the same."));
    }

    private static DutyMeasure Changed(DutyData data)
    {
        var begun = data.Begun(DutyData.HalfYear).ToList();
        var estimated = begun.Where(f => At(data, f, f.Started!.Value) is not null).ToList();
        return DutyMeasure.Share(
            "estimate-changed-after-start", $"estimates changed after work had begun, half a year", estimated.Count(f => IsChanged(data, f)),
            estimated.Count, begun.Count, $"items begun within half a year with an estimate at their start");
    }

    private static bool IsChanged(DutyData data, FlowItem item) =>
        data.FactsOf(item.Item.Id).Estimates.Any(e => e.From is not null && e.At > item.Started && e.At < (item.Finished ?? data.AsOf) && !data.IsBulk(e.At));

    // What the first later change replaced, else what it is now.
    private static double? At(DutyData data, FlowItem item, DateTimeOffset at) =>
        data.FactsOf(item.Item.Id).Estimates.Where(e => e.At > at).Select(e => (EstimateChange?)e).FirstOrDefault() is { } later ? later.From : item.Item.StoryPoints;
}
