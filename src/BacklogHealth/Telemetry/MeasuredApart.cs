using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace BacklogHealth.Telemetry;

/// <summary>One measurement of an instrument. All instruments that jobs apart write to measure in numbers and words.</summary>
internal sealed record MeasuredValue(string Instrument, double Value, ImmutableArray<KeyValuePair<string, string?>> Tags);

/// <summary>One span that ended.</summary>
internal sealed record MeasuredSpan(string Name, DateTimeOffset Started, TimeSpan Took, ActivityStatusCode Status, ImmutableArray<KeyValuePair<string, string?>> Tags);

/// <summary>What was measured in another process on our behalf, as it is told here: who asks for metrics or collects spans asks one process alone.</summary>
internal sealed record MeasuredApart(ImmutableArray<MeasuredValue> Measurements, ImmutableArray<MeasuredSpan> Spans)
{
    /// <summary>Measures here what was measured there.</summary>
    public void Tell()
    {
        foreach (var (instrument, value, tags) in Measurements)
        {
            var said = tags.Select(t => KeyValuePair.Create<string, object?>(t.Key, t.Value)).ToArray();
            if (instrument == Instruments.StepDuration.Name)
            {
                Instruments.StepDuration.Record(value, said);
            }
            else if (instrument == Instruments.Deliveries.Name)
            {
                Instruments.Deliveries.Add((long)value, said);
            }
        }

        foreach (var (name, started, took, status, tags) in Spans)
        {
            using var span = Instruments.Source.StartActivity(name, ActivityKind.Internal, default(ActivityContext), tags.Select(t => KeyValuePair.Create<string, object?>(t.Key, t.Value)), startTime: started);
            span?.SetStatus(status).SetEndTime((started + took).UtcDateTime);
        }
    }
}

/// <summary>Hears all that this process measures, until it is disposed.</summary>
internal sealed class MeasuringApart : IDisposable
{
    private readonly Lock _gate = new();
    private readonly ImmutableArray<MeasuredValue>.Builder _measurements = ImmutableArray.CreateBuilder<MeasuredValue>();
    private readonly ImmutableArray<MeasuredSpan>.Builder _spans = ImmutableArray.CreateBuilder<MeasuredSpan>();
    private readonly MeterListener _meter = new() { InstrumentPublished = (i, to) => { if (i.Meter.Name == Instruments.Name) { to.EnableMeasurementEvents(i); } } };
    private readonly ActivityListener _source = new()
    {
        ShouldListenTo = s => s.Name == Instruments.Name,
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
    };

    /// <summary>Begins to hear.</summary>
    public MeasuringApart()
    {
        _meter.SetMeasurementEventCallback<double>((i, value, tags, _) => Add(i, value, tags));
        _meter.SetMeasurementEventCallback<long>((i, value, tags, _) => Add(i, value, tags));
        _meter.Start();
        _source.ActivityStopped = a =>
        {
            lock (_gate)
            {
                _spans.Add(new MeasuredSpan(a.OperationName, new DateTimeOffset(a.StartTimeUtc), a.Duration, a.Status, [.. a.Tags]));
            }
        };
        ActivitySource.AddActivityListener(_source);
    }

    /// <summary>What was heard so far.</summary>
    public MeasuredApart Heard()
    {
        lock (_gate)
        {
            return new MeasuredApart(_measurements.ToImmutable(), _spans.ToImmutable());
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _meter.Dispose();
        _source.Dispose();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        ImmutableArray<KeyValuePair<string, string?>> said = [.. tags.ToArray().Select(t => KeyValuePair.Create(t.Key, t.Value as string))];
        lock (_gate)
        {
            _measurements.Add(new MeasuredValue(instrument.Name, value, said));
        }
    }
}
