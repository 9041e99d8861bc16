using System.Globalization;
using System.Net;
using System.Text.Json;
using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.Jira;

/// <summary>
/// The comments of an issue. It carries its first ones along and says how many there are; where those are not all, all are asked for, since earlier
/// ones may have been edited.
/// </summary>
internal static class JiraComments
{
    private const int PageSize = 100;

    /// <summary>Reads them all; null where the issue has gone meanwhile, or they cannot be read.</summary>
    /// <exception cref="TrackerException">They could not be read, or there are fewer than the site says.</exception>
    public static async Task<IReadOnlyCollection<JsonElement>?> Read(JiraSite site, JiraBatch batch, JsonElement issue, CancellationToken cancellation)
    {
        var held = issue.Get("fields")?.Get("comment");
        List<JsonElement> came = held switch
        {
            { ValueKind: JsonValueKind.Object } page => [.. page.Entries("comments")],
            { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray()],
            _ => [],
        };
        return held is { ValueKind: JsonValueKind.Object } first && first.Number("total") > came.Count ? await Pages(site, batch, issue.Text("id")!, cancellation) : came;
    }

    private static async Task<IReadOnlyCollection<JsonElement>?> Pages(JiraSite site, JiraBatch batch, string id, CancellationToken cancellation)
    {
        var comments = new List<JsonElement>();
        var (start, total) = (0, 1.0);
        while (start < total)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"/issue/{Uri.EscapeDataString(id)}/comment?startAt={start}&maxResults={PageSize}");
            var page = batch.Hold(await site.Http.Ask(TrackerRequest.Get(site.Api(path)), cancellation));
            if (page.Status == HttpStatusCode.NotFound)
            {
                return null;
            }

            if (page.Oversized is { } oversized)
            {
                batch.Add(JiraAbsence.Unreadable(id, $"the tracker's answer for its comments has {oversized}"));
                return null;
            }

            var read = page.List("comments").GetArrayLength();
            comments.AddRange(page.List("comments").EnumerateArray());
            total = page.Root.Number("total") ?? 0;
            start += read;
            if (read == 0 && start < total)
            {
                throw site.Unproven(string.Create(CultureInfo.InvariantCulture, $"item {id} has {total} comments and gave {start}"), "all of them");
            }
        }

        return [.. comments.DistinctBy(c => c.Text("id"))];
    }
}
