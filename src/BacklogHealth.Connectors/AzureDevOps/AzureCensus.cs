using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>
/// Lists the whole scope by query, and stamps what has moved since the cursor by the records of changes: what they do not name has not moved.
/// Without a cursor nothing is stamped, since everything is to be fetched, and the records are read for the new cursor alone.
/// </summary>
internal static class AzureCensus
{
    /// <summary>How far the records are read back from a time of the service, where there is no token: entries may be written late.</summary>
    public static readonly TimeSpan LookBack = TimeSpan.FromHours(1);

    /// <summary>No fetched item has this stamp, so that whatever is listed with it is fetched.</summary>
    private const string Unknown = "unknown";

    public static async IAsyncEnumerable<CensusPage> List(AzureSite site, AzureScope scope, string? cursor, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // The records first: what is created while we read is then in the listing, or behind the cursor, or in both, and never in neither.
        var since = cursor is null ? null : AzureCursor.Read(cursor);
        var moves = since is null ? null : await AzureMoves.Since(site, since, cancellation);
        var refused = cursor is not null && moves is null;
        var links = refused && since is not null ? await AzureMoves.Since(site, since.AsOf - LookBack, cancellation) : null;

        DateTimeOffset? asOf = null;
        var held = ImmutableArray<long>.Empty;
        await foreach (var window in AzureWindows.List(site, scope.Project, AzureQuery.InProject(scope.Condition), cancellation))
        {
            asOf ??= window.AsOf;
            if (!window.Ids.IsEmpty && !held.IsEmpty)
            {
                yield return new(await Entries(held), IsLast: false);
            }

            held = window.Ids.IsEmpty ? held : window.Ids;
        }

        var reached = moves ?? links ?? (asOf is { } now ? await AzureMoves.Since(site, now - LookBack, cancellation) : null);
        yield return new(await Entries(held), IsLast: true, reached is null ? null : (reached.Cursor with { AsOf = asOf ?? reached.Cursor.AsOf }).Text);

        async Task<ImmutableArray<CensusEntry>> Entries(ImmutableArray<long> ids)
        {
            if (!refused)
            {
                return [.. ids.Select(id => Entry(id, moves?.StampOf(id)))];
            }

            var revisions = links is null ? [] : await Revisions(site, ids, cancellation);
            return [.. ids.Select(id => Entry(id, links?.LinkStampOf(id) ?? revisions.GetValueOrDefault(id, Unknown)))];
        }
    }

    private static CensusEntry Entry(long id, string? stamp) => new(id.ToString(CultureInfo.InvariantCulture), stamp);

    // Where the cursor is not accepted, each item is asked for its revision: to take "not named" for "not moved" would lose what moved meanwhile.
    private static async Task<Dictionary<long, string>> Revisions(AzureSite site, ImmutableArray<long> ids, CancellationToken cancellation)
    {
        var revisions = new Dictionary<long, string>();
        foreach (var chunk in ids.Chunk(AzureFetch.MostAtOnce))
        {
            void Body(Utf8JsonWriter json)
            {
                AzureBody.Numbers(json, "ids", chunk);
                AzureBody.Strings(json, "fields", ["System.Id", "System.Rev"]);
                json.WriteString("errorPolicy", "omit");
            }

            using var answer = await site.Post("/_apis/wit/workitemsbatch", Body, cancellation);
            foreach (var item in answer.List("value").EnumerateArray())
            {
                if (item.Number("id") is { } id && item.Text("rev") is { } revision)
                {
                    revisions[(long)id] = revision;
                }
            }
        }

        return revisions;
    }
}
