using BacklogHealth.Core.Health.Outcomes;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Learning.Tests.Outcomes;

/// <summary>Items that were begun one after the other, two a day; what befell them hangs on their text and their estimate as far as it was planted.</summary>
internal static class PlantedOutcomes
{
    public static readonly DateOnly First = new(2025, 1, 6);

    /// <summary>Items of a team.</summary>
    /// <param name="count">How many.</param>
    /// <param name="ifUnclear">Chance of rework of an unclear item; two of five are.</param>
    /// <param name="ifClear">The same of a clear one.</param>
    /// <param name="seed">Seed of the chance.</param>
    /// <param name="estimated">True to give each an estimate on which its cycle time hangs.</param>
    /// <param name="slower">How many times as long an unclear item takes.</param>
    public static List<StartedItem> Items(int count, double ifUnclear, double ifClear, int seed = 7, bool estimated = true, int slower = 1)
    {
        var chance = new Mixed((ulong)seed);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var unclear = chance.Unit() < 0.4;
            var points = 1 + chance.Next(8);
            var words = unclear ? chance.Next(8) : 20 + chance.Next(40);
            var rework = chance.Unit() < (unclear ? ifUnclear : ifClear);
            var days = (1 + chance.Next(estimated ? 2 * points : 9)) * (unclear ? slower : 1);
            var started = First.AddDays(i / 2);
            return new StartedItem(
                $"T-{i:0000}", started, started.AddDays(days - 1),
                new StartFacts(estimated ? points : null, WorkItemKind.Story, !unclear, unclear ? 20 + chance.Next(30) : 60 + chance.Next(40), null, words, unclear ? ["CL004"] : []),
                new Outcome(rework, false, false));
        })];
    }

    /// <summary>The day on which all of them are known.</summary>
    public static DateOnly End(IReadOnlyList<StartedItem> items) => items.Max(i => i.Finished)!.Value.AddDays(30);

    /// <summary>The same items, each with the outcome of another.</summary>
    public static List<StartedItem> Shuffled(List<StartedItem> items)
    {
        var chance = new Mixed(3);
        var outcomes = items.Select(i => i.Outcome).ToArray();
        for (var i = outcomes.Length - 1; i > 0; i--)
        {
            var other = chance.Next(i + 1);
            (outcomes[i], outcomes[other]) = (outcomes[other], outcomes[i]);
        }

        return [.. items.Select((item, i) => item with { Outcome = outcomes[i] })];
    }
}
