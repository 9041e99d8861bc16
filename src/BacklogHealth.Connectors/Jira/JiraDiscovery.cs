using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Finds out who we are, what the team's items are, what their states mean, which boards and which fields are the team's.</summary>
internal static class JiraDiscovery
{
    public static async Task<JiraScope> Describe(JiraSite site, CancellationToken cancellation)
    {
        RequireScope(site);
        var notes = ImmutableArray.CreateBuilder<string>();
        var zone = await Zone(site, cancellation);
        var pages = await Pages(site, cancellation);
        var (projectId, releases) = await Project(site, cancellation);
        var boards = await JiraBoards.Read(site, notes, cancellation);
        var filter = JiraQuery.Of(site.Options) is null ? await SavedFilter(site, boards.Chosen, cancellation) : "";
        releases = site.Options.Project.Length == 0 ? await JiraReleases.Of(site, boards.Chosen, notes, cancellation) : releases;
        var workflow = await JiraStatuses.Read(site, boards.Chosen, projectId, notes, cancellation);
        using var list = await site.Http.Ask(TrackerRequest.Get(site.Api("/field")), cancellation);
        var fields = JiraFieldSearch.Find(site, list.List(), boards, projectId, notes);
        var found = fields.Found.Select(f => new FieldFound(f.Meaning, f.Field.Id, f.Field.Name, f.Field.How));
        return new JiraScope(
            new TrackerProfile(workflow, boards.Sprints, zone, $"{pages}/browse/{{key}}", notes.ToImmutable(), [.. found], filter, releases) { AuthorUrl = pages + site.Dialect.AuthorPage }, fields, JiraQuery.Of(site.Options) ?? filter);
    }

    /// <summary>The account's zone; null where it has none.</summary>
    /// <exception cref="TrackerException">There is no Jira, or it takes us for nobody.</exception>
    public static async Task<string?> Zone(JiraSite site, CancellationToken cancellation)
    {
        using var answer = await site.Http.Ask(TrackerRequest.Get(site.Api("/myself")), cancellation);
        if (answer.Status == HttpStatusCode.NotFound || (answer.Ok && answer.Root.ValueKind != JsonValueKind.Object))
        {
            throw new TrackerException(TrackerFault.Settings, FormattableString.Invariant($"{site.Site.Where}: there is no {site.Dialect.Product} at this address ({(int)answer.Status} for {site.Api("/myself")}). Expected the address of a site, for example {site.Dialect.ExampleAddress}. Set {site.Site.Setting("BaseUrl")}."));
        }

        return site.Dialect.AccountOf(answer.Root) is not null
            ? answer.Root.Text("timeZone")
            : throw site.Refused($"the tracker answers, but takes us for nobody: it names no account. Expected {site.Dialect.Credentials}, since nobody sees an empty backlog. Set {site.Credentials.SettingsOf(site.Site)}.");
    }

    private static void RequireScope(JiraSite site)
    {
        var o = site.Options;
        if (string.IsNullOrWhiteSpace(o.Project) && string.IsNullOrWhiteSpace(o.Board) && string.IsNullOrWhiteSpace(o.Query))
        {
            throw site.Settings($"the team has neither a project nor a query nor a board. Expected at least one, so that not the whole site is read. Set {site.TeamSetting("Project")}, for example to CHK.");
        }
    }

    private static async Task<string> Pages(JiraSite site, CancellationToken cancellation)
    {
        using var answer = await site.Http.Ask(TrackerRequest.Get(site.Api("/serverInfo")), cancellation);
        if (answer.Root.Text("deploymentType") is { } deployment && !site.Dialect.IsDeployment(deployment))
        {
            var right = site.Dialect is JiraCloud ? JiraDataCenter.Instance : (JiraDialect)JiraCloud.Instance;
            throw site.Settings($"this is a Jira of the kind '{deployment}'. Expected {site.Dialect.Product}. Set {site.Site.Setting("Kind")} to {right.Kind}.");
        }

        var said = Uri.TryCreate(answer.Root.Text("baseUrl"), UriKind.Absolute, out var own) && (own.Scheme == Uri.UriSchemeHttps || own.Scheme == Uri.UriSchemeHttp) ? own : null;
        return (site.Options.BrowseUrl ?? said)?.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/') ?? site.Site.Address;
    }

    private static async Task<(string? Id, ImmutableArray<Release> Releases)> Project(JiraSite site, CancellationToken cancellation)
    {
        if (await JiraPermission.MayBrowse(site, cancellation) == false)
        {
            throw JiraPermission.Missing(site);
        }

        var project = site.Options.Project;
        if (project.Length == 0)
        {
            return (null, []);
        }

        using var answer = await site.Http.Ask(TrackerRequest.Get(site.Api($"/project/{Uri.EscapeDataString(project)}")), cancellation);
        return answer.Status == HttpStatusCode.NotFound ? throw await JiraUnknownProject.Fault(site, cancellation) : (answer.Root.Text("id"), JiraReleases.Read(answer.Root.Get("versions")));
    }

    // Without project and query the team's items are what its board's filter finds: all of it, whatever the columns show.
    private static async Task<string> SavedFilter(JiraSite site, JiraBoard? board, CancellationToken cancellation)
    {
        if (board?.FilterId is not { } id)
        {
            throw site.Settings($"the saved filter of board {board?.ToString() ?? $"'{site.Options.Board}'"} is not known. Expected a board with a filter. Set {site.TeamSetting("Project", "Query")}.");
        }

        var (jql, refused) = await site.TryAsk(site.Api($"/filter/{Uri.EscapeDataString(id)}"), f => f.Text("jql"), cancellation);
        return jql is null
            ? throw site.Settings($"the saved filter {id} of board {board} could not be read{(refused is null ? "" : $" ({refused})")}. Expected a filter that is shared with the account. Share it, or set {site.TeamSetting("Project", "Query")}.")
            : JiraQuery.Of(jql) ?? throw site.Settings($"the saved filter {id} of board {board} finds every item of the site. Expected a filter with a condition. Mend it, or set {site.TeamSetting("Project", "Query")}.");
    }
}
