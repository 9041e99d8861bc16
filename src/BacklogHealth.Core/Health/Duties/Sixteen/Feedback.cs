using BacklogHealth.Core.Sentences;

namespace BacklogHealth.Core.Health.Duties.Sixteen;

/// <summary>What was finished is looked at by those it is for, soon, and the backlog changes by it.</summary>
internal sealed class Feedback : Duty
{
    private const int Soon = 3;

    public override int Id => 7;

    public override Sentence Name => $"feedback from users and reviews";

    public override Sentence Trap => $"Feedback often lives elsewhere, a link need not be feedback, and an order may be changed by a job.";

    public override Sentence Avoided => $"Where the tracker holds no feedback at all nothing is said, clones, duplicates and blockers are no feedback, and places that ten or more items changed within one minute do not count.";

    internal override IEnumerable<DutyMeasure> Measure(DutyData data)
    {
        var kept = data.FeedbackIsKept;
        yield return Wait(data, kept);
        yield return AfterSprints(data);
        yield return Oldest(data, kept);
        yield return FromUsers(data);
    }

    private static DutyMeasure Wait(DutyData data, bool kept)
    {
        const string id = "days-to-feedback";
        Sentence name = $"time from done to the first feedback, the item in the middle";
        var finished = data.Finished(DutyData.Year).ToList();
        var days = finished.Select(f => Echo.First(data, f) is { } at ? (at - f.Finished!.Value).TotalDays : (double?)null).OfType<double>();
        return kept ? DutyMeasure.Median(id, name, DutyUnit.Days, days, finished.Count, $"items finished within a year that got feedback") : DutyMeasure.Missing(id, name, DutyUnit.Days, Echo.NotKept);
    }

    private static DutyMeasure AfterSprints(DutyData data)
    {
        const string id = "sprints-followed";
        Sentence name = $"sprints after which the backlog changed within three days, half a year";
        if (data.Health.Sprints.IsEmpty)
        {
            return DutyMeasure.Missing(id, name, DutyUnit.Percent, $"The team works without sprints.");
        }

        var all = data.ClosedSprints(DutyData.HalfYear).ToList();
        var over = all.Where(s => s.End.AddDays(Soon) <= data.AsOf).ToList();
        var first = over.Count == 0 ? data.AsOf : over[0].End;
        List<DateTimeOffset> changed =
        [
            .. data.Health.Flow.Select(f => f.Item.Created).Where(at => at > first),
            .. data.Health.Flow.SelectMany(f => data.FactsOf(f.Item.Id).Moves).Where(at => at > first && !data.IsBulk(at)),
        ];
        return DutyMeasure.Share(id, name, over.Count(s => changed.Exists(at => at > s.End && at <= s.End.AddDays(Soon))), over.Count, all.Count, $"sprints closed within half a year");
    }

    private static DutyMeasure Oldest(DutyData data, bool kept)
    {
        const string id = "oldest-epic-without-feedback";
        Sentence name = $"since the oldest epic of the last year without feedback was finished";
        if (!kept)
        {
            return DutyMeasure.Missing(id, name, DutyUnit.Days, Echo.NotKept);
        }

        var epics = Echo.RestedEpics(data).ToList();
        var silent = epics.Where(e => Echo.First(data, e) is null).ToList();
        return epics.Count == 0 ? DutyMeasure.Missing(id, name, DutyUnit.Days, $"No epic was finished within the last year and at least four weeks ago.")
            : silent.Count == 0 ? DutyMeasure.Missing(id, name, DutyUnit.Days, $"There is none: every epic of the last year got feedback.")
            : DutyMeasure.Number(id, name, DutyUnit.Days, silent.Max(e => data.DaysSince(e.Finished!.Value)), silent.Count, epics.Count, $"epics finished within a year");
    }

    private static DutyMeasure FromUsers(DutyData data)
    {
        const string id = "items-from-feedback";
        Sentence name = $"new items with a label of feedback, twelve weeks";
        var labelled = data.Health.Flow.Where(f => Echo.IsLabelled(data, f)).ToList();
        var created = data.Health.Flow.Where(f => Flow.Counted.Is(f.Item.Kind) && f.Item.Created >= data.Ago(DutyData.Quarter)).ToList();
        return labelled.Count == 0
            ? DutyMeasure.Missing(id, name, DutyUnit.Items, $"No item carries a label such as customer-feedback, from-review or support.")
            : DutyMeasure.Counted(id, name, DutyUnit.Items, created.Count(f => Echo.IsLabelled(data, f)), created.Count, created.Count, $"items created within twelve weeks");
    }
}
