using System.CommandLine;

namespace BacklogHealth.Commands;

/// <summary>Commands that have their name and place, and are not built yet: they say so and end with exit code 2.</summary>
internal static class NotYetCommands
{
    private static readonly (string Name, string Description)[] Names =
    [
        ("learn", "Trains and validates the team's own models."),
    ];

    /// <summary>All of them.</summary>
    public static IEnumerable<Command> Make(AppHost host)
    {
        foreach (var (name, description) in Names)
        {
            var command = new AppCommand(name, $"{description} Not yet available.") { NotYet = true, TreatUnmatchedTokensAsErrors = false };
            command.Does(host, call =>
            {
                call.Screen.Warn($"backlog-health {name}: not yet available. `{Product.CommandLine} --help` lists what there is.");
                return ExitCode.Usage;
            });
            yield return command;
        }
    }
}
