using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace BacklogHealth.Telemetry;

/// <summary>
/// Everything the program measures of itself, under one name. Attributes are names of teams and subscriptions, and words of our own: no text of an item, no recipient, no
/// secret. Where nobody listens, a call is a comparison.
/// </summary>
internal static class Instruments
{
    /// <summary>What listeners ask for: the name of meter and source.</summary>
    public const string Name = "BacklogHealth";

    private static readonly Meter Meter = new(Name, Product.Version);

    /// <summary>Spans: one for each step of a run.</summary>
    public static readonly ActivitySource Source = new(Name, Product.Version);

    /// <summary>How long a step took, in seconds; by <c>step</c> (describe, pull, score, forecast, report, deliver), <c>team</c> or <c>subscription</c>, and <c>outcome</c> (done, failed).</summary>
    public static readonly Histogram<double> StepDuration = Meter.CreateHistogram(
        "backlog_health.step.duration", "s", "How long a step took.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800] });

    /// <summary>Pulls that came to an end; by <c>team</c> and <c>outcome</c>: see <see cref="PullMeasures"/>.</summary>
    public static readonly Counter<long> Pulls = Meter.CreateCounter<long>("backlog_health.pulls", "{pull}", "Pulls that came to an end, proven whole or not.");

    /// <summary>Items that were fetched in full; by <c>team</c>.</summary>
    public static readonly Counter<long> ItemsPulled = Meter.CreateCounter<long>("backlog_health.items.pulled", "{item}", "Items that were fetched in full.");

    /// <summary>Items that the tracker listed, less those that are stored as it listed them, at the end of a pull; by <c>team</c>.</summary>
    public static readonly Gauge<long> CensusGap = Meter.CreateGauge<long>("backlog_health.census.gap", "{item}", "Items in the tracker less those stored, at the end of the last pull.");

    /// <summary>Seconds that pulls waited since the tracker asked them to slow down; by <c>team</c>.</summary>
    public static readonly Counter<double> LimitWaits = Meter.CreateCounter<double>("backlog_health.limit.wait", "s", "Time waited since trackers asked to slow down.");

    /// <summary>Reports handed over to a recipient; by <c>subscription</c>, <c>channel</c> (email, folder, teams, slack, webhook) and <c>state</c> (accepted, pending, failed, unknown).</summary>
    public static readonly Counter<long> Deliveries = Meter.CreateCounter<long>("backlog_health.deliveries", "{delivery}", "Reports handed over to a recipient, by what became of them.");

    private static readonly ConcurrentDictionary<string, (DateTimeOffset At, TimeProvider Time)> Proofs = new(StringComparer.Ordinal);

    static Instruments() => _ = Meter.CreateObservableGauge(
        "backlog_health.sync.age", Ages, "s", "Time since it was last proven that everything the tracker lists is stored; teams never proven are left out.");

    /// <summary>Keeps when everything of a team was last proven to be stored, so that its age can be told at any time.</summary>
    public static void Proven(string team, DateTimeOffset at, TimeProvider time) => Proofs[team] = (at, time);

    private static IEnumerable<Measurement<double>> Ages() =>
        Proofs.Select(p => new Measurement<double>((p.Value.Time.GetUtcNow() - p.Value.At).TotalSeconds, KeyValuePair.Create<string, object?>("team", p.Key)));
}
