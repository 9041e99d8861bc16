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
        var covered = GoalCoverage.Of(data.Health, weeks: 1);
        yield return Under(covered, "goal-coverage-open", $"open items under an epic", covered.Now.Open, $"open items without bugs");
        yield return Under(covered, "goal-coverage-finished", $"finished items under an epic, twelve weeks", covered.Now.Finished, $"items finished within twelve weeks without bugs");
        yield return Under(covered, "goal-coverage-wip", $"items in progress under an epic", covered.Now.InProgress, $"items in progress without bugs");
        yield return SprintGoals(data);
        yield return RuleMeasure.Without(data, "items-for-sprint-goal", $"items of the running sprint that serve its goal", InSprint(data), $"open items of the running sprint", "GO004");
        yield return AtOnce(data);
    }

    private static DutyMeasure Under(GoalCoverage coverage, string id, Sentence name, Covered items, Sentence among) => coverage.HasGoals
        ? DutyMeasure.Share(id, name, items.Under, items.Items, items.Items, among)
        : DutyMeasure.Missing(id, name, DutyUnit.Percent, $"The tracker holds no epics, and no item has a parent.");

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
