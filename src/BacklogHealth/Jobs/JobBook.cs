using System.Collections.Immutable;
using BacklogHealth.Settings;
using BacklogHealth.Storage;

namespace BacklogHealth.Jobs;

/// <summary>All jobs, in the order in which those that are due at once are done: nothing is scored before it was pulled, and nothing reported before it was scored.</summary>
internal static class JobBook
{
    private static readonly (string Name, Lane Lane, Func<JobWork, CancellationToken, Task<JobEnd>> Do)[] Known =
    [
        ("sync", Lane.Data, SyncJob.Do), ("score", Lane.Data, ScoreJob.Do), ("promises", Lane.Data, PromisesJob.Do), ("report", Lane.Data, ReportJob.Do), ("deliver", Lane.Delivery, DeliverJob.Do),
    ];

    /// <summary>The jobs that are not switched off and have something to do, with their times.</summary>
    public static async Task<ImmutableArray<Job>> Of(AppSettings settings, BacklogStore store, CancellationToken cancellation)
    {
        var first = settings.Teams.FirstOrDefault();
        var zone = first?.TimeZone
            ?? Zones.Find((await store.Teams(cancellation)).FirstOrDefault(t => first is null || t.Name == first.Name)?.TimeZone ?? "")
            ?? TimeZoneInfo.Utc;
        var jobs = ImmutableArray.CreateBuilder<Job>();
        foreach (var (name, lane, act) in Known)
        {
            if (settings.Jobs.FirstOrDefault(j => j.Name == name) is { Schedule: { } schedule } told && !IsIdle(name, settings))
            {
                jobs.Add(new Job(name, lane, schedule, told.TimeZone ?? zone, told.Misfire, act));
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
