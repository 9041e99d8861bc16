using System.CommandLine;
using BacklogHealth.Json;

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
        return command.Does(host, (call, cancellation) => HealthAnswer.Each(
            call,
            (health, _) => JsonWriting.Write(call.Host.Output, DutiesJson.From(health), indented: false),
            (health, _) => DutyWords.Print(call.Screen, health),
            cancellation));
    }
}
