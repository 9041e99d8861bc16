using System.Collections;
using System.Collections.Immutable;

namespace BacklogHealth;

/// <summary>What the program takes from the machine: writers, clock, variables. Tests hand in their own.</summary>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="Input">Standard input.</param>
/// <param name="Time">The clock.</param>
/// <param name="Variables">Environment variables.</param>
/// <param name="IsTerminal">True where somebody watches standard error.</param>
/// <param name="CanAsk">True where standard input is a terminal.</param>
internal sealed record AppHost(
    TextWriter Output, TextWriter Error, TextReader Input, TimeProvider Time, IReadOnlyDictionary<string, string> Variables, bool IsTerminal, bool CanAsk)
{
    /// <summary>The program file that runs, with what stands before its arguments, so that it can be started once more; empty where it must not be.</summary>
    public ImmutableArray<string> Program { get; init; } = [];

    /// <summary>The machine as it is.</summary>
    public static AppHost OfThisProcess(TextWriter output)
    {
        var variables = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            variables[(string)variable.Key] = (string?)variable.Value ?? "";
        }

        var dumb = variables.GetValueOrDefault("TERM") == "dumb";
        return new AppHost(output, Console.Error, Console.In, TimeProvider.System, variables, !Console.IsErrorRedirected && !dumb, !Console.IsInputRedirected) { Program = Own() };
    }

    // Where the SDK's host runs it, the host is to be told which program.
    private static ImmutableArray<string> Own() => Environment.ProcessPath is not { } path ? []
        : Path.GetFileNameWithoutExtension(path).Equals("dotnet", StringComparison.OrdinalIgnoreCase) ? [path, Environment.GetCommandLineArgs()[0]]
        : [path];
}
