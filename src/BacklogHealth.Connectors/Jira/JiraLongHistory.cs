using System.Globalization;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>
/// Completes a history that came along with its issue (Data Center). Where it was cut short, the kept payload may hold the rest, since histories
/// never change; else the history is asked for page by page, which not every version can. What is still missing then is said, never guessed.
/// </summary>
internal static class JiraLongHistory
{
    private const int PageSize = 100;

    public static async Task Read(JiraSite site, JiraBatch batch, JsonElement issue, KnownPayloads known, CancellationToken cancellation)
    {
        var (id, changelog) = (issue.Text("id")!, issue.Get("changelog") ?? default);
        var came = changelog.Entries("histories").Select(JiraHistoryEntry.Of).ToList();
        var total = changelog.Number("total") ?? came.Count;
        if (changelog.ValueKind == JsonValueKind.Object && came.Count >= total)
        {
            batch.Add(id, came);
            return;
        }

        var ids = came.Select(h => h.Id.AsText()).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var kept = await Kept(batch, id, known, cancellation);
        if (changelog.ValueKind == JsonValueKind.Object && ids.Union(kept.Select(h => h.Id.AsText()).OfType<string>()).Count() >= total)
        {
            batch.Add(id, [.. came, .. kept]);
            return;
        }

        var (paged, whole) = await Pages(site, batch, id, cancellation);
        batch.Add(id, [.. came, .. kept, .. paged], whole);
    }

    private static async Task<IReadOnlyCollection<JiraHistoryEntry>> Kept(JiraBatch batch, string id, KnownPayloads known, CancellationToken cancellation) =>
        await known(id, cancellation) is { } payload && JiraPayload.Open(payload) is { } opened ? batch.Hold(opened).Parts.Histories : [];

    /// <summary>An issue's own history, page by page, and whether that was all of it.</summary>
    public static async Task<(List<JiraHistoryEntry> Histories, bool Whole)> Pages(JiraSite site, JiraBatch batch, string id, CancellationToken cancellation)
    {
        var histories = new List<JiraHistoryEntry>();
        while (true)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{site.Api($"/issue/{Uri.EscapeDataString(id)}/changelog")}?startAt={histories.Count}&maxResults={PageSize}");
            var page = batch.Hold(await site.Http.Ask(TrackerRequest.Get(path, mayBeForbidden: true), cancellation));
            if (!page.Ok)
            {
                return (histories, false);
            }

            var before = histories.Count;
            histories.AddRange(page.List("values").EnumerateArray().Select(JiraHistoryEntry.Of));
            if (page.Root.Flag("isLast") ?? (histories.Count >= (page.Root.Number("total") ?? 0)))
            {
                return (histories, histories.Count >= (page.Root.Number("total") ?? 0));
            }

            if (histories.Count == before)
            {
                return (histories, false);
            }
        }
    }
}
