using System.Diagnostics;

namespace BacklogHealth.Telemetry;

/// <summary>One step as it is measured: a span, and its duration. To be disposed at the step's end; it failed unless <see cref="Done"/> was called.</summary>
internal sealed class TimedStep : IDisposable
{
    private readonly string _step;
    private readonly KeyValuePair<string, object?> _of;
    private readonly Activity? _span;
    private readonly long _started;
    private bool _isDone;

    private TimedStep(string step, string kind, string name)
    {
        (_step, _of, _started) = (step, KeyValuePair.Create<string, object?>(kind, name), Stopwatch.GetTimestamp());
        _span = Instruments.Source.StartActivity(step)?.SetTag(kind, name);
    }

    /// <summary>Begins a step of a team.</summary>
    public static TimedStep OfTeam(string step, string team) => new(step, "team", team);

    /// <summary>Begins a step of a subscription.</summary>
    public static TimedStep OfSubscription(string step, string subscription) => new(step, "subscription", subscription);

    /// <summary>The step came to its end; gives on what it made.</summary>
    public T Done<T>(T made)
    {
        _isDone = true;
        return made;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Why it failed is said where people read it; a span leaves the machine, and says no more than that.
        _span?.SetStatus(_isDone ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
        _span?.Dispose();
        if (Instruments.StepDuration.Enabled)
        {
            Instruments.StepDuration.Record(Stopwatch.GetElapsedTime(_started).TotalSeconds, new("step", _step), _of, new("outcome", _isDone ? "done" : "failed"));
        }
    }
}
