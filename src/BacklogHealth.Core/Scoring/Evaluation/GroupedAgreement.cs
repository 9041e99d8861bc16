using System.Collections.Immutable;

namespace BacklogHealth.Core.Scoring.Evaluation;

/// <summary>A range of shares.</summary>
/// <param name="From">The lower end, 0 to 1.</param>
/// <param name="To">The upper end, 0 to 1.</param>
public readonly record struct ShareRange(double From, double To);

/// <summary>
/// Agreement with its uncertainty. Texts of one group resemble each other, so a hundred of them know less than a hundred strangers: the intervals
/// come from drawing whole groups again, with repetition, as often as there are groups (a cluster bootstrap; 2,000 draws, a fixed seed).
/// </summary>
/// <param name="All">All groups together.</param>
/// <param name="ByGroup">Each group, ordered by name.</param>
/// <param name="Precision">95 % of the draws; null for fewer than three groups or where a draw in twenty has none.</param>
/// <param name="Recall">The same for recall.</param>
/// <param name="F1">The same for F1.</param>
public sealed record GroupedAgreement(
    Agreement All, ImmutableSortedDictionary<string, Agreement> ByGroup, ShareRange? Precision, ShareRange? Recall, ShareRange? F1)
{
    private const int Draws = 2000;
    private const int FewestGroups = 3;
    private const int Seed = 20160823;
    private const double Outside = 0.025;

    /// <summary>Measures texts.</summary>
    public static GroupedAgreement Of(IEnumerable<Judged> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var groups = texts.GroupBy(t => t.Group, StringComparer.Ordinal).ToImmutableSortedDictionary(g => g.Key, Agreement.Of, StringComparer.Ordinal);
        var drawn = Draw([.. groups.Values]);
        return new GroupedAgreement(
            groups.Values.Aggregate(default(Agreement), Agreement.Add), groups,
            Range(drawn, a => a.Precision), Range(drawn, a => a.Recall), Range(drawn, a => a.F1));
    }

    private static List<Agreement> Draw(ImmutableArray<Agreement> groups)
    {
        var drawn = new List<Agreement>();
        var random = new Random(Seed);
        for (var d = 0; d < Draws && groups.Length >= FewestGroups; d++)
        {
            var sum = default(Agreement);
            for (var g = 0; g < groups.Length; g++)
            {
                sum += groups[random.Next(groups.Length)];
            }

            drawn.Add(sum);
        }

        return drawn;
    }

    private static ShareRange? Range(List<Agreement> drawn, Func<Agreement, double?> share)
    {
        var shares = drawn.Select(share).OfType<double>().Order().ToList();
        return shares.Count == 0 || shares.Count < drawn.Count * 0.95 ? null : new ShareRange(At(shares, Outside), At(shares, 1 - Outside));
    }

    private static double At(List<double> sorted, double share) => sorted[(int)Math.Round(share * (sorted.Count - 1))];
}
