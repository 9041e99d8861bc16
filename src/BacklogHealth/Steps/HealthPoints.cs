using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health;
using BacklogHealth.Storage;

namespace BacklogHealth.Steps;

/// <summary>What snapshots keep of a backlog's health, and what of it is read back for the trend.</summary>
internal static class HealthPoints
{
    private const string Clarity = "medianClarity", Slicing = "medianSlicing", Runway = "runwayWeeks85", Next = "nextItems", NextReady = "nextReady", Open = "openItems", OwnRules = "ownRules";

    /// <summary>The numbers that a snapshot keeps; what is not known is left out.</summary>
    public static ImmutableSortedDictionary<string, double> Measures(TeamHealth health)
    {
        var now = HealthPoint.Of(health);
        (string Name, double? Value)[] known =
        [
            ("readyItems", health.Runway.ReadyItems), ("itemsConsidered", health.Runway.ItemsConsidered),
            (Clarity, now.MedianClarity), (Slicing, now.MedianSlicing), (Runway, now.RunwayWeeks85), (Next, now.NextItems), (NextReady, now.NextReady), (Open, now.OpenItems), (OwnRules, now.OwnRules),
        ];
        return known.Where(m => m.Value is { } value && double.IsFinite(value)).ToImmutableSortedDictionary(m => m.Name, m => m.Value!.Value, StringComparer.Ordinal);
    }

    /// <summary>What was said in the weeks before the one of an instant: in each the last. Nothing that speaks of a later day.</summary>
    public static async Task<IReadOnlyList<HealthPoint>> Before(string team, TeamCalendar calendar, DateTimeOffset asOf, BacklogStore store, CancellationToken cancellation) =>
        [.. (await store.LastSnapshots(team, HealthTrend.Bounds(calendar, asOf), Open, cancellation)).Select(Of)];

    private static HealthPoint Of(SnapshotSummary kept)
    {
        double? Number(string name) => kept.Measures.TryGetValue(name, out var value) ? value : null;
        return new HealthPoint(
            kept.AsOf, kept.Version, kept.Waiting is { } c ? c.Clarity : Number(Clarity), kept.Waiting is { } s ? s.Slicing : Number(Slicing), Number(Runway),
            (int?)Number(Next), (int?)Number(NextReady), (int?)Number(Open))
        {
            OfWaitingItems = kept.Waiting is not null,
            OwnRules = Number(OwnRules),
        };
    }
}
