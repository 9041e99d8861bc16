using System.Globalization;
using BacklogHealth.Pulling;
using BacklogHealth.Steps;

namespace BacklogHealth.Jobs;

/// <summary>Pulls every team that has a connection. Connections go side by side, since each tracker has limits of its own; its teams go one after the other.</summary>
internal static class SyncJob
{
    /// <summary>Does it.</summary>
    public static async Task<JobEnd> Do(JobWork work, CancellationToken cancellation)
    {
        var teams = (await Team.All(work.Settings, work.Store, cancellation)).Where(t => t.Connection is not null).ToList();
        var ends = await Task.WhenAll(teams.GroupBy(t => t.Connection!.Name, StringComparer.Ordinal).Select(g => JobWork.Each(g, t => One(work, t, cancellation), cancellation)));
        return JobEnd.Join([.. ends.SelectMany(e => e)], () => teams.Count == 1 ? $"{teams[0].Name} is complete." : string.Create(CultureInfo.InvariantCulture, $"All {teams.Count} teams are complete."));
    }

    private static async Task<JobEnd> One(JobWork work, Team team, CancellationToken cancellation)
    {
        using var pulled = await PullStep.From(team, work.Store, work.Time, work.Screen, cancellation);
        var options = new PullOptions(PayloadDays: work.Settings.Storage.KeepPayloadsDays) { Deliveries = work.Settings.DeliveriesOf(team.Name) };
        var stored = await StoreStep.Keep(pulled, work.Store, options, work.Screen, cancellation);
        var problems = stored.Pull!.Problems.Concat(stored.Deliveries.Select(d => d.Problem).OfType<string>());
        return new JobEnd(stored.Code, stored.Code == ExitCode.Done ? "" : string.Join(' ', problems));
    }
}
