using System.Collections.Immutable;
using System.Net;
using System.Runtime.CompilerServices;
using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>Ids that a condition finds and that lie in one window.</summary>
/// <param name="Ids">The ids, ascending.</param>
/// <param name="AsOf">The server's time when it looked; null where it does not say.</param>
internal sealed record AzureWindow(ImmutableArray<long> Ids, DateTimeOffset? AsOf);

/// <summary>
/// Lists the ids that a condition finds. A query gives <see cref="Most"/> ids at the very most and has no pages, so where there are more the ids are cut in two
/// windows, and each of these again, until every window fits. An answer that is exactly as long as the limit is taken for one that was cut; any other may
/// have been cut too, and looks whole. So no window has ended before the service was asked what lies behind its last id, and found nothing.
/// </summary>
internal static class AzureWindows
{
    /// <summary>Most ids that a query gives.</summary>
    public const int Most = 20_000;

    /// <summary>The windows in the order of ids; one at least.</summary>
    /// <param name="site">The organisation.</param>
    /// <param name="project">What the query's macros mean by project and team.</param>
    /// <param name="where">The whole condition.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async IAsyncEnumerable<AzureWindow> List(AzureSite site, AzureProject project, string where, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // The last window is open at its end: what is created meanwhile belongs to it.
        var windows = new Stack<(long From, long? To, bool Open)>([(0, null, true)]);
        while (windows.TryPop(out var window))
        {
            var (from, end, open) = window;
            if (await Ask(site, project, where, from, open ? null : end, cancellation) is { } found)
            {
                yield return found;
                if (!found.Ids.IsEmpty && (open || found.Ids[^1] < end))
                {
                    windows.Push((found.Ids[^1] + 1, end, open));
                }

                continue;
            }

            var to = end ?? await Highest(site, project, where, cancellation);
            if (to <= from)
            {
                throw site.Incomplete(FormattableString.Invariant($"the query gave {Most} items or more with ids from {from} to {to}. Expected fewer than that in so small a range."));
            }

            var middle = from + ((to - from) / 2);
            windows.Push((middle + 1, to, open));
            windows.Push((from, middle, false));
        }
    }

    /// <summary>Reads the answer to a query.</summary>
    public static AzureWindow Read(AzureSite site, TrackerAnswer answer)
    {
        var ids = new List<long>();
        foreach (var item in answer.List("workItems").EnumerateArray())
        {
            ids.Add(item.Number("id") is { } id and > 0 and < long.MaxValue ? (long)id : throw site.Incomplete("the query gave an item without an id. Expected an id for every item."));
        }

        ids.Sort();
        return new([.. ids], AzureInstant.Of(answer.Root.Get("asOf")));
    }

    // Null where there are more ids than a query gives.
    private static async Task<AzureWindow?> Ask(AzureSite site, AzureProject project, string where, long from, long? to, CancellationToken cancellation)
    {
        var query = AzureQuery.Of(where, from, to);
        using var answer = await Send(site, project, query, Most, cancellation);
        if (answer.Status == HttpStatusCode.BadRequest)
        {
            return answer.Problem.Contains("VS402337", StringComparison.Ordinal) ? null : throw Refused(site, query, answer);
        }

        var found = Read(site, answer);
        return found.Ids.Length >= Most ? null : Checked(site, found, from, to);
    }

    private static AzureWindow Checked(AzureSite site, AzureWindow found, long from, long? to)
    {
        for (var i = 0; i < found.Ids.Length; i++)
        {
            var id = found.Ids[i];
            if (id < from || id > (to ?? long.MaxValue))
            {
                throw site.Incomplete(FormattableString.Invariant($"the query for ids from {from} to {to?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "the end"} gave item {id}. Expected only ids of that range."));
            }

            if (i > 0 && id == found.Ids[i - 1])
            {
                throw site.Incomplete(FormattableString.Invariant($"the query gave item {id} twice. Expected every item once."));
            }
        }

        return found;
    }

    private static async Task<long> Highest(AzureSite site, AzureProject project, string where, CancellationToken cancellation)
    {
        var query = AzureQuery.Highest(where);
        using var answer = await Send(site, project, query, 1, cancellation);
        return answer.Status == HttpStatusCode.BadRequest ? throw Refused(site, query, answer) : Read(site, answer).Ids.LastOrDefault();
    }

    private static Task<TrackerAnswer> Send(AzureSite site, AzureProject project, string query, int top, CancellationToken cancellation) =>
        site.Post(FormattableString.Invariant($"{project.TeamPath}/_apis/wit/wiql?$top={top}"), json => json.WriteString("query", query), cancellation);

    private static TrackerException Refused(AzureSite site, string query, TrackerAnswer answer) => new(
        TrackerFault.Settings,
        $"{site.Site.Where}: Azure DevOps refused the query {query} ({AzureSite.Refusal(answer)}). Expected a query that it can run. Mend {site.TeamSetting("Query", "AreaPath", "Project")}.")
    {
        RefusedQuery = AzureSite.Refusal(answer),
    };
}
