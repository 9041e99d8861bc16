using System.Collections.Immutable;
using System.Net;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>
/// Fetches issues of a Data Center by a search for their ids, with their histories in the same answer. What the search does not give is asked for by
/// itself: the search may lag behind, and this kind of Jira tells a deleted item from one that the account may not see.
/// </summary>
internal static class JiraSearchFetch
{
    /// <summary>Issues in one search: with their histories they are heavy for the site.</summary>
    public const int MostAtOnce = 50;

    public static async Task<JiraBatch> Fetch(JiraSite site, JiraFields fields, ImmutableArray<string> ids, KnownPayloads known, CancellationToken cancellation)
    {
        var batch = new JiraBatch();
        try
        {
            if (await Search(site, fields, batch, [.. ids.Where(JiraQuery.IsId)], cancellation) is { } oversized)
            {
                batch.Dispose();
                return new JiraBatch { Oversized = oversized };
            }

            foreach (var id in ids.Where(id => batch.Issue(id) is null))
            {
                await Alone(site, fields, batch, id, cancellation);
            }

            foreach (var id in ids)
            {
                if (batch.Issue(id) is { } issue)
                {
                    await JiraLongHistory.Read(site, batch, issue, known, cancellation);
                }
            }

            return batch;
        }
        catch
        {
            batch.Dispose();
            throw;
        }
    }

    // The site may give fewer at once than it is asked for; then it is asked again for the rest.
    private static async Task<string?> Search(JiraSite site, JiraFields fields, JiraBatch batch, ImmutableArray<string> ids, CancellationToken cancellation)
    {
        for (var rest = ids; !rest.IsEmpty;)
        {
            var answer = batch.Hold(await site.Http.Ask(Request(rest, fields), cancellation));
            if (answer.Oversized is { } oversized)
            {
                return oversized;
            }

            if (answer.Status == HttpStatusCode.BadRequest)
            {
                // A site that checks the ids all the same, and one of them is gone: each is asked for by itself.
                return null;
            }

            foreach (var issue in answer.List("issues").EnumerateArray())
            {
                batch.Add(issue);
            }

            ImmutableArray<string> left = answer.Root.Number("total") > answer.List("issues").GetArrayLength() ? [.. rest.Where(id => batch.Issue(id) is null)] : [];
            rest = left.Length < rest.Length ? left : [];
        }

        return null;
    }

    private static async Task Alone(JiraSite site, JiraFields fields, JiraBatch batch, string id, CancellationToken cancellation)
    {
        var path = $"/rest/api/2/issue/{Uri.EscapeDataString(id)}?fields={string.Join(',', fields.Asked)}&expand=changelog";
        var answer = batch.Hold(await site.Http.Ask(TrackerRequest.Get(path, mayBeForbidden: true), cancellation));
        if (answer.Oversized is { } oversized)
        {
            batch.Add(JiraAbsence.Unreadable(id, $"the tracker's answer for it has {oversized}"));
        }
        else if (answer.Ok)
        {
            batch.Add(answer.Root);
        }
        else
        {
            batch.Add(answer.Status switch
            {
                HttpStatusCode.NotFound when !JiraAbsence.MayBeHidden(answer.Problem) => new(id, Said(answer, "it does not exist any more"), Absence.Deleted),
                HttpStatusCode.Forbidden => new(id, Said(answer, "the account may not see it"), Absence.Forbidden),
                _ => JiraAbsence.Of(id, Said(answer, FormattableString.Invariant($"the tracker answered with {(int)answer.Status}"))),
            });
        }
    }

    private static string Said(TrackerAnswer answer, string otherwise) => answer.Problem.Length > 0 ? answer.Problem : otherwise;

    // Ids that are gone must not spoil the search for the others: a query is only validated where it is told to be.
    private static TrackerRequest Request(ImmutableArray<string> ids, JiraFields fields) => TrackerRequest.Post("/rest/api/2/search", json =>
    {
        json.WriteString("jql", JiraQuery.Of(ids));
        json.WriteNumber("startAt", 0);
        json.WriteNumber("maxResults", ids.Length);
        json.WriteBoolean("validateQuery", false);
        JiraBody.Strings(json, "fields", fields.Asked);
        JiraBody.Strings(json, "expand", ["changelog"]);
    });
}
