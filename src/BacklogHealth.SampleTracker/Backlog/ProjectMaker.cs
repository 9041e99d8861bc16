using System.Collections.Immutable;
using BacklogHealth.SampleTracker.Backlog.History;
using BacklogHealth.SampleTracker.Backlog.Seeds;
using BacklogHealth.SampleTracker.Backlog.Starts;

namespace BacklogHealth.SampleTracker.Backlog;

/// <summary>Makes one team's project: plans its items, numbers and ranks them, then lets each live through its history.</summary>
internal sealed class ProjectMaker(TeamPlan team, WorkClock clock, int seed)
{
    /// <summary>The project, and the planned item behind each key.</summary>
    public (SampleProject Project, ImmutableArray<(string Key, ItemSeed Seed)> Seeds) Make()
    {
        var sprints = team.HasSprints ? new SprintCalendar(clock, team.Key, team.FirstId / 100) : null;
        var facts = new ProjectFacts(team, clock, sprints, Versions(), seed);
        var fates = new FatePlan(team, seed);
        var (early, epics) = (fates.Give(SeedReader.ReadEarly(team.Folder)), fates.Give(SeedReader.ReadFolder(team.Folder)));
        var planned = new Schedule(team, clock, seed).Plan(epics, early, SeedReader.ReadPast(team.Folder));
        var number = new Dictionary<PlannedItem, int>(ReferenceEqualityComparer.Instance);
        var bySeed = new Dictionary<ItemSeed, PlannedItem>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < planned.Length; i++)
        {
            number[planned[i]] = i + 1;
            bySeed[planned[i].Seed] = planned[i];
        }

        var ranks = BacklogOrder.Ranks(planned, seed);
        var items = planned.Select(plan =>
        {
            var parent = plan.Parent is { } p ? bySeed[p.Seed] : null;
            return new ItemMaker(facts).Make(
                plan, Id(number[plan]), Key(number[plan]), ranks[plan],
                parent is null ? default : new FieldValue(Id(number[parent]), Key(number[parent])), Links(plan, bySeed, number));
        }).ToImmutableArray();
        var project = new SampleProject(
            FormattableString.Invariant($"{team.FirstId}"), team.Key, team.Name, team.Team, team.FirstId / 1000, team.HasSprints ? "scrum" : "kanban",
            team.Statuses, facts.Versions, sprints is null ? [] : SprintGoals.Give(sprints, clock, team, items), items);
        return (project, [.. planned.Select(p => (Key(number[p]), p.Seed))]);
    }

    private string Id(int number) => FormattableString.Invariant($"{team.FirstId + 1000 + number}");

    private string Key(int number) => FormattableString.Invariant($"{team.Key}-{number}");

    /// <summary>One release is out, one is promised for a Wednesday about six weeks ahead, one has no day yet, and one is far away and still empty.</summary>
    private ImmutableArray<SampleVersion> Versions() =>
    [
        new(FormattableString.Invariant($"{team.FirstId + 201}"), "Release 1", clock.Today.AddDays(-130)) { IsOut = true },
        new(FormattableString.Invariant($"{team.FirstId + 202}"), "Release 2", clock.Today.AddDays(45 - (int)clock.Today.DayOfWeek)),
        new(FormattableString.Invariant($"{team.FirstId + 203}"), "Release 3", null),
        new(FormattableString.Invariant($"{team.FirstId + 204}"), "Release 4", clock.Today.AddDays(227 - (int)clock.Today.DayOfWeek)),
    ];

    /// <summary>A duplicate points to the item written before it, and so does a blocked item; each link is seen from both its ends.</summary>
    private ImmutableArray<SampleLink> Links(PlannedItem plan, Dictionary<ItemSeed, PlannedItem> bySeed, Dictionary<PlannedItem, int> number)
    {
        var links = ImmutableArray.CreateBuilder<SampleLink>();
        if (plan.Before is { } before && (plan.Seed.IsBlocked || plan.Seed.State == SeedState.Duplicate))
        {
            links.Add(new SampleLink(plan.Seed.IsBlocked ? "is blocked by" : "duplicates", Key(number[bySeed[before.Seed]])));
        }

        foreach (var other in number.Keys.Where(o => ReferenceEquals(o.Before?.Seed, plan.Seed)).OrderBy(o => number[o]))
        {
            if (other.Seed.IsBlocked || other.Seed.State == SeedState.Duplicate)
            {
                links.Add(new SampleLink(other.Seed.IsBlocked ? "blocks" : "is duplicated by", Key(number[other])));
            }
        }

        links.AddRange(CameOf(plan, number));
        if (plan.Seed.IsClone)
        {
            links.Add(new SampleLink("clones", Key(number[bySeed[plan.Before!.Seed]])));
        }

        links.AddRange(number.Keys.Where(o => o.Seed.IsClone && ReferenceEquals(o.Before?.Seed, plan.Seed)).Select(o => new SampleLink("is cloned by", Key(number[o]))));
        return links.ToImmutable();
    }

    /// <summary>What came from the use of an item, and from which the item came itself.</summary>
    private IEnumerable<SampleLink> CameOf(PlannedItem plan, Dictionary<PlannedItem, int> number) => number
        .Where(o => IsTitle(plan.Seed.CameFrom, o.Key) || IsTitle(o.Key.Seed.CameFrom, plan))
        .OrderBy(o => o.Value).Select(o => new SampleLink("relates to", Key(o.Value)));

    private static bool IsTitle(string? title, PlannedItem item) => title is not null && string.Equals(title, item.Seed.Title, StringComparison.Ordinal);
}
