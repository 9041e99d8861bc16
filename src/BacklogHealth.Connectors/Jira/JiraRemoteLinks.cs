using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>
/// Links of an issue to other systems. Jira gives them one issue at a time, which would double the requests of a pull; but it writes each link into
/// the history of its issue. So they are asked for where the history names one, and where it is not whole; and not again while it names no new one.
/// A link that an import brought along without a history is not seen.
/// </summary>
internal static class JiraRemoteLinks
{
    /// <summary>Reads them; none where the site does not give them.</summary>
    public static async Task<IReadOnlyCollection<JsonElement>> Read(
        JiraSite site, JiraBatch batch, string id, IReadOnlyCollection<JiraHistoryEntry> histories, bool whole, KnownPayloads known, CancellationToken cancellation)
    {
        var named = Named(histories);
        if (named.Count == 0 && whole)
        {
            return [];
        }

        if (whole && await known(id, cancellation) is { } payload && JiraPayload.Open(payload) is { } kept)
        {
            var parts = batch.Hold(kept).Parts;
            if (parts.HistoriesWhole && named.SetEquals(Named(parts.Histories)))
            {
                return parts.RemoteLinks;
            }
        }

        var answer = batch.Hold(await site.Http.Ask(TrackerRequest.Get(site.Api($"/issue/{Uri.EscapeDataString(id)}/remotelink"), mayBeForbidden: true), cancellation));
        return answer.Ok && answer.Root.ValueKind == JsonValueKind.Array ? [.. answer.Root.EnumerateArray()] : [];
    }

    // Few histories name a link, and every history of a pull is looked through.
    private static HashSet<string> Named(IReadOnlyCollection<JiraHistoryEntry> histories)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var history in histories)
        {
            foreach (var item in history.Items)
            {
                if (item.Field is "RemoteWorkItemLink" or "RemoteIssueLink")
                {
                    named.Add(history.Id.AsText() ?? "");
                }
            }
        }

        return named;
    }
}
