using System.Collections.Immutable;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>
/// Fetches issues with their whole history and all their comments. Issues come first and histories after them, so that a change between the two is
/// in the history and not in the stamp: the next listing then fetches the issue again.
/// </summary>
internal static class JiraFetch
{
    /// <summary>Issues in one bulk request, by Jira's limit.</summary>
    public const int MostAtOnce = 100;

    private const string Missing = "it does not exist any more, or the account may not see it";

    /// <summary>Fetches up to <see cref="MostAtOnce"/> issues.</summary>
    public static async Task<FetchedItems> Fetch(JiraSite site, JiraFields fields, ImmutableArray<string> ids, CancellationToken cancellation)
    {
        if (ids.IsEmpty)
        {
            return new FetchedItems([], []);
        }

        var request = TrackerRequest.Post("/rest/api/3/issue/bulkfetch", json =>
        {
            JiraBody.Strings(json, "issueIdsOrKeys", ids);
            JiraBody.Strings(json, "fields", fields.Asked);
        });
        using var answer = await site.Http.Ask(request, cancellation);
        if (answer.Oversized is { } oversized)
        {
            return await InHalves(site, fields, ids, oversized, cancellation);
        }

        var issues = answer.List("issues").EnumerateArray().Where(i => i.Text("id") is not null).DistinctBy(i => i.Text("id")).ToDictionary(i => i.Text("id")!, StringComparer.Ordinal);
        var reasons = answer.Root.Entries("issueErrors").Where(e => e.Text("id") is not null).DistinctBy(e => e.Text("id")).ToDictionary(e => e.Text("id")!, e => e.Text("errorMessage") ?? "no reason given", StringComparer.Ordinal);
        using var histories = await JiraHistories.Read(site, [.. ids.Where(issues.ContainsKey)], cancellation);
        var items = ImmutableArray.CreateBuilder<WorkItem>(ids.Length);
        var unavailable = ImmutableArray.CreateBuilder<UnavailableItem>();
        foreach (var id in ids)
        {
            if (!issues.TryGetValue(id, out var issue))
            {
                unavailable.Add(new(id, reasons.GetValueOrDefault(id, Missing)));
                continue;
            }

            var (item, reason) = await Item(site, fields, issue, JiraHistory.Read(histories.Of(id), fields), cancellation);
            if (item is not null)
            {
                items.Add(item);
            }
            else
            {
                unavailable.Add(new(id, reason!));
            }
        }

        return new FetchedItems(items.ToImmutable(), unavailable.ToImmutable());
    }

    // One monstrous issue must not keep the other ninety-nine out.
    private static async Task<FetchedItems> InHalves(JiraSite site, JiraFields fields, ImmutableArray<string> ids, string oversized, CancellationToken cancellation)
    {
        if (ids.Length == 1)
        {
            return new FetchedItems([], [new(ids[0], $"the tracker's answer for it has {oversized}")]);
        }

        var first = await Fetch(site, fields, ids[..(ids.Length / 2)], cancellation);
        var second = await Fetch(site, fields, ids[(ids.Length / 2)..], cancellation);
        return new FetchedItems([.. first.Items, .. second.Items], [.. first.Unavailable, .. second.Unavailable]);
    }

    // An issue carries its first comments along and says how many there are.
    private static async Task<(WorkItem? Item, string? Reason)> Item(JiraSite site, JiraFields fields, JsonElement issue, (ImmutableArray<FieldChange> Changes, bool All) history, CancellationToken cancellation)
    {
        var held = issue.Get("fields")?.Get("comment");
        if (held is { ValueKind: JsonValueKind.Object } page && page.Number("total") > page.Entries("comments").Count())
        {
            using var all = await JiraComments.Read(site, issue.Text("id")!, cancellation);
            return all is null ? (null, Missing) : JiraItems.Read(issue, history, all.Entries, fields);
        }

        return JiraItems.Read(issue, history, held switch
        {
            { ValueKind: JsonValueKind.Object } whole => whole.Entries("comments"),
            { ValueKind: JsonValueKind.Array } list => list.EnumerateArray(),
            _ => [],
        }, fields);
    }
}
