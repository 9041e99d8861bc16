using BacklogHealth.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BacklogHealth.Telemetry;

/// <summary>The log of a process that runs by itself: a line of JSON for each event, on standard error.</summary>
internal static class ServeLogging
{
    // systemd sets it where standard error goes into its journal.
    private const string JournalVariable = "JOURNAL_STREAM";

    /// <summary>Writes events of the program from a level on, and of the framework what is wrong; takes every other way to write away.</summary>
    /// <param name="logging">The process's logging.</param>
    /// <param name="host">Standard error, clock and variables.</param>
    /// <param name="merged">Settings, whose secrets are taken out of every line.</param>
    /// <param name="level">The least level of the program's own events.</param>
    /// <param name="made">Secrets that no setting names, since the program has made them itself.</param>
    public static void AddTo(ILoggingBuilder logging, AppHost host, MergedSettings merged, LogLevel level, params IEnumerable<string> made)
    {
        var lines = new LogLines(host.Error, host.Time, KnownSecrets.Of(merged, made), host.Variables.ContainsKey(JournalVariable));
        logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddFilter(nameof(BacklogHealth), level);
        logging.Services.AddSingleton<ILoggerProvider>(lines);
    }
}
