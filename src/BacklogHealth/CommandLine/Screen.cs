using Spectre.Console;

namespace BacklogHealth;

/// <summary>
/// What the user sees: data on standard output, everything else on standard error. Colours and moving progress only on a terminal;
/// <c>NO_COLOR</c>, <c>--no-color</c>, <c>--quiet</c> hold everywhere.
/// </summary>
internal sealed class Screen
{
    private readonly Lazy<IAnsiConsole> _error;

    /// <summary>Makes a screen over two writers.</summary>
    public Screen(TextWriter output, TextWriter error, bool interactive, bool quiet = false, bool color = true, bool verbose = false)
    {
        Verbose = verbose && !quiet;
        Output = output;
        Error = error;
        Quiet = quiet;
        Interactive = interactive && !quiet;
        _error = new(() => Make(error, Interactive, color));
    }

    /// <summary>One that shows nothing: for work that nobody watches.</summary>
    public static Screen Silent { get; } = new(TextWriter.Null, TextWriter.Null, interactive: false, quiet: true);

    /// <summary>Standard output: data.</summary>
    public TextWriter Output { get; }

    /// <summary>Standard error: messages.</summary>
    public TextWriter Error { get; }

    /// <summary>True where only errors are shown.</summary>
    public bool Quiet { get; }

    /// <summary>True where details are wanted.</summary>
    public bool Verbose { get; }

    /// <summary>True where somebody watches: progress may move.</summary>
    public bool Interactive { get; }

    /// <summary>A message; nothing when quiet.</summary>
    public void Say(string message)
    {
        if (!Quiet)
        {
            Error.WriteLine(message);
        }
    }

    /// <summary>A detail; shown with <c>--verbose</c> only.</summary>
    public void Detail(string message)
    {
        if (Verbose)
        {
            Error.WriteLine(message);
        }
    }

    /// <summary>An error or a warning; always shown.</summary>
    public void Warn(string message) => Error.WriteLine(message);

    /// <summary>A table on standard output, as wide as it needs, never coloured.</summary>
    public void Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var head in heads)
        {
            table.AddColumn(new TableColumn(Markup.Escape(head)));
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(c => new Text(c))]);
        }

        using var drawn = new StringWriter();
        Make(drawn, interactive: false, color: false).Write(table);
        // The library pads every line and frames the table with blank ones: scripts and clipboards want neither.
        foreach (var line in drawn.ToString().ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd()).Where(l => l.Length > 0))
        {
            Output.WriteLine(line);
        }
    }

    /// <summary>Runs work under a line that tells how far it is: a moving one on a terminal, a plain one else.</summary>
    public async Task<T> Working<T>(string what, Func<Action<string>, Task<T>> work)
    {
        if (!Interactive)
        {
            Say(what);
            return await work(_ => { });
        }

        return await _error.Value.Status().StartAsync(Markup.Escape(what), context =>
            work(text => context.Status(Markup.Escape($"{what}: {text}"))));
    }

    private static IAnsiConsole Make(TextWriter writer, bool interactive, bool color)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = interactive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = color && interactive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = interactive ? InteractionSupport.Yes : InteractionSupport.No,
        });
        if (!interactive)
        {
            // A pipe has no width: a table must not be folded at 80.
            console.Profile.Width = 4000;
        }

        return console;
    }
}
