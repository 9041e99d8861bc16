using System.Net.Sockets;
using BacklogHealth.Connectors;
using BacklogHealth.Connectors.Files;
using BacklogHealth.Storage;

namespace BacklogHealth;

/// <summary>Turns everything that can go wrong into one sentence and one exit code. No stack trace reaches a user.</summary>
internal static class Faults
{
    /// <summary>Runs an action; where it fails, says why on standard error and gives the exit code for it.</summary>
    public static async Task<ExitCode> Guard(AppHost host, Func<Task<ExitCode>> action)
    {
        try
        {
            return await GuardOne(host, action);
        }
        catch (OperationCanceledException)
        {
            await host.Error.WriteLineAsync("stopped: what was stored so far is kept, and the next run goes on from there.");
            return ExitCode.Failed;
        }
    }

    /// <summary>The same for one of several parts: being stopped ends the whole, and is told once by <see cref="Guard"/>.</summary>
    public static async Task<ExitCode> GuardOne(AppHost host, Func<Task<ExitCode>> action)
    {
        try
        {
            return await action();
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            var (code, message) = Told(e);
            await host.Error.WriteLineAsync(message);
            return code;
        }
    }

    /// <summary>The sentence and the code of any fault.</summary>
    public static (ExitCode Code, string Message) Told(Exception e) => Explain(e)
        ?? (ExitCode.Failed, $"this is a fault of the program ({e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}). What was stored is kept. Please report it with the command you typed and the output of `{Product.CommandLine} doctor`.");

    /// <summary>The sentence and the code of a known fault; null for an unknown one.</summary>
    public static (ExitCode Code, string Message)? Explain(Exception e) => e switch
    {
        UserError user => (user.Code, user.Message),
        TrackerException tracker => (Code(tracker.Fault), tracker.Message),
        FileException file => (file.Fault switch { FileFault.NotThere => ExitCode.Usage, FileFault.Unreadable => ExitCode.Failed, _ => ExitCode.Incomplete }, file.Message),
        StoreException store => (store.Fault == StoreFault.Settings ? ExitCode.Usage : ExitCode.Failed, store.Message),
        UnauthorizedAccessException => (ExitCode.Failed, $"{Flat(e)} Expected a place that this account may write to. Make it writable, or name another with --out or Storage:ConnectionString."),
        IOException when IsDiskFull(e) => (ExitCode.Failed, $"{Flat(e)} Expected free space there. Free some and run this again; what was written before is whole."),
        IOException => (ExitCode.Failed, $"{Flat(e)} Expected a place that can be written to. Name another with --out or Storage:ConnectionString."),
        SocketException => (ExitCode.Failed, $"the network: {e.Message}. Check the connection and try again."),
        _ => null,
    };

    private static string Flat(Exception e) => e.Message.ReplaceLineEndings(" ").Replace(" :", ":", StringComparison.Ordinal).TrimEnd('.') + ".";

    // ENOSPC on Unix, ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL on Windows: the framework has no exception of its own for it.
    private static bool IsDiskFull(Exception e) => (e.HResult & 0xFFFF) is 28 or 112 or 39;

    private static ExitCode Code(TrackerFault fault) => fault switch
    {
        TrackerFault.Refused => ExitCode.Refused,
        TrackerFault.Throttled => ExitCode.Throttled,
        TrackerFault.Incomplete => ExitCode.Incomplete,
        TrackerFault.Settings => ExitCode.Usage,
        _ => ExitCode.Failed,
    };
}
