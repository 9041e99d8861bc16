using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.Jira;

/// <summary>
/// Finds out whether histories that came in bulk were cut without a word. Jira tells no count with them, but each issue's own history tells how many
/// entries it has. Of every answer one issue is asked, the one with the most entries: a limit shows there first. One small request for a hundred issues.
/// </summary>
internal static class JiraHistoryProof
{
    /// <summary>True where an issue's own history holds a change of state that was there before, and that did not come in bulk.</summary>
    /// <param name="site">The site.</param>
    /// <param name="batch">The issues with the histories that came.</param>
    /// <param name="ids">Their ids; one at least.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<bool> IsCut(JiraSite site, JiraBatch batch, ImmutableArray<string> ids, CancellationToken cancellation)
    {
        // Of several that are as long one that is resolved, since it came there from somewhere, and of those the oldest.
        var id = ids.OrderByDescending(i => batch.Histories(i).Histories.Count).ThenBy(i => batch.Issue(i)?.Get("fields")?.Get("resolution") is null)
            .ThenBy(i => i.Length).ThenBy(i => i, StringComparer.Ordinal).First();
        var came = batch.Histories(id).Histories;
        if (await Total(site, id, cancellation) is not { } total || total <= came.Count)
        {
            return false;
        }

        // More may have been written since, and what tells nothing of states may well be left out in bulk: neither is a cut.
        var (own, _) = await JiraLongHistory.Pages(site, batch, id, cancellation);
        var updated = JiraInstant.Of(batch.Issue(id)?.Get("fields")?.Get("updated"));
        var known = came.Select(h => h.Id.AsText()).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return own.Any(h => IsOfState(h) && JiraInstant.Of(h.Created) <= updated && h.Id.AsText() is { } entry && !known.Contains(entry));
    }

    private static async Task<long?> Total(JiraSite site, string id, CancellationToken cancellation)
    {
        using var answer = await site.Http.Ask(TrackerRequest.Get(string.Create(CultureInfo.InvariantCulture, $"{site.Api($"/issue/{Uri.EscapeDataString(id)}/changelog")}?startAt=0&maxResults=1"), mayBeForbidden: true), cancellation);
        return answer.Ok && answer.Root.ValueKind == JsonValueKind.Object && answer.Root.Number("total") is { } total ? (long)total : null;
    }

    private static bool IsOfState(JiraHistoryEntry entry) => entry.Items.Any(i => (i.FieldId ?? i.Field) == "status");
}
