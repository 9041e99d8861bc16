using Microsoft.Extensions.Logging;

namespace BacklogHealth.Serving;

/// <summary>Who looked at what, as lines of the log under a category of its own. No line holds a token, a signature or a word of an item.</summary>
internal sealed partial class Audit(ILoggerFactory loggers)
{
    /// <summary>What lines of this kind are found by.</summary>
    public const string Category = "BacklogHealth.Audit";

    private readonly ILogger _log = loggers.CreateLogger(Category);

    [LoggerMessage(1, LogLevel.Information, "{Who} opened {Report}", EventName = "ReportOpened")]
    private static partial void LogOpened(ILogger log, string who, string report);

    [LoggerMessage(2, LogLevel.Warning, "a link that does not hold was opened from {Address}: {Why}", EventName = "LinkRefused")]
    private static partial void LogLinkRefused(ILogger log, string address, string why);

    [LoggerMessage(3, LogLevel.Information, "{Who} logged in from {Address}", EventName = "LoggedIn")]
    private static partial void LogIn(ILogger log, string who, string address);

    [LoggerMessage(4, LogLevel.Warning, "a login from {Address} failed: {Why}", EventName = "LoginFailed")]
    private static partial void LogInFailed(ILogger log, string address, string why);

    [LoggerMessage(5, LogLevel.Information, "{Who} logged out", EventName = "LoggedOut")]
    private static partial void LogOut(ILogger log, string who);

    /// <summary>Somebody opened a report; its path is told without what signs it.</summary>
    public void Opened(string who, string report) => LogOpened(_log, who, report);

    /// <summary>Somebody opened a link that does not hold.</summary>
    public void LinkRefused(string address, LinkWorth worth) => LogLinkRefused(_log, address, worth == LinkWorth.Over ? "its time is over" : "it was not made here, or leads nowhere");

    /// <summary>Somebody logged in.</summary>
    public void LoggedIn(string who, string address) => LogIn(_log, who, address);

    /// <summary>Somebody did not get in.</summary>
    public void LoginFailed(string address, string why) => LogInFailed(_log, address, why);

    /// <summary>Somebody logged out.</summary>
    public void LoggedOut(string who) => LogOut(_log, who);
}
