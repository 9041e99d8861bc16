using BacklogHealth.SampleTracker.Backlog.Seeds;

namespace BacklogHealth.SampleTracker.Backlog.History;

/// <summary>
/// Records the sprints an item was in: planned into the one in which it was started (or added later, where it was created later), and
/// carried over at the end of each that it did not finish in.
/// </summary>
internal sealed class SprintMembership(ProjectFacts project)
{
    public void Record(Timeline timeline, PlannedItem plan, Chance chance, string author)
    {
        if (project.Sprints is not { } calendar)
        {
            return;
        }

        var sprints = calendar.Sprints;
        if (plan.Started is { } started)
        {
            var first = calendar.IndexAt(started);
            var last = calendar.IndexAt(plan.Finished ?? project.Clock.End);
            var planning = sprints[first].Start - chance.Between(0.01, 0.1);
            var value = sprints[first].After(default);
            timeline.Set(planning > plan.Created ? planning : plan.Created + (0.5 * (started - plan.Created)), "Sprint", value, author);
            for (var i = first + 1; i <= last; i++)
            {
                value = sprints[i].After(value);
                timeline.Set(sprints[i - 1].Completed, "Sprint", value, author);
            }
        }
        else if (plan.Seed.State == SeedState.Ready)
        {
            var sprint = sprints[calendar.ActiveIndex + (chance.Happens(0.5) ? 0 : 1)];
            var planning = sprints[calendar.ActiveIndex].Start - chance.Between(0.01, 0.1);
            var at = planning > plan.Created ? planning : plan.Created + (0.5 * (project.Clock.End - plan.Created));
            timeline.Set(at, "Sprint", sprint.After(default), author);
        }
    }
}
