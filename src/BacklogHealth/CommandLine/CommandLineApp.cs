using System.CommandLine;
using System.CommandLine.Help;
using BacklogHealth.Commands;

namespace BacklogHealth;

/// <summary>The command line: all commands in the order of the help, and what happens when it cannot be read.</summary>
internal sealed class CommandLineApp(AppHost host)
{
    /// <summary>Reads the arguments, runs the command, gives its exit code.</summary>
    public async Task<int> Run(IReadOnlyList<string> args, CancellationToken cancellation = default)
    {
        var root = Root();
        var result = root.Parse([.. args]);
        if (result.Errors.Count > 0 && result.Action is not HelpWithExamples)
        {
            foreach (var line in Complaints(root, result))
            {
                await host.Error.WriteLineAsync(line);
            }

            return (int)ExitCode.Usage;
        }

        var configuration = new InvocationConfiguration { Output = host.Output, Error = host.Error, EnableDefaultExceptionHandler = false };
        if (result.CommandResult.Command is AppCommand { EndsWithin: { } within })
        {
            configuration.ProcessTerminationTimeout = within;
        }

        return await result.InvokeAsync(configuration, cancellation);
    }

    /// <summary>The root with every command.</summary>
    internal RootCommand Root()
    {
        var root = new RootCommand("Backlog health for Jira and Azure DevOps: how clear, how well cut, and when. Self-hosted, offline, explainable.")
        {
            DemoCommand.Make(host),
            InitCommand.Make(host),
            DoctorCommand.Make(host),
            SyncCommand.Make(host),
            ImportCommand.Make(host),
            RunCommand.Make(host),
            ScoreCommand.Make(host),
            ExplainCommand.Make(host),
            RulesCommand.Make(host),
            ForecastCommand.Make(host),
            BacktestCommand.Make(host),
            ReadyCommand.Make(host),
            QualityCommand.Make(host),
            DutiesCommand.Make(host),
            ReportCommand.Make(host),
            DeliverCommand.Make(host),
            ServeCommand.Make(host),
            JobCommand.Make(host),
            StatusCommand.Make(host),
            ExportCommand.Make(host),
            StorageCommand.Make(host),
            ConfigCommand.Make(host),
            LearnCommand.Make(host),
        };
        foreach (var command in BackupCommand.Make(host))
        {
            root.Add(command);
        }

        foreach (var option in SharedOptions.Everywhere)
        {
            root.Add(option);
        }

        root.SetAction(_ => new HelpWithExamples(host.Output).Print(root));
        root.Options.OfType<HelpOption>().Single().Action = new HelpWithExamples(host.Output);
        return root;
    }

    private static IEnumerable<string> Complaints(RootCommand root, ParseResult result)
    {
        var command = result.CommandResult.Command;
        var name = command == root ? "backlog-health" : $"backlog-health {Path(command)}";
        var help = $"`{Product.CommandLine}{(command == root ? "" : $" {Path(command)}")} --help`";
        foreach (var token in result.UnmatchedTokens)
        {
            var isOption = token.StartsWith('-');
            var candidates = isOption
                ? Options(command).Select(o => o.Name)
                : command.Subcommands.Where(c => !c.Hidden).Select(c => c.Name);
            var nearest = NearestWord.To(token, candidates);
            var what = isOption ? "option" : command.Subcommands.Count > 0 ? "command" : "argument";
            yield return $"{name}: there is no {what} '{token}'.{(nearest is null ? "" : $" Did you mean '{nearest}'?")} {help} lists what there is.";
            if (what == "command")
            {
                // What follows an unknown command belongs to it; nothing can be said of that.
                yield break;
            }
        }

        if (result.UnmatchedTokens.Count > 0)
        {
            yield break;
        }

        foreach (var error in result.Errors.Select(e => e.Message.TrimEnd('.')).Distinct())
        {
            yield return error.StartsWith("--", StringComparison.Ordinal) ? $"{name}, {error}." : $"{name}: {error}. {help} shows how it is used.";
        }
    }

    private static IEnumerable<Option> Options(Command command) => command.Options.Concat(SharedOptions.Everywhere);

    /// <summary>The command's name with those of its parents, without the program's.</summary>
    internal static string Path(Command command) =>
        string.Join(' ', command.Parents.OfType<Command>().Where(p => p is not RootCommand).Select(p => p.Name).Append(command.Name));
}
