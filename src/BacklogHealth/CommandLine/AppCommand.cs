using System.CommandLine;

namespace BacklogHealth;

/// <summary>A command with the examples that its help begins with.</summary>
internal sealed class AppCommand : Command
{
    /// <summary>Makes a command; examples are whole command lines without the program's name.</summary>
    public AppCommand(string name, string description, params string[] examples)
        : base(name, description) => Examples = examples;

    /// <summary>Examples for the help.</summary>
    public IReadOnlyList<string> Examples { get; }

    /// <summary>How long it may take to end when it is told to; null for the usual two seconds.</summary>
    public TimeSpan? EndsWithin { get; init; }

    /// <summary>What the command does.</summary>
    public AppCommand Does(AppHost host, Func<Call, CancellationToken, Task<ExitCode>> action)
    {
        SetAction(async (result, cancellation) => (int)await Faults.Guard(host, () => action(new Call(host, result), cancellation)));
        return this;
    }

    /// <summary>What the command does, where nothing has to be waited for.</summary>
    public AppCommand Does(AppHost host, Func<Call, ExitCode> action) => Does(host, (call, _) => Task.FromResult(action(call)));
}
