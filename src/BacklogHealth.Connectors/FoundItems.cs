using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors;

/// <summary>Makes one answer of the pages of a query.</summary>
internal static class FoundItems
{
    /// <summary>Every id once, in the order of ids; or the tracker's words where it cannot run the query.</summary>
    /// <exception cref="TrackerException">The tracker could not be read, or its pages go in circles.</exception>
    public static async Task<QueryAnswer> Of(IAsyncEnumerable<IEnumerable<string>> pages, CancellationToken cancellation)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            await foreach (var page in pages.WithCancellation(cancellation))
            {
                ids.UnionWith(page);
            }
        }
        catch (TrackerException fault) when (fault.RefusedQuery is { } why)
        {
            return QueryAnswer.Refused(why);
        }

        return new QueryAnswer([.. ids.OrderBy(id => id.Length).ThenBy(id => id, StringComparer.Ordinal)]);
    }
}
