using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using BacklogHealth.Telemetry;

namespace BacklogHealth.Tests.Telemetry;

/// <summary>Listens to everything the program measures while it is there, in every thread: other tests are heard, too.</summary>
internal sealed class Heard : IDisposable
{
    private readonly MeterListener _meters = new();
    private readonly ActivityListener _spans;

    public Heard()
    {
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Instruments.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meters.Start();
        _spans = new ActivityListener
        {
            ShouldListenTo = s => s.Name == Instruments.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = s => Spans.Enqueue((s.OperationName, s.Status, Text(s.TagObjects))),
        };
        ActivitySource.AddActivityListener(_spans);
    }

    /// <summary>What was measured: the instrument, its number, and its attributes as "team=Checkout outcome=complete".</summary>
    public ConcurrentQueue<(string Instrument, double Value, string Of)> Measured { get; } = new();

    /// <summary>Spans that ended: step, how, and attributes.</summary>
    public ConcurrentQueue<(string Step, ActivityStatusCode Status, string Of)> Spans { get; } = new();

    /// <summary>Everything heard, as one text.</summary>
    public string All => string.Join('\n', Measured.Select(m => $"{m.Instrument} {m.Value.ToString(CultureInfo.InvariantCulture)} {m.Of}").Concat(Spans.Select(s => $"{s.Step} {s.Status} {s.Of}")));

    /// <summary>Asks instruments that tell only when asked.</summary>
    public void Ask() => _meters.RecordObservableInstruments();

    /// <summary>The sum of an instrument over measurements with all these attributes.</summary>
    public double Sum(string instrument, params string[] of) => Of(instrument, of).Sum();

    /// <summary>The numbers of an instrument with all these attributes.</summary>
    public IReadOnlyList<double> Of(string instrument, params string[] of) =>
        [.. Measured.Where(m => m.Instrument == instrument && of.All(o => $" {m.Of} ".Contains($" {o} ", StringComparison.Ordinal))).Select(m => m.Value)];

    public void Dispose()
    {
        _meters.Dispose();
        _spans.Dispose();
    }

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => Measured.Enqueue((instrument.Name, value, Text(tags.ToArray())));

    private static string Text(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.Select(t => $"{t.Key}={t.Value}"));
}
