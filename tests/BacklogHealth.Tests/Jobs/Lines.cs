using Microsoft.Extensions.Logging;

namespace BacklogHealth.Tests.Jobs;

/// <summary>A log that gives each of its lines to a test.</summary>
internal sealed class Lines<T>(Action<string> told) : ILogger<T>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => told(formatter(state, exception));
}
