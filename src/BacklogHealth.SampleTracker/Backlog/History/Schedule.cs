using System.Collections.Immutable;
using BacklogHealth.SampleTracker.Backlog.Seeds;

namespace BacklogHealth.SampleTracker.Backlog.History;

/// <summary>Decides when each item of a team was created, started and finished. All spans here are working days.</summary>
internal sealed class Schedule(TeamPlan team, WorkClock clock, int seed)
{
    /// <summary>Median of 4 calendar days, 85th percentile of about 11.</summary>
    private const double UsualCycle = 2.9;
    private const double CycleSpread = 0.95;

    /// <summary>All items, oldest first.</summary>
    /// <param name="epics">The epics with the items of the team.</param>
    /// <param name="early">What was finished before there were epics.</param>
    /// <param name="past">The epics of the past that take over finished items of these.</param>
    public ImmutableArray<PlannedItem> Plan(ImmutableArray<EpicSeed> epics, ImmutableArray<EpicSeed> early, ImmutableArray<EpicSeed> past)
    {
        var finishes = new Dictionary<ItemSeed, double>(
            [.. Finishes(epics, clock.Late, ""), .. Finishes(early, clock.Early, " early")], ReferenceEqualityComparer.Instance);
        var planned = new List<PlannedItem>();
        foreach (var epic in early.Concat(epics))
        {
            var children = new List<PlannedItem>();
            foreach (var item in epic.Items)
            {
                var finish = finishes.TryGetValue(item, out var f) ? f : (double?)null;
                children.Add(Item(item, epic, children.Count > 0 ? children[^1] : null, finish));
            }

            if (epic.Title.Length > 0)
            {
                var parent = Parent(epic, children);
                planned.Add(parent);
                for (var i = 0; i < children.Count; i++)
                {
                    children[i] = children[i] with { Parent = parent };
                }
            }

            foreach (var child in children)
            {
                planned.Add(child);
                planned.AddRange(child.Seed.SubTasks.Select(s => SubTask(s, epic, child)));
            }
        }

        return [.. new PastEpics(clock, seed).TakeOver(planned, past).OrderBy(p => p.Created)];
    }

    private IEnumerable<KeyValuePair<ItemSeed, double>> Finishes(ImmutableArray<EpicSeed> epics, Stretch stretch, string stream)
    {
        var chance = Chance.For(seed, team.Key + stream + " order");
        var done = epics
            .SelectMany(e => e.Items.Where(i => i.State == SeedState.Done).Select((i, n) => (Item: i, Epic: e, Index: n)))
            .GroupBy(x => x.Epic)
            .SelectMany(g => g.Select(x => (x.Item, At: g.Key.From + ((g.Key.To - g.Key.From) * (x.Index + chance.Between(0, 1.5)) / g.Count()))))
            .OrderBy(x => x.At)
            .ToList();
        var times = FinishTimes.Of(done.Count, stretch, clock.Today, team, Chance.For(seed, team.Key + stream + " finishes"));
        return done.Zip(times, (d, at) => KeyValuePair.Create(d.Item, at));
    }

    private PlannedItem Item(ItemSeed item, EpicSeed epic, PlannedItem? before, double? finish)
    {
        var planned = new PlannedItem(item, epic, IsEpic: false, Parent: null, before, 0, null, finish);
        var chance = Chance.For(seed, planned.StreamName);
        switch (item.State)
        {
            case SeedState.Done:
                var cycle = Math.Clamp(item.CycleFactor * chance.Skewed(UsualCycle, CycleSpread), item.WasReopened ? 3 : item.WasSentBack ? 0.6 : 0.15, 40);
                var started = Math.Max(clock.Begin + 0.2, finish!.Value - cycle);
                return planned with { Created = Math.Max(clock.Begin + 0.1, started - chance.Skewed(14, 0.9)), Started = started };
            case SeedState.Doing or SeedState.Review:
                var age = item.IsOld ? chance.Between(34, 48) : item.IsAgeing ? chance.Between(8.5, 15) : Math.Min(chance.Skewed(2.4, 0.7), 6);
                return planned with { Created = clock.End - age - chance.Skewed(14, 0.8), Started = clock.End - age };
            case SeedState.WontDo or SeedState.Duplicate:
                var created = chance.Between(epic.From, 0.9) * clock.End;
                return planned with { Created = created, Finished = Math.Min(created + chance.Skewed(12, 0.9), clock.End - 1) };
            case SeedState.Todo or SeedState.Ready:
            default:
                var waiting = item.IsNew ? chance.Between(0.5, 4.4) : Math.Clamp(chance.Skewed(48, 0.85), 8, clock.End * 0.8);
                return planned with { Created = item.IsClone ? Math.Min(before!.Finished!.Value + 0.05, clock.End) : clock.End - waiting };
        }
    }

    /// <summary>An epic is older than its children, started with the first of them, and finished with the last.</summary>
    private PlannedItem Parent(EpicSeed epic, List<PlannedItem> children)
    {
        var state = children.All(c => !c.Seed.IsOpen) ? SeedState.Done : children.Any(c => c.Started is not null) ? SeedState.Doing : SeedState.Todo;
        var item = new ItemSeed { Type = "Epic", Title = epic.Title, Description = epic.Description, State = state, Flaws = epic.Flaws, Comments = epic.Comments, Hypothesis = epic.Hypothesis };
        var created = children.Min(c => c.Created);
        var lead = Chance.For(seed, "Epic " + epic.Title).Between(0.5, 6);
        var started = children.Min(c => c.Started);
        return new PlannedItem(item, epic, IsEpic: true, Parent: null, Before: null, Math.Max(clock.Begin + 0.02, created - lead), started,
            state == SeedState.Done ? children.Max(c => c.Finished) : null);
    }

    private PlannedItem SubTask(ItemSeed item, EpicSeed epic, PlannedItem parent)
    {
        var planned = new PlannedItem(item, epic, IsEpic: false, parent, Before: null, 0, null, null);
        var chance = Chance.For(seed, planned.StreamName + parent.Seed.Title);
        var end = parent.Finished ?? clock.End;
        var begin = parent.Started ?? Math.Max(parent.Created, end - 3);
        var created = Math.Max(parent.Created + 0.01, begin - chance.Between(0.05, 1));
        var started = item.IsOpen && !item.IsStarted ? (double?)null : Math.Max(created, begin) + (chance.Between(0.05, 0.4) * (end - Math.Max(created, begin)));
        return planned with
        {
            Created = created,
            Started = started,
            Finished = item.IsOpen ? null : started + (chance.Between(0.3, 0.95) * (end - started)),
        };
    }
}
