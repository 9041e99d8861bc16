using System.Collections.Immutable;
using System.CommandLine;
using BacklogHealth.Connectors;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Json;
using BacklogHealth.Pulling;
using BacklogHealth.Steps;
using BacklogHealth.Storage;

namespace BacklogHealth.Commands;

/// <summary><c>sync</c>: pulls and proves that nothing is missing.</summary>
internal static class SyncCommand
{
    private static readonly Option<bool> Full = new("--full") { Description = "Read every item anew, whether it moved or not." };
    private static readonly Option<bool> AcceptRemovals = new("--accept-removals") { Description = "Believe a listing that suddenly lacks many items." };

    public static Command Make(AppHost host)
    {
        var command = new AppCommand("sync", "Pulls what changed and proves that nothing is missing.", "sync", "sync --team Checkout --json", "sync --full")
        {
            Full, AcceptRemovals, SharedOptions.Team, SharedOptions.Json,
        };
        return command.Does(host, Run);
    }

    private static async Task<ExitCode> Run(Call call, CancellationToken cancellation)
    {
        await using var store = await call.OpenStore(cancellation);
        var teams = (await call.Teams(store, cancellation)).Where(t => t.Connection is not null).ToList();
        if (teams.Count == 0)
        {
            throw UserError.Usage(!call.Merged.FileFound
                ? $"{call.ConfigFile}: there is no such file. Expected settings with a connection and a team. Make them with `{Product.CommandLine} init`, or `import` files."
                : $"{call.ConfigFile}: no team has a connection to pull from. Expected one under Connections, and its name at the team. Add it, or `import` files.");
        }

        return await call.Each(teams, team => One(call, store, team, cancellation), cancellation);
    }

    private static async Task<ExitCode> One(Call call, BacklogStore store, Team team, CancellationToken cancellation)
    {
        var (started, spent) = (call.Now, TrackerTraffic.None);
        var options = new PullOptions(call.Get(Full), call.Get(AcceptRemovals) ? Environment.UserName : null, call.Settings.Storage.KeepPayloadsDays) { Deliveries = call.Settings.DeliveriesOf(team.Name) };
        try
        {
            using var pulled = await PullStep.From(team, store, call.Host.Time, call.Screen, cancellation, t => spent = t);
            var stored = await StoreStep.Keep(pulled, store, options, call.Screen, cancellation);
            Write(call, From(team, stored.Pull!, stored.Deliveries));
            return stored.Code;
        }
        catch (TrackerException fault)
        {
            // Scripts get their line in any case; a pull that failed before it began is nowhere stored.
            var kept = (await store.Teams(cancellation)).Any(t => t.Name == team.Name) ? await store.LastPull(team.Name, cancellation) : null;
            Write(call, kept is not null && kept.FinishedAt >= started ? From(team, kept, []) : Nothing(team, fault, spent));
            throw;
        }
    }

    private static void Write(Call call, SyncJson line)
    {
        if (call.Get(SharedOptions.Json))
        {
            JsonWriting.Write(call.Host.Output, line, indented: false);
        }
    }

    private static SyncJson Nothing(Team team, TrackerException fault, TrackerTraffic spent) =>
        new("backlog-health/sync/1", team.Connection!.Name, team.Name, false, null, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            spent.Requests, spent.Bytes, spent.WaitedForLimit.TotalSeconds, null, [fault.Message]);

    private static SyncJson From(Team team, PullResult r, ImmutableArray<DeliveryAnswer> deliveries) => new(
        "backlog-health/sync/1", team.Connection!.Name, team.Name, r.Complete, r.InTracker, r.Stored, r.Fetched, r.Created, r.Updated, r.Returned, r.ReadAgain,
        r.NotListed, r.Removed, r.MovedAway, r.NotVisible, r.Unmapped, r.HistoryIncomplete, r.Traffic.Requests, r.Traffic.Bytes, r.Traffic.Waited.TotalSeconds, UtcInstant.Text(r.ProvenAt), [.. r.Problems, .. deliveries.Select(d => d.Problem).OfType<string>()]);
}
