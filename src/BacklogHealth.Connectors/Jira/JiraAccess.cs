using System.Collections.Immutable;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Tries each permission that reading needs, by asking for a little of what it gives.</summary>
internal static class JiraAccess
{
    public static async Task<ImmutableArray<AccessCheck>> Try(JiraSite site, CancellationToken cancellation)
    {
        await JiraDiscovery.Zone(site, cancellation);
        var checks = ImmutableArray.CreateBuilder<AccessCheck>();
        checks.Add(new("Sign in", Granted: true, "to be known to the tracker", Needed: true));
        checks.Add(Of("Browse projects", await MayBrowse(site, cancellation), "to list and read the team's items", needed: true, JiraPermission.Remedy(site)));
        await Items(site, checks, cancellation);
        var (_, fields) = await site.TryAsk(site.Api("/field"), Any, cancellation);
        checks.Add(Of("Read fields", fields is null, "to find story points, backlog order and sprints", needed: true, $"The tracker answered with {fields}. Give the token the scope to read Jira."));
        var boards = await Boards(site, cancellation);
        checks.Add(Of("Read boards and sprints", boards is null, "to know sprints with their goals, and the order of states", needed: false, $"The tracker answered with {boards}. Give the account access to Jira Software, and the token the scopes to read boards and sprints."));
        return checks.ToImmutable();
    }

    // Where the site does not say, the project itself shows whether it may be seen; one that is not there is no lack of permission.
    private static async Task<bool> MayBrowse(JiraSite site, CancellationToken cancellation)
    {
        if (await JiraPermission.MayBrowse(site, cancellation) is { } said)
        {
            return said;
        }

        if (site.Options.Project.Length == 0)
        {
            return true;
        }

        var (_, refused) = await site.TryAsk(site.Api($"/project/{Uri.EscapeDataString(site.Options.Project)}"), Any, cancellation);
        return refused?.Split(':')[0] == "404" ? throw await JiraUnknownProject.Fault(site, cancellation) : refused is null;
    }

    private static async Task Items(JiraSite site, ImmutableArray<AccessCheck>.Builder checks, CancellationToken cancellation)
    {
        if (JiraQuery.Of(site.Options) is not { } query)
        {
            return;
        }

        var (id, refused) = await site.TryAsk(site.Dialect.FirstOf(query), i => i.Entries("issues").Select(e => e.Text("id")).FirstOrDefault() ?? "", cancellation);
        checks.Add(Of("Search", refused is null, "to list the team's items", needed: true, $"The tracker answered with {refused}. Mend {site.TeamSetting("Project", "Query")}, or ask an administrator for the permission to see them."));
        if (id is { Length: > 0 })
        {
            var (_, history) = await site.TryAsk(site.Dialect.HistoryOf(id), Any, cancellation);
            checks.Add(Of("Read histories", history is null, "to know when items were started and finished", needed: true, $"The tracker answered with {history}. Give the token the scope to read issue histories."));
        }
    }

    private static async Task<string?> Boards(JiraSite site, CancellationToken cancellation)
    {
        var path = site.Options.Project.Length > 0 ? $"/rest/agile/1.0/board?projectKeyOrId={Uri.EscapeDataString(site.Options.Project)}&maxResults=50" : "/rest/agile/1.0/board?maxResults=50";
        var (board, refused) = await site.TryAsk(path, p => p.Entries("values").Select(JiraBoard.Of).FirstOrDefault(b => b?.MayHaveSprints == true) ?? new JiraBoard("", "", "kanban"), cancellation);
        if (refused is not null || board is not { MayHaveSprints: true })
        {
            return refused;
        }

        // A board that cannot have sprints says so with 400 or 422; that is no lack of permission.
        var (_, sprints) = await site.TryAsk($"/rest/agile/1.0/board/{board.Id}/sprint?maxResults=1", Any, cancellation);
        return sprints?.Split(':')[0] is "400" or "422" ? null : sprints;
    }

    private static string? Any(JsonElement answer) => answer.ValueKind.ToString();

    private static AccessCheck Of(string permission, bool granted, string why, bool needed, string remedy) => new(permission, granted, why, needed, granted ? "" : remedy);
}
