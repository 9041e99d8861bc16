using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BacklogHealth.Settings;
using Microsoft.Extensions.Logging;

namespace BacklogHealth.Telemetry;

/// <summary>
/// Writes each event as one line of JSON: <c>time</c> (UTC), <c>level</c>, <c>category</c>, <c>event</c>, <c>message</c>, <c>fields</c>, and of an exception its sentence where
/// it has one, else its kind and where it happened. The message of an unknown exception may quote what it failed on, an item's text too, and is left out.
/// </summary>
/// <param name="output">Where lines go.</param>
/// <param name="time">The clock.</param>
/// <param name="secrets">What is taken out of every text.</param>
/// <param name="forJournal">True to begin each line with its priority, as systemd's journal reads it.</param>
internal sealed class LogLines(TextWriter output, TimeProvider time, KnownSecrets secrets, bool forJournal) : ILoggerProvider
{
    private const string Template = "{OriginalFormat}";
    private const string Host = "Microsoft.Extensions.Hosting.Internal.Host";

    // As people read it; it is never put into a page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _gate = new();

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Lines(this, categoryName);

    /// <inheritdoc/>
    public void Dispose()
    {
        // The writer is not ours.
    }

    private void Write(string category, LogLevel level, string? name, string message, IEnumerable<KeyValuePair<string, object?>> fields, Exception? fault)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("time", time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteString("level", Word(level));
            json.WriteString("category", category);
            Say(json, "event", name);
            Say(json, "message", message);
            json.WriteStartObject("fields");
            foreach (var (key, value) in fields.Where(f => f.Key != Template).OrderBy(f => f.Key, StringComparer.Ordinal))
            {
                Say(json, key, value);
            }

            json.WriteEndObject();
            if (fault is not null)
            {
                Say(json, "fault", Faults.Explain(fault)?.Message ?? fault.GetType().FullName);
                Say(json, "at", Faults.Explain(fault) is null ? fault.StackTrace : null);
            }

            json.WriteEndObject();
        }

        var line = Encoding.UTF8.GetString(buffer.WrittenSpan);
        lock (_gate)
        {
            output.WriteLine(forJournal ? $"<{Priority(level)}>{line}" : line);
        }
    }

    private void Say(Utf8JsonWriter json, string name, string? text)
    {
        if (text is { Length: > 0 })
        {
            json.WriteString(name, secrets.Masked(text));
        }
    }

    private void Say(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case int or long:
                json.WriteNumber(name, Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double number when double.IsFinite(number):
                json.WriteNumber(name, number);
                break;
            default:
                Say(json, name, Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace => "trace",
        LogLevel.Debug => "debug",
        LogLevel.Information => "information",
        LogLevel.Warning => "warning",
        LogLevel.Error => "error",
        _ => "critical",
    };

    // Of syslog: 7 debug, 6 informational, 4 warning, 3 error, 2 critical.
    private static int Priority(LogLevel level) => level switch { LogLevel.Trace or LogLevel.Debug => 7, LogLevel.Information => 6, LogLevel.Warning => 4, LogLevel.Error => 3, _ => 2 };

    private sealed class Lines(LogLines to, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            // A start that was stopped is no fault of the start: whoever stopped it says why.
            if (exception is OperationCanceledException && category == Host)
            {
                return;
            }

            to.Write(category, logLevel, eventId.Name, formatter(state, null), state as IEnumerable<KeyValuePair<string, object?>> ?? [], exception);
        }
    }
}
