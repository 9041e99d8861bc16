using System.CommandLine;
using BacklogHealth.Json;
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
            throw UserError.Usage($"{call.ConfigFile}: no team has a connection to pull from. Expected one under Connections, and its name at the team. Add it, or `import` files.");
        }

        return await call.Each(teams, team => One(call, store, team, cancellation), cancellation);
    }

    private static async Task<ExitCode> One(Call call, BacklogStore store, Team team, CancellationToken cancellation)
    {
        using var pulled = await PullStep.From(team, call.Host.Time, call.Screen, cancellation);
        var stored = await StoreStep.Keep(pulled, store, call.Screen, cancellation, call.Get(Full), call.Get(AcceptRemovals));
        if (call.Get(SharedOptions.Json))
        {
            JsonWriting.Write(call.Host.Output, From(team, stored.Pull!), indented: false);
        }

        return stored.Code;
    }

    private static SyncJson From(Team team, PullResult r) => new(
        "backlog-health/sync/1", team.Connection!.Name, team.Name, r.Complete, r.InTracker, r.Stored, r.Fetched, r.Created, r.Updated, r.Removed, r.NotVisible,
        r.Unmapped, r.HistoryIncomplete, r.Traffic.Requests, r.Traffic.Bytes, r.Traffic.Waited.TotalSeconds, r.Problems);
}
