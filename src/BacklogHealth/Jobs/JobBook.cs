using System.Collections.Immutable;
using BacklogHealth.Settings;
using BacklogHealth.Storage;

namespace BacklogHealth.Jobs;

/// <summary>All jobs, in the order in which those that are due at once are done: nothing is scored before it was pulled and learned from, and nothing reported before it was scored.</summary>
internal static class JobBook
{
    // A pull comes every half hour and needs little; and all pulls together ask a tracker no faster than it wants, which processes could not know of each other.
    private static readonly (string Name, Lane Lane, Func<JobWork, CancellationToken, Task<JobEnd>> Do, Func<JobWork, CancellationToken, Task<bool>> IsLarge)[] Known =
    [
        ("sync", Lane.Data, SyncJob.Do, (_, _) => Task.FromResult(false)),
        ("learn", Lane.Data, LearnJob.Do, (_, _) => Task.FromResult(true)),
        ("score", Lane.Data, ScoreJob.Do, (_, _) => Task.FromResult(true)),
        ("promises", Lane.Data, PromisesJob.Do, (_, _) => Task.FromResult(true)),
        ("report", Lane.Data, ReportJob.Do, (_, _) => Task.FromResult(true)),
        ("deliver", Lane.Delivery, DeliverJob.Do, DeliverJob.HasWork),
    ];

    /// <summary>What a job does, in this process.</summary>
    /// <exception cref="UserError">There is no such job.</exception>
    public static Func<JobWork, CancellationToken, Task<JobEnd>> Do(string name) =>
        Known.FirstOrDefault(j => j.Name == name).Do ?? throw UserError.Usage($"job {name}: there is no such job. Expected one of {string.Join(", ", Known.Select(j => j.Name))}. Correct it.");

    /// <summary>The jobs that are not switched off and have something to do, with their times.</summary>
    public static async Task<ImmutableArray<Job>> Of(AppSettings settings, BacklogStore store, CancellationToken cancellation)
    {
        var first = settings.Teams.FirstOrDefault();
        var zone = first?.TimeZone
            ?? Zones.Find((await store.Teams(cancellation)).FirstOrDefault(t => first is null || t.Name == first.Name)?.TimeZone ?? "")
            ?? TimeZoneInfo.Utc;
        var jobs = ImmutableArray.CreateBuilder<Job>();
        foreach (var (name, lane, act, isLarge) in Known)
        {
            if (settings.Jobs.FirstOrDefault(j => j.Name == name) is { Schedule: { } schedule } told && !IsIdle(name, settings))
            {
                jobs.Add(new Job(name, lane, schedule, told.TimeZone ?? zone, told.Misfire, async (work, stop) => work.Apart is { } apart && await isLarge(work, stop) ? await apart.Do(name, work, stop) : await act(work, stop)));
            }
        }

        return jobs.ToImmutable();
    }

    private static bool IsIdle(string name, AppSettings settings) => name switch
    {
        "sync" => settings.Connections.IsEmpty,
        "deliver" => settings.Subscriptions.IsEmpty,
        _ => false,
    };
}
