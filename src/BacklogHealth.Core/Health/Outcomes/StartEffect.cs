using System.Collections.Immutable;

namespace BacklogHealth.Core.Health.Outcomes;

/// <summary>How items fared that were begun with something wrong, beside those that were begun without. It tells what went together; what would have happened otherwise nobody saw.</summary>
/// <param name="Finding">Id of the rule that found it; null for whatever the Definition of Ready misses.</param>
/// <param name="With">Finished items that were begun with it.</param>
/// <param name="Without">Finished items that were begun without it.</param>
/// <param name="Ratio">How many times as long those with it took: the middle of all pairs of one with and one without (Hodges and Lehmann 1963).</param>
/// <param name="From">Where the true one lies at least, with <paramref name="Certainty"/>.</param>
/// <param name="To">At most.</param>
/// <param name="Certainty">0.95, or 0.99 where many rules are looked at beside each other and one of them would else stand out by luck.</param>
public sealed record StartEffect(string? Finding, int With, int Without, double Ratio, double From, double To, double Certainty)
{
    /// <summary>Fewest items of each kind from which they are compared.</summary>
    public const int FewestOfEach = 20;

    /// <summary>Items that are looked at, those begun last.</summary>
    public const int Most = 2000;

    private const double One = 1.959964;
    private const double OneOfMany = 2.575829;

    /// <summary>Of the items begun with it, those that took longer than 85 of 100 items had by then: that strayed from what a forecast for one item would have said.</summary>
    public required Share StrayedWith { get; init; }

    /// <summary>The same of the items begun without.</summary>
    public required Share StrayedWithout { get; init; }

    /// <summary>True where items with it took longer and luck is hardly behind it.</summary>
    public bool IsThere => From > 1;

    /// <summary>What can be compared of a team's items: what the Definition of Ready misses first, then rules by id.</summary>
    public static ImmutableArray<StartEffect> Of(IReadOnlyList<StartedItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var last = items.Where(i => i.Finished is not null).OrderByDescending(i => i.Started).ThenBy(i => i.Key, StringComparer.Ordinal).Take(Most).ToList();
        var usual = last.Select(i => i.Started).Distinct().ToDictionary(d => d, d => StartedItem.UsualDays(last, d));
        var done = last.ConvertAll(i => (Item: i, Strayed: usual[i.Started] is { } days ? i.Days > days : (bool?)null));
        var found = done.SelectMany(d => d.Item.Facts.Findings).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return [.. new[] { Of(null, done, f => !f.IsReady, One) }.Concat(found.Select(rule => Of(rule, done, f => f.Findings.Contains(rule), OneOfMany))).OfType<StartEffect>()];
    }

    private static StartEffect? Of(string? finding, List<(StartedItem Item, bool? Strayed)> done, Func<StartFacts, bool> has, double deviations)
    {
        var with = done.FindAll(d => has(d.Item.Facts));
        var without = done.FindAll(d => !has(d.Item.Facts));
        if (with.Count < FewestOfEach || without.Count < FewestOfEach)
        {
            return null;
        }

        var (middle, from, to) = Shift(Spread(with.ConvertAll(d => d.Item.Days!.Value)), Spread(without.ConvertAll(d => d.Item.Days!.Value)), deviations);
        return new StartEffect(finding, with.Count, without.Count, Math.Exp(middle), Math.Exp(from), Math.Exp(to), deviations < 2 ? 0.95 : 0.99)
        {
            StrayedWith = Strayed(with),
            StrayedWithout = Strayed(without),
        };
    }

    // Logarithms of days, those of one day spread over it: whole days would seem more certain than they are.
    private static double[] Spread(List<int> days) =>
        [.. days.GroupBy(d => d).OrderBy(g => g.Key).SelectMany(g => Enumerable.Range(0, g.Count()).Select(i => Math.Log(g.Key - 0.5 + ((i + 0.5) / g.Count()))))];

    // The middle of all differences, and the two of them between which the true shift lies, as many from either end as the rank-sum test gives away.
    private static (double Middle, double From, double To) Shift(double[] with, double[] without, double deviations)
    {
        var differences = new double[with.Length * without.Length];
        for (var i = 0; i < with.Length; i++)
        {
            for (var j = 0; j < without.Length; j++)
            {
                differences[(i * without.Length) + j] = with[i] - without[j];
            }
        }

        Array.Sort(differences);
        double pairs = differences.Length;
        var given = (int)Math.Clamp(Math.Floor((pairs / 2) - (deviations * Math.Sqrt(pairs * (with.Length + without.Length + 1) / 12))), 0, (differences.Length - 1) / 2);
        var middle = (differences[(differences.Length - 1) / 2] + differences[differences.Length / 2]) / 2;
        return (middle, differences[given], differences[^(given + 1)]);
    }

    private static Share Strayed(List<(StartedItem Item, bool? Strayed)> items) => new(items.Count(i => i.Strayed == true), items.Count(i => i.Strayed is not null));
}
