using System.Collections.Immutable;
using BacklogHealth.Core.Flow;

namespace BacklogHealth.Core.Health;

/// <summary>The last six weeks finished clearly more or fewer items than the twelve before.</summary>
/// <param name="Since">First day of the six weeks.</param>
/// <param name="BeforePerWeek">Mean items a week in the twelve weeks before.</param>
/// <param name="NowPerWeek">Mean items a week in the six weeks.</param>
/// <param name="Chance">
/// Share of all ways to pick six of the eighteen weeks whose sum lies at least as far from what is expected: how often mere chance
/// would show such a difference in a team whose weeks come in no particular order. Makes no assumption on how weeks are spread.
/// </param>
public sealed record ThroughputShift(DateOnly Since, double BeforePerWeek, double NowPerWeek, double Chance)
{
    /// <summary>Weeks called "now".</summary>
    public const int NowWeeks = 6;

    /// <summary>Weeks called "before".</summary>
    public const int BeforeWeeks = 12;

    /// <summary>Largest chance at which a shift is spoken of: one in a hundred.</summary>
    public const double Strong = 0.01;

    /// <summary>The shift; null where the history is shorter than eighteen weeks or chance may well have made it.</summary>
    /// <param name="known">Finished items a day, up to and without today.</param>
    public static ThroughputShift? Of(DailyCounts known)
    {
        var weeks = Throughput.PerWeek(known);
        if (weeks.Length < NowWeeks + BeforeWeeks)
        {
            return null;
        }

        weeks = weeks[^(NowWeeks + BeforeWeeks)..];
        ImmutableArray<long> items = [.. weeks.Select(w => (long)w.Items)];
        var now = items[BeforeWeeks..].Sum();
        var total = items.Sum();
        var (asFar, all) = Picks(items, 0, NowWeeks, 0, total, Distance(now, total));
        var shift = new ThroughputShift(weeks[BeforeWeeks].First, (double)(total - now) / BeforeWeeks, (double)now / NowWeeks, (double)asFar / all);
        return shift.Chance <= Strong ? shift : null;
    }

    // Distance of the sum of six weeks from what is expected, times three so that it stays whole.
    private static long Distance(long sum, long total) => Math.Abs((3 * sum) - total);

    private static (int AsFar, int All) Picks(ImmutableArray<long> items, int from, int left, long sum, long total, long observed)
    {
        if (left == 0)
        {
            return (Distance(sum, total) >= observed ? 1 : 0, 1);
        }

        var (asFar, all) = (0, 0);
        for (var i = from; i <= items.Length - left; i++)
        {
            var picked = Picks(items, i + 1, left - 1, sum + items[i], total, observed);
            (asFar, all) = (asFar + picked.AsFar, all + picked.All);
        }

        return (asFar, all);
    }
}
