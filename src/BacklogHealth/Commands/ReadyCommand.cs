using System.CommandLine;
using BacklogHealth.Json;
using BacklogHealth.Steps;

namespace BacklogHealth.Commands;

/// <summary><c>ready</c>: the items likely to be pulled next, those that are not ready first, and how long ready work lasts.</summary>
internal static class ReadyCommand
{
    public static Command Make(AppHost host)
    {
        var command = new AppCommand(
            "ready", "The items likely to be pulled next, what the unready ones lack and what to ask; and how long ready work lasts.", "ready", "ready --team Checkout --json", "ready --as-of 2026-03-02")
        {
            SharedOptions.Json, SharedOptions.Team, SharedOptions.AsOf,
        };
        return command.Does(host, Run);
    }

    private static async Task<ExitCode> Run(Call call, CancellationToken cancellation)
    {
        await using var store = await call.OpenStore(cancellation);
        var first = true;
        return await call.EachTeam(
            store,
            async team =>
            {
                var stored = await StoreStep.AlreadyThere(team, store, cancellation);
                var scored = await ScoreStep.Of(stored, store, call.PastDay, call.Host.Time, cancellation);
                var health = (await ForecastStep.Of(scored, store, call.Settings, cancellation)).Health;
                foreach (var note in scored.Notes)
                {
                    call.Screen.Warn(note);
                }

                if (call.Get(SharedOptions.Json))
                {
                    // One line a team, so that the answer for several teams can be read line by line.
                    JsonWriting.Write(call.Host.Output, ReadyJson.From(health, team.Words), indented: false);
                    return ExitCode.Done;
                }

                foreach (var line in ReadyWords.Of(health, team.Words).Prepend(first ? null : "").OfType<string>())
                {
                    call.Host.Output.WriteLine(line);
                }

                first = false;
                return ExitCode.Done;
            },
            cancellation);
    }
}
