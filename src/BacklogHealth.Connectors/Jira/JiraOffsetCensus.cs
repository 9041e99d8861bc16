using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>
/// Lists the whole scope of a Data Center, which pages by position. Positions shift when items go while the listing runs, and what slid over the
/// border would be skipped. So each page begins with the last item of the one before it: where it begins with an item that was not seen yet,
/// something went, and the listing steps back until it meets an item that it knows. No edit changes the order, so what stands behind a known item
/// follows it without a gap.
/// </summary>
internal static class JiraOffsetCensus
{
    // The site gives fewer where its administrator says so; 1,000 is usual.
    private const int PageSize = 5000;
    private const int MostStepsBack = 20;

    public static async IAsyncEnumerable<CensusPage> List(JiraSite site, JiraScope scope, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (start, back, again) = (0, 0, false);
        while (true)
        {
            var (entries, total) = await Page(site, scope, start, cancellation);
            if (start > 0 && (entries.IsEmpty || !seen.Contains(entries[0].Id)))
            {
                start = StepBack(site, start, entries.Length, ref back);
                continue;
            }

            var end = start + entries.Length;
            if (end < total && entries.Length <= 1)
            {
                throw site.Unproven(string.Create(CultureInfo.InvariantCulture, $"the search ended after {end} of {total} items"), "all of them");
            }

            var added = entries.Where(e => seen.Add(e.Id)).ToImmutableArray();
            var last = end >= total && seen.Count >= total;
            if (last || added.Length > 0)
            {
                yield return new CensusPage(added, last);
            }

            if (last)
            {
                yield break;
            }

            if (end < total)
            {
                // Only a page that follows a known item is progress: beginning anew without end is none.
                (start, back) = (end - 1, start > 0 && added.Length > 0 ? 0 : back);
                continue;
            }

            // Items came into the scope before the place that was reached: one more round finds them.
            (start, again) = again
                ? throw site.Unproven(string.Create(CultureInfo.InvariantCulture, $"the search says that there are {total} items and gave {seen.Count}"), "all of them")
                : (0, true);
        }
    }

    private static int StepBack(JiraSite site, int start, int read, ref int back)
    {
        if (++back > MostStepsBack)
        {
            throw site.Unproven("the scope changed faster than it could be listed", "a listing in which each page follows the one before it");
        }

        // Further each time, so that a great removal is met in a few steps.
        return (int)Math.Max(0, start - (Math.Max(read, 50L) << Math.Min(back - 1, 16)));
    }

    private static async Task<(ImmutableArray<CensusEntry> Entries, int Total)> Page(JiraSite site, JiraScope scope, int start, CancellationToken cancellation)
    {
        using var answer = await JiraSearch.Ask(site, scope.Query, JiraSearch.ByPosition(scope.Query, start, PageSize, JiraSearch.Stamped(scope.Fields)), cancellation);
        var entries = JiraSearch.Entries(site, answer, scope.Fields);
        return answer.Root.Number("total") is { } total and >= 0 and < int.MaxValue
            ? (entries, (int)total)
            : throw site.Unproven("the search did not say how many items there are", "a total on every page");
    }
}
