namespace BacklogHealth.Acceptance;

/// <summary>The program in this process, with what it printed.</summary>
internal sealed class ProgramUnderTest : IDisposable
{
    private readonly Dictionary<string, string> _variables = new(StringComparer.OrdinalIgnoreCase);

    public string Folder { get; } = Directory.CreateTempSubdirectory("backlog-health-").FullName;

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    /// <summary>What somebody types at a terminal, lines and all; empty for nobody there.</summary>
    public string Typed { get; set; } = "";

    public ProgramUnderTest With(string name, string value)
    {
        _variables[$"BACKLOGHEALTH__{name}"] = value;
        return this;
    }

    public async Task<int> Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await new CommandLineApp(new AppHost(output, error, new StringReader(Typed), TimeProvider.System, _variables, IsTerminal: false, CanAsk: Typed.Length > 0)).Run(args);
        (Output, Error) = (output.ToString(), error.ToString());
        return code;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
