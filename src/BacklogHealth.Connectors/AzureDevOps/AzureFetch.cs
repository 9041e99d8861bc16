using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>
/// Fetches items with their whole history and all their comments. Items come first and histories after them, so that a change between the two is in
/// the history and not in the stamp: the next listing then names the item again.
/// </summary>
internal static class AzureFetch
{
    /// <summary>Items in one batch, by the service's limit.</summary>
    public const int MostAtOnce = 200;

    // Each item costs a request or two of its own; the pace of the host holds them back further where it must.
    private const int InFlight = 8;

    /// <summary>Fetches up to <see cref="MostAtOnce"/> items.</summary>
    public static async Task<FetchedItems> Fetch(AzureSite site, AzureScope scope, ImmutableArray<string> ids, KnownPayloads known, CancellationToken cancellation)
    {
        if (ids.IsEmpty)
        {
            return new FetchedItems([], []);
        }

        using var answer = await Batch(site, ids, cancellation);
        if (answer.Oversized is { } oversized)
        {
            return await InHalves(site, scope, ids, known, oversized, cancellation);
        }

        // What is missing stands as null in the list.
        var sent = answer.List("value").EnumerateArray().Where(i => i.Text("id") is not null).DistinctBy(i => i.Text("id")).ToDictionary(i => i.Text("id")!, StringComparer.Ordinal);
        var got = new ConcurrentDictionary<string, AzureItem>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(
            ids.Where(sent.ContainsKey),
            new ParallelOptions { MaxDegreeOfParallelism = InFlight, CancellationToken = cancellation },
            async (id, token) => got[id] = await AzureItem.Fetch(site, scope, sent[id], await known(id, token), token));
        var missing = await AzureMissing.Explain(site, scope, [.. ids.Where(id => !sent.ContainsKey(id))], cancellation);
        var items = ids.Where(got.ContainsKey).Select(id => got[id]).ToList();
        return new FetchedItems(
            [.. items.Select(i => i.Item).OfType<WorkItem>()],
            [.. items.Select(i => i.Unavailable).OfType<UnavailableItem>(), .. missing],
            [.. items.Where(i => i.Item is not null).Select(i => i.Payload!)]);
    }

    // Only the newest interface says which texts are Markdown; where it is not spoken, all texts are HTML.
    private static async Task<TrackerAnswer> Batch(AzureSite site, ImmutableArray<string> ids, CancellationToken cancellation)
    {
        void Body(Utf8JsonWriter json)
        {
            AzureBody.Numbers(json, "ids", ids.Select(id => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Where(n => n > 0));
            json.WriteString("$expand", "relations");
            json.WriteString("errorPolicy", "omit");
        }

        if (site.SaysWhatIsMarkdown)
        {
            var newest = await site.Http.Ask(TrackerRequest.Post(AzureDialect.With("/_apis/wit/workitemsbatch", "7.2-preview.1"), Body), cancellation);
            if (newest.Status is not (HttpStatusCode.BadRequest or HttpStatusCode.NotFound))
            {
                return newest;
            }

            newest.Dispose();
            site.SaysWhatIsMarkdown = false;
        }

        return await site.Post("/_apis/wit/workitemsbatch", Body, cancellation);
    }

    // One monstrous item must not keep the others out.
    private static async Task<FetchedItems> InHalves(AzureSite site, AzureScope scope, ImmutableArray<string> ids, KnownPayloads known, string oversized, CancellationToken cancellation)
    {
        if (ids.Length == 1)
        {
            return new FetchedItems([], [new(ids[0], $"the tracker's answer for it has {oversized}", Absence.Unreadable)]);
        }

        var first = await Fetch(site, scope, ids[..(ids.Length / 2)], known, cancellation);
        var second = await Fetch(site, scope, ids[(ids.Length / 2)..], known, cancellation);
        return new FetchedItems([.. first.Items, .. second.Items], [.. first.Unavailable, .. second.Unavailable], [.. first.Payloads, .. second.Payloads]);
    }
}
