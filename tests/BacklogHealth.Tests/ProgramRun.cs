namespace BacklogHealth.Tests;

/// <summary>Runs the program in this process, with its own folder, variables and clock, and keeps what it printed.</summary>
internal sealed class ProgramRun : IDisposable
{
    private readonly Dictionary<string, string> _variables = new(StringComparer.OrdinalIgnoreCase);

    public ProgramRun()
    {
        Folder = Directory.CreateTempSubdirectory("backlog-health-").FullName;
        _variables["BACKLOGHEALTH__Storage__ConnectionString"] = $"Data Source={Path.Combine(Folder, "test.db")}";
        _variables["BACKLOGHEALTH__Serve__PastReportsFolder"] = Path.Combine(Folder, "past");
    }

    public string Folder { get; }

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The lines that somebody types at a terminal; empty for nobody there.</summary>
    public string Typed { get; init; } = "";

    public ProgramRun With(string variable, string value)
    {
        _variables[variable] = value;
        return this;
    }

    public ProgramRun Without(string variable)
    {
        _variables.Remove(variable);
        return this;
    }

    public string File(string name, string content)
    {
        var path = Path.Combine(Folder, name);
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    public async Task<int> Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var host = new AppHost(output, error, new StringReader(Typed), Time, _variables, IsTerminal: false, CanAsk: Typed.Length > 0);
        var code = await new CommandLineApp(host).Run(args);
        Output = output.ToString();
        Error = error.ToString();
        return code;
    }

    /// <summary>Runs a command that goes on until it is stopped; what it prints stands in two writers that can be read meanwhile, and its clock goes.</summary>
    public async Task<int> Run(TimeProvider going, TextWriter output, TextWriter error, CancellationToken stop, params string[] args) =>
        await new CommandLineApp(new AppHost(output, error, TextReader.Null, going, _variables, IsTerminal: false, CanAsk: false)).Run(args, stop);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
