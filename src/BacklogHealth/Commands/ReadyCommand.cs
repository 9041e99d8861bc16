using System.CommandLine;
using BacklogHealth.Json;

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
        return command.Does(host, (call, cancellation) => HealthAnswer.Each(
            call,
            (health, team) => JsonWriting.Write(call.Host.Output, ReadyJson.From(health, team.Words), indented: false),
            (health, team) => Print(call, ReadyWords.Of(health, team.Words)),
            cancellation));
    }

    private static void Print(Call call, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            call.Host.Output.WriteLine(line);
        }
    }
}
