using System.CommandLine;
using System.Globalization;
using BacklogHealth.Json;
using BacklogHealth.Serving;
using BacklogHealth.Storage;

namespace BacklogHealth.Commands;

/// <summary><c>status</c>: what was pulled, proven, reported and sent, what comes next, and what went wrong. Asks no tracker and changes nothing.</summary>
internal static class StatusCommand
{
    public static Command Make(AppHost host)
    {
        var command = new AppCommand("status", "What ran, what is next, what went wrong.", "status", "status --json") { SharedOptions.Json };
        return command.Does(host, Run);
    }

    private static async Task<ExitCode> Run(Call call, CancellationToken cancellation)
    {
        await using var store = await call.OpenStore(cancellation);
        var status = await StatusReading.Of(store, call.Settings, call.Now, cancellation);
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

        // Where nothing ever ran by itself, the jobs are no news.
        foreach (var job in status.Jobs.All(j => j.Last is null) ? [] : status.Jobs)
        {
            call.Host.Output.WriteLine($"{job.Job}: {(job.Last?.StartedAt is null ? "" : $"{JobWords.LastRun(job)}, ")}{JobWords.Outcome(job).TrimEnd('.')}; next {(job.Next is { } next ? Minute(next) : "never")}.");
            if (JobWords.ErrorBeside(job, status.Teams) is { } error)
            {
                call.Host.Output.WriteLine($"  {error}");
            }
        }

        if (status.Teams.Count == 0)
        {
            call.Screen.Say($"nothing is stored yet. Run `{Product.CommandLine} init` and `sync`, or `demo`, first.");
        }

        return ExitCode.Done;
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
    private static string Minute(string? instant) => UtcInstant.Minute(instant!);
}
