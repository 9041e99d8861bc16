using System.Collections.Immutable;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>Lists the projects that our account can see, with their teams.</summary>
internal static class AzurePlaces
{
    public static async Task<ImmutableArray<TrackerPlace>> Read(AzureSite site, CancellationToken cancellation)
    {
        var (projects, refusal) = await AzurePages.Read(site, "/_apis/projects?stateFilter=wellFormed", p => p.Text("name"), cancellation);
        if (refusal is not null)
        {
            throw new TrackerException(TrackerFault.Refused, $"{site.Site.Where}: the projects could not be listed ({refusal}). Expected an account that may see projects. {site.Grant("Project and Team: Read")}");
        }

        var dialect = await site.Dialect(cancellation);
        var (teams, _) = await AzurePages.Read(site, "/_apis/teams", t => t.Text("name") is { } name && t.Text("projectName") is { } project ? new Team(name, project) : null, cancellation, dialect.OfAllTeams);
        var byProject = teams.ToLookup(t => t.Project, t => t.Name, StringComparer.OrdinalIgnoreCase);
        return [.. projects.Order(StringComparer.OrdinalIgnoreCase).Select(p => new TrackerPlace(p, p, [.. byProject[p].Order(StringComparer.OrdinalIgnoreCase)]))];
    }

    private sealed record Team(string Name, string Project);
}
