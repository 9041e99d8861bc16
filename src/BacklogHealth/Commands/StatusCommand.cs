using System.CommandLine;
using System.Globalization;
using BacklogHealth.Delivery;
using BacklogHealth.Json;
using BacklogHealth.Storage;

namespace BacklogHealth.Commands;

/// <summary><c>status</c>: what was pulled, proven, reported and sent, what comes next, and what went wrong. Asks no tracker and changes nothing.</summary>
internal static class StatusCommand
{
    private const string ScoresKept = "medianClarity";

    public static Command Make(AppHost host)
    {
        var command = new AppCommand("status", "What ran, what is next, what went wrong.", "status", "status --json") { SharedOptions.Json };
        return command.Does(host, Run);
    }

    private static async Task<ExitCode> Run(Call call, CancellationToken cancellation)
    {
        await using var store = await call.OpenStore(cancellation);
        var status = new StatusJson("backlog-health/status/1", UtcInstant.Text(call.Now), Product.Version, await Teams(call, store, cancellation), await Subscriptions(call, store, cancellation));
        if (call.Get(SharedOptions.Json))
        {
            JsonWriting.Write(call.Host.Output, status, indented: true);
            return ExitCode.Done;
        }

        foreach (var team in status.Teams)
        {
            call.Host.Output.WriteLine($"{team.Team}: {Said(team)}");
            foreach (var problem in team.Problems)
            {
                call.Host.Output.WriteLine($"  {problem}");
            }
        }

        foreach (var subscription in status.Subscriptions)
        {
            call.Host.Output.WriteLine($"{subscription.Subscription}: {Said(subscription)}");
            foreach (var dispatch in subscription.Dispatches.Where(d => d.State != DispatchJson.NameOf(DispatchState.Accepted)))
            {
                call.Host.Output.WriteLine($"  {dispatch.Channel} to {dispatch.Recipient}: {dispatch.State}{(dispatch.Note is { } note ? $": {note}" : "")}");
            }
        }

        if (status.Teams.Count == 0)
        {
            call.Screen.Say($"nothing is stored yet. Run `{Product.CommandLine} init` and `sync`, or `demo`, first.");
        }

        return ExitCode.Done;
    }

    private static async Task<List<TeamStatusJson>> Teams(Call call, BacklogStore store, CancellationToken cancellation)
    {
        var teams = new List<TeamStatusJson>();
        foreach (var team in await store.Teams(cancellation))
        {
            var last = await store.LastSnapshots(team.Name, [DateTimeOffset.MinValue, call.Now.AddDays(1)], ScoresKept, cancellation);
            teams.Add(TeamStatusJson.From(team, await store.LastPull(team.Name, cancellation), await store.LastImport(team.Name, cancellation), last.Count > 0 ? last[^1].MadeAt : null));
        }

        return teams;
    }

    private static async Task<List<SubscriptionJson>> Subscriptions(Call call, BacklogStore store, CancellationToken cancellation)
    {
        var subscriptions = new List<SubscriptionJson>();
        foreach (var subscription in call.Settings.Subscriptions)
        {
            var zone = await ReadySubscription.ZoneOf(subscription, call.Settings, store, cancellation);
            var due = subscription.Schedule.Latest(call.Now, zone);
            var dispatches = due is null ? [] : await store.Dispatches.Of(subscription.Name, due.Period, cancellation);
            subscriptions.Add(SubscriptionJson.From(subscription, zone, due, call.Now, dispatches));
        }

        return subscriptions;
    }

    private static string Said(TeamStatusJson team) => string.Join(
        "; ",
        [
            team switch
            {
                { PulledAt: null } => "nothing was pulled yet",
                { Complete: null } => $"imported {Minute(team.PulledAt)}",
                { Complete: true } => string.Create(CultureInfo.InvariantCulture, $"{team.Stored:#,0} of {team.InTracker:#,0} items, complete, pulled {Minute(team.PulledAt)}"),
                _ => $"NOT proven complete, last tried {Minute(team.PulledAt)}, last proven {(team.ProvenAt is { } proven ? Minute(proven) : "never")}",
            },
            .. team.WaitedSeconds > 0 ? [string.Create(CultureInfo.InvariantCulture, $"waited {team.WaitedSeconds:0} s for the tracker's limit")] : Array.Empty<string>(),
            team.RunAt is { } run ? $"last run {Minute(run)}" : "no run yet",
        ]) + ".";

    private static string Said(SubscriptionJson subscription)
    {
        var sent = subscription.Dispatches.Count(d => d.State == DispatchJson.NameOf(DispatchState.Accepted));
        var period = subscription.Period is null ? "not due yet"
            : subscription.Dispatches.Count == 0 ? $"due {Minute(subscription.DueAt)}, not sent yet"
            : string.Create(CultureInfo.InvariantCulture, $"due {Minute(subscription.DueAt)}, sent to {sent} of {subscription.Dispatches.Count}");
        return $"{period}; next {(subscription.Next is { } next ? Minute(next) : "never")}.";
    }

    // 2026-11-23T07:00:00Z, for people.
    private static string Minute(string? instant) => $"{instant![..10]} {instant[11..16]} UTC";
}
