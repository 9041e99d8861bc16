using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Duties.Sixteen;

/// <summary>An estimate tells a little of how long something takes, and is no promise.</summary>
internal sealed class EstimatesAsEstimates : Duty
{
    public override int Id => 9;

    public override Sentence Name => $"estimates are estimates";

    public override Sentence Trap => $"An estimate that is changed once the work is understood agrees with it afterwards, estimates may be hours, sizes or nothing, and many may be changed at once by a job.";

    public override Sentence Avoided => $"The estimate at the start of the work is compared, only its order counts and not its unit, and changes of ten or more items within one minute are left out; nothing here is a target.";

    internal override IEnumerable<DutyMeasure> Measure(DutyData data)
    {
        yield return Tells(EstimatesAgainstCycleTimes.Of(data.Health, DutyData.Year));
        yield return Changed(data);
    }

    private static DutyMeasure Tells(EstimatesAgainstCycleTimes compared)
    {
        const string id = "estimate-against-cycle-time";
        Sentence name = $"how well estimates told the order of cycle times (0 not at all, 1 exactly)";
        return DutyMeasure.TooFew(id, name, DutyUnit.Correlation, compared.Points.Length, $"items finished within a year with an estimate at their start", EstimatesAgainstCycleTimes.Fewest)
            ?? (compared.Correlation is { } tells
                ? DutyMeasure.Number(id, name, DutyUnit.Correlation, tells, compared.Points.Length, compared.Timed, $"items finished within a year")
                : DutyMeasure.Missing(id, name, DutyUnit.Correlation, $"All estimates, or all cycle times, are the same."));
    }

    private static DutyMeasure Changed(DutyData data)
    {
        var begun = data.Begun(DutyData.HalfYear).ToList();
        var estimated = begun.Where(f => EstimatesAgainstCycleTimes.EstimateAt(data.Health, f, f.Started!.Value) is not null).ToList();
        return DutyMeasure.Share(
            "estimate-changed-after-start", $"estimates changed after work had begun, half a year", estimated.Count(f => IsChanged(data, f)),
            estimated.Count, begun.Count, $"items begun within half a year with an estimate at their start");
    }

    private static bool IsChanged(DutyData data, FlowItem item) =>
        data.FactsOf(item.Item.Id).Estimates.Any(e => e.From is not null && e.At > item.Started && e.At < (item.Finished ?? data.AsOf) && !data.IsBulk(e.At));
}
