using System.CommandLine;

namespace BacklogHealth.Commands;

/// <summary><c>learn</c>: what the team's own data teach; below it, how models are measured, and how the one that comes with the product is learned.</summary>
internal static class LearnCommand
{
    public static Command Make(AppHost host)
    {
        var command = new AppCommand("learn", "Trains and validates the team's own models. Not yet available.", "learn evaluate --items backlog.csv --target size") { NotYet = true, TreatUnmatchedTokensAsErrors = false };
        command.Add(LearnEvaluateCommand.Make(host));
        command.Add(LearnPublicCommand.Make(host));
        return command.Does(host, call =>
        {
            call.Screen.Warn($"backlog-health learn: not yet available. `{Product.CommandLine} --help` lists what there is.");
            return ExitCode.Usage;
        });
    }
}
