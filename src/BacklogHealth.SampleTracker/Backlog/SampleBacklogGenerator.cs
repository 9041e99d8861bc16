using BacklogHealth.SampleTracker.Backlog.History;

namespace BacklogHealth.SampleTracker.Backlog;

/// <summary>Makes the sample: two teams with three years of history, flaws included. The same arguments give the same bytes.</summary>
public static class SampleBacklogGenerator
{
    /// <summary>Calendar days since the teams write epics, and before.</summary>
    private const int Days = 730;
    private const int EarlyDays = 366;

    /// <summary>The sample as it stands in the morning of a day.</summary>
    /// <param name="today">The day on which the history ends, before 09:00 UTC.</param>
    /// <param name="seed">Chance: another seed gives other dates for the same texts.</param>
    public static SampleBacklog Make(DateOnly today, int seed = 2026)
    {
        var clock = new WorkClock(today, Days, EarlyDays);
        var made = TeamPlan.All.Select(team => new ProjectMaker(team, clock, seed).Make()).ToList();
        var open = made.SelectMany(m => m.Seeds).Where(s => s.Seed.IsOpen).ToList();
        var truth = new GroundTruth(
            [.. open.SelectMany(s => s.Seed.Flaws.Select(f => new PlantedFlaw(s.Key, f)))],
            [.. open.Where(s => s.Seed.Good).Select(s => s.Key)])
        {
            Starts = [.. made.SelectMany(m => m.Seeds).Where(s => s.Seed.Start is not null).Select(s => new PlantedStart(s.Key, s.Seed.Start!.IsUnclear, s.Seed.Start.Fate))],
            Facts = [.. made.SelectMany(m => PlantedFacts.Of(m.Project, m.Seeds))],
        };
        return new SampleBacklog("Harbour Goods", "Europe/Berlin", [.. made.Select(m => m.Project)], truth);
    }

    /// <summary>What everyday work changes until the next look: 5 to 9 changes, all at <paramref name="now"/>.</summary>
    /// <param name="backlog">The sample so far.</param>
    /// <param name="now">The instant of the changes; must be after everything that is in the sample.</param>
    /// <param name="edition">Number of the morning, from 1; another number gives other changes. New items and comments are written for the first five.</param>
    public static SampleBacklog NextMorning(SampleBacklog backlog, DateTimeOffset now, int edition) => new Morning(now, edition).ChangesOf(backlog);
}
