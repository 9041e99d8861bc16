using System.Collections.Immutable;
using BacklogHealth.Core.Health;

namespace BacklogHealth.Reports.Tests;

/// <summary>Three teams side by side: two deliver something together, of the third little is known.</summary>
internal static class SamplePortfolio
{
    private static readonly DateOnly Fair = new(2027, 3, 1);

    public static ImmutableArray<SampleHealth> Teams =>
    [
        With(new SampleHealth(), "Autumn fair", 2), With(new SampleHealth { Team = "Search", Slowdown = false, Waiting = 22 }, "Autumn fair", 3, alone: true),
        new SampleHealth { Team = "Accounts", Finished = 3, WeekBefore = false, Waiting = 5, Deliveries = false, Complete = false },
    ];

    /// <summary>What the first two deliver together.</summary>
    public static ImmutableArray<SharedDelivery> Shared => [new("Autumn fair", ["Checkout", "Search"])];

    /// <summary>A team with one more delivery, of every so manieth open item; <paramref name="alone"/> for no other.</summary>
    public static SampleHealth With(SampleHealth team, string delivery, int every = 2, bool alone = false) => team with
    {
        Change = input => With(team.Change?.Invoke(input) ?? input, delivery, every, alone),
    };

    private static HealthInput With(HealthInput input, string delivery, int every, bool alone) =>
        input with { Deliveries = [.. alone ? [] : input.Deliveries, new(delivery, Fair, false, [.. input.OpenItems.Where((_, i) => i % every == 1).Select(o => o.Item.Key)])] };
}
