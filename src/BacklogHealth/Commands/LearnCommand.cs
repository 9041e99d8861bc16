using System.CommandLine;
using BacklogHealth.Json;
using BacklogHealth.Steps;

namespace BacklogHealth.Commands;

/// <summary><c>learn</c>: what the team's own data teach; below it, how models are measured, and how the one that comes with the product is learned.</summary>
internal static class LearnCommand
{
    public static Command Make(AppHost host)
    {
        var command = new AppCommand(
            "learn", "Learns from each team's own finished items, tries it on later ones, and says what can be told from them and what cannot.",
            "learn", "learn --team Checkout --json", "learn evaluate --items backlog.csv --target size")
        {
            SharedOptions.Json, SharedOptions.Team,
        };
        command.Add(LearnEvaluateCommand.Make(host));
        command.Add(LearnPublicCommand.Make(host));
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
                foreach (var note in stored.Learned.Notes)
                {
                    call.Screen.Warn($"{team.Name}: {note}");
                }

                var learned = await call.Screen.Working($"{team.Name}: learning", _ => LearnStep.Of(stored, store, call.Host.Time, cancellation));
                if (call.Get(SharedOptions.Json))
                {
                    JsonWriting.Write(call.Host.Output, LearnJson.From(team.Name, learned), indented: false);
                    return ExitCode.Done;
                }

                foreach (var line in LearnWords.Of(team.Name, learned).Prepend(first ? null : "").OfType<string>())
                {
                    call.Host.Output.WriteLine(line);
                }

                first = false;
                return ExitCode.Done;
            },
            cancellation);
    }
}
