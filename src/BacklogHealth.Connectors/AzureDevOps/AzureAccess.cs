using System.Collections.Immutable;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>Tries each permission that reading needs, by asking for what a sync asks for.</summary>
internal static class AzureAccess
{
    private const string WorkItems = "Work Items: Read (vso.work)";
    private const string Projects = "Project and Team: Read (vso.project)";

    public static async Task<ImmutableArray<AccessCheck>> Check(AzureSite site, CancellationToken cancellation)
    {
        await AzureDiscovery.SignedIn(site, cancellation);
        AzureProject? project = null;
        var checks = ImmutableArray.CreateBuilder<AccessCheck>();
        checks.Add(await Try(site, Projects, "to find the project and its team", async () => project = await AzureProject.Find(site, cancellation), mendable: true));
        if (project is null)
        {
            return checks.ToImmutable();
        }

        DateTimeOffset? asOf = null;
        var seen = 0;
        checks.Add(await Try(site, WorkItems, "to list and read the team's items", async () =>
        {
            // All of the project, since a team may well have no items yet.
            using var answer = await site.Post($"{project.Path}/_apis/wit/wiql?$top=1", json => json.WriteString("query", AzureQuery.Of(AzureQuery.InProject(""))), cancellation);
            var found = AzureWindows.Read(site, answer);
            (asOf, seen) = (found.AsOf, found.Ids.Length);
        }));
        if (checks[^1].Granted)
        {
            checks.Add(new("View work items in this node", seen > 0, "to see the items below the team's area paths", Needed: true, seen > 0
                ? ""
                : $"Not one item of project {project.Name} can be seen. Where it has items, let an administrator give the account \"View work items in this node\" in the project's area settings."));
            if (asOf is { } now)
            {
                checks.Add(await Try(site, WorkItems, "to learn what has changed from the organisation's records of revisions and links", () => AzureMoves.Since(site, now, cancellation)));
            }
        }

        checks.Add(await Team(site, project, cancellation));
        return checks.ToImmutable();
    }

    private static async Task<AccessCheck> Team(AzureSite site, AzureProject project, CancellationToken cancellation)
    {
        const string Use = "to read the team's iterations and the columns of its boards";
        if (project.Team is null)
        {
            return new(Projects, false, Use, Needed: false, $"Let an administrator add the account to the readers of project {project.Name}, so that it can see the project's team.");
        }

        return await Try(site, WorkItems, Use, async () =>
        {
            using var iterations = await site.Get($"{project.TeamPath}/_apis/work/teamsettings/iterations", cancellation);
            using var boards = await site.Get($"{project.TeamPath}/_apis/work/boards", cancellation);
            _ = (iterations.Root, boards.Root);
        }, needed: false);
    }

    // A refusal answers the question; no answer at all does not, nor does a wrong name in settings.
    private static async Task<AccessCheck> Try(AzureSite site, string permission, string use, Func<Task> ask, bool needed = true, bool mendable = false)
    {
        try
        {
            await ask();
            return new(permission, true, use, needed);
        }
        catch (TrackerException e) when (e.InnerException is null && (e.Fault is TrackerFault.Refused or TrackerFault.Unreachable || (e.Fault == TrackerFault.Settings && !mendable)))
        {
            return new(permission, false, use, needed, $"{e.Message} {site.Grant(permission)}");
        }
    }
}
