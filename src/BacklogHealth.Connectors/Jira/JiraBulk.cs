using System.Collections.Immutable;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>
/// Fetches issues of a Cloud in bulk, and their histories. Issues come first and histories after them, so that a change between the two is in the
/// history and not in the stamp: the next listing then fetches the issue again.
/// </summary>
internal static class JiraBulk
{
    /// <summary>Issues in one bulk request, by Jira's limit.</summary>
    public const int MostAtOnce = 100;

    public static async Task<JiraBatch> Fetch(JiraSite site, JiraFields fields, ImmutableArray<string> ids, CancellationToken cancellation)
    {
        var answer = await site.Http.Ask(Request(ids, fields), cancellation);
        if (answer.Oversized is { } oversized)
        {
            answer.Dispose();
            return new JiraBatch { Oversized = oversized };
        }

        var batch = new JiraBatch();
        try
        {
            foreach (var failed in Take(batch, answer).Where(f => ids.Length > 1 && f.Absence == Absence.Unreadable))
            {
                await Alone(site, fields, batch, failed.Id, cancellation);
            }

            if (await JiraHistories.Read(site, batch, [.. ids.Where(id => batch.Issue(id) is not null)], cancellation) is { } tooLarge)
            {
                batch.Dispose();
                return new JiraBatch { Oversized = tooLarge };
            }

            await OneByOneWhereCut(site, batch, cancellation);
            return batch;
        }
        catch
        {
            batch.Dispose();
            throw;
        }
    }

    // What came in bulk stays: an issue's own history may be refused, and then all is known that can be.
    private static async Task OneByOneWhereCut(JiraSite site, JiraBatch batch, CancellationToken cancellation)
    {
        ImmutableArray<string> came = [.. batch.Ids];
        if (came.IsEmpty || !await JiraHistoryProof.IsCut(site, batch, came, cancellation))
        {
            return;
        }

        foreach (var id in came)
        {
            var (histories, whole) = await JiraLongHistory.Pages(site, batch, id, cancellation);
            batch.Add(id, histories, whole);
        }
    }

    // Jira leaves issues out of a large answer that would fit one of their own.
    private static async Task Alone(JiraSite site, JiraFields fields, JiraBatch batch, string id, CancellationToken cancellation)
    {
        var answer = await site.Http.Ask(Request([id], fields), cancellation);
        if (answer.Oversized is null)
        {
            Take(batch, answer);
            return;
        }

        answer.Dispose();
        batch.Add(JiraAbsence.Unreadable(id, $"the tracker's answer for it has {answer.Oversized}"));
    }

    private static List<UnavailableItem> Take(JiraBatch batch, TrackerAnswer answer)
    {
        batch.Hold(answer);
        foreach (var issue in answer.List("issues").EnumerateArray())
        {
            batch.Add(issue);
        }

        var failed = answer.Root.Entries("issueErrors").Select(e => e.Text("id") is { } id ? JiraAbsence.Of(id, e.Text("errorMessage") ?? "no reason given") : null).OfType<UnavailableItem>().ToList();
        failed.ForEach(batch.Add);
        return failed;
    }

    private static TrackerRequest Request(ImmutableArray<string> ids, JiraFields fields) => TrackerRequest.Post("/rest/api/3/issue/bulkfetch", json =>
    {
        JiraBody.Strings(json, "issueIdsOrKeys", ids);
        JiraBody.Strings(json, "fields", fields.Asked);
    });
}
