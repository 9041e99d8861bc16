using System.Globalization;
using System.Net;
using System.Text.Json;
using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>
/// Reads all updates of one item, over as many pages as it takes. Updates never change, so those that are known already are not asked for again; only
/// the last of them is, as proof that both lists are the same. An update that is too large to be read is left out, and the history has a hole.
/// </summary>
internal static class AzureUpdates
{
    /// <summary>Most updates in one page.</summary>
    public const int MostAtOnce = 200;

    /// <summary>Reads them in their order.</summary>
    /// <param name="site">The organisation or collection.</param>
    /// <param name="path">Path of the item.</param>
    /// <param name="revision">The item's revision, which the last update reaches.</param>
    /// <param name="known">Updates that are known already, from the first on.</param>
    /// <param name="take">Takes each update.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Null; or the refusal, where the item's updates may not be read.</returns>
    /// <exception cref="TrackerException">The pages go in circles.</exception>
    public static async Task<HttpStatusCode?> Read(AzureSite site, string path, double revision, IReadOnlyList<JsonElement> known, Action<JsonElement> take, CancellationToken cancellation)
    {
        var (skip, top, last, reached) = (Math.Max(0, known.Count - 1), MostAtOnce, 0.0, 0.0);
        while (true)
        {
            using var answer = await site.Get(string.Create(CultureInfo.InvariantCulture, $"{path}/updates?$top={top}&$skip={skip}"), cancellation);
            if (answer.Oversized is not null)
            {
                (skip, top) = top > 1 ? (skip, (top + 1) / 2) : (skip + 1, MostAtOnce);
                continue;
            }

            if (answer.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
            {
                return answer.Status;
            }

            if (answer.Status == HttpStatusCode.BadRequest && skip > 0)
            {
                return null; // beyond the number of updates that the interface gives
            }

            var page = answer.List("value");
            if (known.Count > 0)
            {
                if (page.GetArrayLength() == 0 || page[0].Text("id") != known[^1].Text("id"))
                {
                    (skip, known) = (0, []);
                    continue;
                }

                foreach (var update in known.Take(known.Count - 1))
                {
                    take(update);
                }

                known = [];
            }

            foreach (var update in page.EnumerateArray())
            {
                var id = update.Number("id") ?? 0;
                if (id <= last)
                {
                    throw site.Incomplete(string.Create(CultureInfo.InvariantCulture, $"GET {path}/updates gave update {id} behind update {last}. Expected each update once and in order."));
                }

                (last, reached) = (id, Math.Max(reached, update.Number("rev") ?? 0));
                take(update);
            }

            skip += page.GetArrayLength();
            if (page.GetArrayLength() == 0 || (page.GetArrayLength() < top && reached >= revision))
            {
                return null;
            }
        }
    }
}
