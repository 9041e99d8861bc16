using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health.Quality;
using BacklogHealth.Core.Health.Quality.Checks;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health.Duties.Sixteen;

/// <summary>What is called done is done, and what is not is not called so.</summary>
internal sealed class DoneAndNotDone : Duty
{
    private const int Fortnight = 14, Days = 3;

    public override int Id => 15;

    public override Sentence Name => $"fair on done and not done";

    public override Sentence Trap => $"A workflow or a job may reopen items, an item may be cloned for another version, sub-tasks and criteria grow obsolete, and each type may have its own Definition of Done.";

    public override Sentence Avoided => $"What the tracker itself put back is not counted as reopened, a clone counts only about the end of a sprint, dropped sub-tasks do not count, and items closed as won't do or duplicate are told apart from delivered ones.";

    internal override IEnumerable<DutyMeasure> Measure(DutyData data)
    {
        var finished = data.Finished(DutyData.HalfYear).ToList();
        yield return Reopened(data);
        yield return OpenParts(data, finished);
        yield return OpenBoxes(data, finished);
        yield return MovedOn(data, finished);
        yield return Cloned(data, finished);
    }

    private static DutyMeasure Reopened(DutyData data)
    {
        var ends = data.Health.Flow.Where(f => Counted.Is(f.Item)).Select(f => new { Item = f, Ends = FinishesOf(data, f.Item) }).Where(x => x.Ends.Count > 0).ToList();
        var again = ends.Count(x => Reopenings.Of(x.Item.Item, data.Health.Workflow, data.AsOf).Any(at => x.Ends.Exists(end => end < at && at <= end.AddDays(Fortnight))));
        return DutyMeasure.Share("reopened", $"items reopened within 14 days after done, half a year", again, ends.Count, ends.Count, $"items that were finished within half a year, now or for a time");
    }

    // Each time within the half year at which the item became finished.
    private static List<DateTimeOffset> FinishesOf(DutyData data, ItemHistory item)
    {
        var (found, before) = (new List<DateTimeOffset>(), WorkItemState.NotStarted);
        foreach (var (entry, meaning, _) in Meanings.Of(item, data.Health.Workflow, data.AsOf))
        {
            if (meaning == WorkItemState.Finished && before != WorkItemState.Finished && entry.At >= data.Ago(DutyData.HalfYear))
            {
                found.Add(entry.At);
            }

            before = meaning;
        }

        return found;
    }

    private static DutyMeasure OpenParts(DutyData data, List<FlowItem> finished)
    {
        var parts = data.Health.Flow.Where(f => f.Item is { Kind: WorkItemKind.SubTask, ParentId: not null, Discarded: false }).ToLookup(f => f.Item.ParentId!, StringComparer.Ordinal);
        var parents = finished.Where(f => parts[f.Item.Id].Any()).ToList();

        // As the sub-tasks stood at that moment: what was mended later was open then.
        bool IsOpen(ItemHistory part, DateTimeOffset at) => StartedAndFinished.Of(part, data.Health.Workflow, at.AddTicks(1)) is { } then && then.State != WorkItemState.Finished;
        return DutyMeasure.Share(
            "done-with-open-parts", $"items finished while a sub-task was open, half a year", parents.Count(f => parts[f.Item.Id].Any(p => IsOpen(p.Item, f.Finished!.Value))),
            parents.Count, finished.Count, $"items finished within half a year that have sub-tasks");
    }

    private static DutyMeasure OpenBoxes(DutyData data, List<FlowItem> finished)
    {
        const string id = "done-with-open-boxes";
        Sentence name = $"items finished with a box not ticked, half a year";
        var lists = finished.Select(f => data.FactsOf(f.Item.Id).Boxes).OfType<Boxes>().ToList();

        // A team that ticks no box at all does not use them to tell what is done.
        return lists.Count > 0 && lists.TrueForAll(b => b.Ticked == 0)
            ? DutyMeasure.Missing(id, name, DutyUnit.Percent, $"No box of any finished item is ticked: the team does not use them to tell what is done.")
            : DutyMeasure.Share(id, name, lists.Count(b => b.Open > 0), lists.Count, finished.Count, $"items finished within half a year that have a checklist");
    }

    private static DutyMeasure MovedOn(DutyData data, List<FlowItem> finished)
    {
        var quality = new QualityData(finished, data.Health.Workflow, data.Health.Calendar, data.AsOf, QualityFacts.None);
        var moved = new ChangedAfterDone().Look(quality);
        const string id = "changed-after-done";
        Sentence name = $"finished items that went on to another finished state later, half a year";
        return data.Health.Workflow.States.Count(s => s is { State: WorkItemState.Finished, Elsewhere: false }) < 2
            ? DutyMeasure.Missing(id, name, DutyUnit.Percent, $"The workflow has only one state that means finished.")
            : DutyMeasure.Share(id, name, moved.Items.Count(), moved.Of, moved.Of, $"items finished within half a year");
    }

    private static DutyMeasure Cloned(DutyData data, List<FlowItem> finished)
    {
        const string id = "closed-and-cloned";
        Sentence name = $"items closed about a sprint's end and cloned then, half a year";
        if (data.Health.Sprints.IsEmpty)
        {
            return DutyMeasure.Missing(id, name, DutyUnit.Items, $"The team works without sprints.");
        }

        var ends = data.ClosedSprints(DutyData.HalfYear).Select(s => s.End).ToList();
        var atEnd = finished.Where(f => ends.Exists(end => Near(end, f.Finished!.Value))).ToList();
        var cloned = atEnd.Count(f => data.FactsOf(f.Item.Id).Links.Any(l => Relations.MeanCloned(l.Relation) && data.ByKey(l.OtherKey) is { } clone && clone.Item.Created > f.Item.Created && Near(clone.Item.Created, f.Finished!.Value)));
        return ends.Count == 0 ? DutyMeasure.Missing(id, name, DutyUnit.Items, $"No sprint was closed within half a year.")
            : DutyMeasure.Counted(id, name, DutyUnit.Items, cloned, atEnd.Count, finished.Count, $"items finished within half a year");
    }

    private static bool Near(DateTimeOffset one, DateTimeOffset other) => Math.Abs((one - other).TotalDays) <= Days;
}
