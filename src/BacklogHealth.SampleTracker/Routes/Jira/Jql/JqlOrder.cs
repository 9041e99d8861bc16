using System.Collections.Immutable;

namespace BacklogHealth.SampleTracker.Routes.Jira.Jql;

/// <summary>An order by several keys; the id decides what they leave equal.</summary>
internal sealed class JqlOrder(ImmutableArray<(Comparison<JiraIssue> Comparison, bool Descending)> keys) : IComparer<JiraIssue>
{
    /// <summary>Where a query names no order: the newest first.</summary>
    public static JqlOrder Usual { get; } = new([((a, b) => a.NumericId.CompareTo(b.NumericId), true)]);

    public int Compare(JiraIssue? x, JiraIssue? y)
    {
        foreach (var (comparison, descending) in keys)
        {
            var sign = comparison(x!, y!);
            if (sign != 0)
            {
                return descending ? -sign : sign;
            }
        }

        return x!.NumericId.CompareTo(y!.NumericId);
    }
}
