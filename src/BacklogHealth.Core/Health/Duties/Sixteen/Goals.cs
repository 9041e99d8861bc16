using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Health.Duties.Sixteen;

/// <summary>Work serves goals: long ones by the epics above items, short ones by the goals of sprints.</summary>
internal sealed class Goals : Duty
{
    public override int Id => 11;

    public override Sentence Name => $"goals, long and short";

    public override Sentence Trap => $"Support has no goal above it and needs none, goals may stand above the team's own items, and Azure DevOps has no field for a sprint's goal.";

    public override Sentence Avoided => $"Bugs are left out, a parent outside of the team's items counts as a goal, and where no sprint has ever had a goal that is not available and not bad.";

    internal override IEnumerable<DutyMeasure> Measure(DutyData data)
    {
        var flow = data.Health.Flow.Where(f => Counted.Is(f.Item) && f.Item.Kind != WorkItemKind.Bug).ToList();
        yield return Under(data, "goal-coverage-open", $"open items under an epic", flow.Where(f => f.State != WorkItemState.Finished), $"open items without bugs");
        yield return Under(data, "goal-coverage-finished", $"finished items under an epic, twelve weeks", flow.Where(f => f.Finished >= data.Ago(DutyData.Quarter)), $"items finished within twelve weeks without bugs");
        yield return Under(data, "goal-coverage-wip", $"items in progress under an epic", flow.Where(f => f.State == WorkItemState.Started), $"items in progress without bugs");
        yield return SprintGoals(data);
        yield return RuleMeasure.Without(data, "items-for-sprint-goal", $"items of the running sprint that serve its goal", InSprint(data), $"open items of the running sprint", "GO004");
        yield return AtOnce(data);
    }

    private static DutyMeasure Under(DutyData data, string id, Sentence name, IEnumerable<FlowItem> items, Sentence among)
    {
        if (!data.Health.Flow.Any(f => f.Item.Kind == WorkItemKind.Epic || (Counted.Is(f.Item.Kind) && f.Item.ParentId is not null)))
        {
            return DutyMeasure.Missing(id, name, DutyUnit.Percent, $"The tracker holds no epics, and no item has a parent.");
        }

        var all = items.ToList();
        return DutyMeasure.Share(id, name, all.Count(f => data.EpicAbove(f.Item.ParentId, out var away) is not null || away), all.Count, all.Count, among);
    }

    private static DutyMeasure SprintGoals(DutyData data)
    {
        const string id = "sprint-goals";
        Sentence name = $"sprints with a goal that says more than keys, half a year";
        if (data.Health.Sprints.IsEmpty)
        {
            return DutyMeasure.Missing(id, name, DutyUnit.Percent, $"The team works without sprints.");
        }

        var sprints = data.Health.Sprints.Where(s => s.Start < data.AsOf && s.Start >= data.Ago(DutyData.HalfYear)).ToList();
        return data.Health.Sprints.All(s => string.IsNullOrWhiteSpace(s.Goal))
            ? DutyMeasure.Missing(id, name, DutyUnit.Percent, $"No sprint has ever had a goal; the tracker may have no field for it.")
            : DutyMeasure.Share(id, name, sprints.Count(s => SaysMoreThanKeys(s.Goal)), sprints.Count, sprints.Count, $"sprints begun within half a year");
    }

    // A key has letters, a hyphen or a number sign, and digits: CHK-12, #12.
    private static bool SaysMoreThanKeys(string? goal) => (goal ?? "").Split([' ', ',', ';', '/', '+', '&', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)
        .Any(word => word.Count(char.IsLetter) >= 2 && !(word.Any(char.IsDigit) && (word.Contains('-', StringComparison.Ordinal) || word.Contains('#', StringComparison.Ordinal))));

    private static IEnumerable<BacklogItem> InSprint(DutyData data)
    {
        var running = data.Health.Sprints.Where(s => s.Phase == SprintPhase.Active).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        return data.Open.Where(i => i.Item.SprintIds.Any(running.Contains));
    }

    private static DutyMeasure AtOnce(DutyData data)
    {
        var started = data.Health.Flow.Where(f => Counted.Is(f.Item) && f.State == WorkItemState.Started).ToList();
        var epics = started.Select(f => data.EpicAbove(f.Item.ParentId, out _)?.Item.Id).OfType<string>().ToList();
        const string id = "goals-at-once";
        Sentence name = $"epics worked on at once";
        return started.Count == 0 ? DutyMeasure.Missing(id, name, DutyUnit.Epics, $"No item is in progress.")
            : epics.Count == 0 ? DutyMeasure.Missing(id, name, DutyUnit.Epics, $"No item in progress stands under an epic.")
            : DutyMeasure.Number(id, name, DutyUnit.Epics, epics.Distinct(StringComparer.Ordinal).Count(), epics.Count, started.Count, $"items in progress");
    }
}
