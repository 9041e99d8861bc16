using System.CommandLine;
using BacklogHealth.Json;
using BacklogHealth.Steps;

namespace BacklogHealth.Commands;

/// <summary><c>duties</c>: a Product Owner's sixteen duties, each with what the data say of it.</summary>
internal static class DutiesCommand
{
    public static Command Make(AppHost host)
    {
        var command = new AppCommand(
            "duties", "A Product Owner's sixteen duties, each with its measure, what could mislead, and what is not known.", "duties", "duties --team Checkout --json", "duties --as-of 2026-03-02")
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
                if (call.Get(SharedOptions.Json))
                {
                    // One line a team, so that the answer for several teams can be read line by line.
                    JsonWriting.Write(call.Host.Output, DutiesJson.From(health), indented: false);
                }
                else
                {
                    DutyWords.Print(call.Screen, health, ref first);
                }

                return stored.Code;
            },
            cancellation);
    }
}
