using System.CommandLine;
using System.CommandLine.Invocation;

namespace BacklogHealth;

/// <summary>Help that leads with examples: most people want a line to copy.</summary>
internal sealed class HelpWithExamples(TextWriter output) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        ArgumentNullException.ThrowIfNull(parseResult);
        return Print(parseResult.CommandResult.Command);
    }

    /// <summary>Prints the help of one command.</summary>
    public int Print(Command command)
    {
        output.WriteLine(command.Description);
        Section("Examples", Examples(command).Select(e => $"  {Product.CommandLine} {e}"));
        if (command.Subcommands.Count > 0)
        {
            Section("Commands", Rows([.. command.Subcommands.Select(c => (c.Name, c.Description ?? ""))]));
        }

        Section("Arguments", Rows([.. command.Arguments.Select(a => (a.HelpName ?? a.Name.ToUpperInvariant(), a.Description ?? ""))]));
        Section("Options", Rows([.. (command is RootCommand ? [] : command.Options.Where(o => !o.Recursive)).Select(Row)]));
        Section("Options of every command", Rows([.. SharedOptions.Everywhere.Select(Row), ("--help, -h", "Show this help.")]));
        if (command is RootCommand)
        {
            output.WriteLine();
            output.WriteLine($"`{Product.CommandLine} COMMAND --help` shows the examples and options of a command.");
        }

        return 0;
    }

    private static IEnumerable<string> Examples(Command command) => command switch
    {
        RootCommand => ["demo", "init", "run", "forecast when --items 30", "explain CHK-12"],
        AppCommand { Examples.Count: > 0 } own => own.Examples,
        _ => command.Subcommands.OfType<AppCommand>().SelectMany(s => s.Examples.Take(1)),
    };

    private static (string, string) Row(Option option) =>
        (string.Join(", ", option.Aliases.Order(StringComparer.Ordinal).Prepend(option.Name)) + (option.ValueType == typeof(bool) ? "" : " " + (option.HelpName ?? "VALUE")), option.Description ?? "");

    private static IEnumerable<string> Rows(IReadOnlyList<(string Name, string Text)> rows)
    {
        var width = rows.Count == 0 ? 0 : rows.Max(r => r.Name.Length);
        return rows.Select(r => $"  {r.Name.PadRight(width)}  {r.Text}");
    }

    private void Section(string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine($"{title}:");
        all.ForEach(output.WriteLine);
    }
}
