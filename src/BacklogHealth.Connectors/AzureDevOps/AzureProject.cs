using System.Net;
using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>The project and the team that are read.</summary>
/// <param name="Name">The project's name, as paths and area paths have it.</param>
/// <param name="Team">The team's name; null where there is none that we can see.</param>
internal sealed record AzureProject(string Name, string? Team)
{
    /// <summary>Path of what belongs to the project.</summary>
    public string Path => $"/{Uri.EscapeDataString(Name)}";

    /// <summary>Path of what belongs to the team; that of the project where there is none.</summary>
    public string TeamPath => Team is null ? Path : $"{Path}/{Uri.EscapeDataString(Team)}";

    /// <summary>Finds the project, and its team: the one in the settings, else the project's own.</summary>
    /// <exception cref="TrackerException">There is no such project or team, as far as our account can see.</exception>
    public static async Task<AzureProject> Find(AzureSite site, CancellationToken cancellation)
    {
        var wanted = site.Options.Project;
        if (string.IsNullOrWhiteSpace(wanted))
        {
            throw site.Settings($"the team has no project. Expected one, since area paths, iterations and boards belong to a project. Set {site.TeamSetting("Project")} to its name.");
        }

        using var answer = await site.Get($"/_apis/projects/{Uri.EscapeDataString(wanted)}", cancellation);
        if (answer.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
        {
            var (names, _) = await AzurePages.Read(site, "/_apis/projects?stateFilter=wellFormed", p => p.Text("name"), cancellation);
            var expected = names.Count == 0 ? "the name or the id of a project" : $"one of: {Choices.Listed(names)}";
            throw site.NotGiven(answer, $"there is no project '{wanted}' that the account can see ({AzureSite.Refusal(answer)}). Expected {expected}. Set {site.TeamSetting("Project")}, or let an administrator add the account to the project's readers.");
        }

        var name = answer.Root.Text("name") ?? wanted;
        return site.Options.Team.Length > 0
            ? new(name, await TeamNamed(site, answer.Root.Text("id") ?? wanted, name, cancellation))
            : new(name, answer.Root.Get("defaultTeam")?.Text("name"));
    }

    private static async Task<string> TeamNamed(AzureSite site, string projectId, string project, CancellationToken cancellation)
    {
        var wanted = site.Options.Team;
        using var answer = await site.Get($"/_apis/projects/{Uri.EscapeDataString(projectId)}/teams/{Uri.EscapeDataString(wanted)}", cancellation);
        if (answer.Ok || answer.Oversized is not null)
        {
            return answer.Root.Text("name") ?? wanted;
        }

        var (teams, _) = await AzurePages.Read(site, $"/_apis/projects/{Uri.EscapeDataString(projectId)}/teams", t => t.Text("name"), cancellation);
        var known = teams.Count == 0 ? "" : $" Expected one of: {Choices.Listed([.. teams.Select(t => $"'{t}'")])}.";
        throw site.NotGiven(answer, $"project '{project}' has no team '{wanted}' that the account can see ({AzureSite.Refusal(answer)}).{known} Set {site.TeamSetting("Board")}.");
    }
}
