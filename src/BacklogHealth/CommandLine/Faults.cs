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
            return await action();
        }
        catch (OperationCanceledException)
        {
            await host.Error.WriteLineAsync("stopped: what was stored so far is kept, and the next run goes on from there.");
            return ExitCode.Failed;
        }
        catch (Exception e) when (Explain(e) is { } known)
        {
            await host.Error.WriteLineAsync(known.Message);
            return known.Code;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            await host.Error.WriteLineAsync($"this is a fault of the program ({e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}). What was stored is kept. Please report it with the command you typed and the output of `backlog-health doctor`.");
            return ExitCode.Failed;
        }
    }

    /// <summary>The sentence and the code of a known fault; null for an unknown one.</summary>
    public static (ExitCode Code, string Message)? Explain(Exception e) => e switch
    {
        UserError user => (user.Code, user.Message),
        TrackerException tracker => (Code(tracker.Fault), tracker.Message),
        FileException file => (file.Fault switch { FileFault.NotThere => ExitCode.Usage, FileFault.Unreadable => ExitCode.Failed, _ => ExitCode.Incomplete }, file.Message),
        StoreException store => (store.Fault == StoreFault.Settings ? ExitCode.Usage : ExitCode.Failed, store.Message),
        UnauthorizedAccessException => (ExitCode.Failed, $"{e.Message} Make the place writable for this account, or name another with --out or Storage:ConnectionString."),
        IOException => (ExitCode.Failed, $"{e.Message.TrimEnd('.')}. Expected to be able to write there. Free some disk space, or name another place with --out."),
        SocketException => (ExitCode.Failed, $"the network: {e.Message}. Check the connection and try again."),
        _ => null,
    };

    private static ExitCode Code(TrackerFault fault) => fault switch
    {
        TrackerFault.Refused => ExitCode.Refused,
        TrackerFault.Throttled => ExitCode.Throttled,
        TrackerFault.Incomplete => ExitCode.Incomplete,
        TrackerFault.Settings => ExitCode.Usage,
        _ => ExitCode.Failed,
    };
}
