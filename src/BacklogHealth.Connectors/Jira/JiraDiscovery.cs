using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Finds out who we are, what the project's states mean, which board and which fields are the team's.</summary>
internal static class JiraDiscovery
{
    public static async Task<JiraScope> Describe(JiraSite site, CancellationToken cancellation)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        var zone = await Zone(site, cancellation);
        var pages = await Pages(site, cancellation);
        var (board, sprints) = await JiraBoards.Read(site, notes, cancellation);
        var workflow = await JiraStatuses.Read(site, board, notes, cancellation);
        using var fields = await site.Http.Ask(TrackerRequest.Get("/rest/api/3/field"), cancellation);
        return new JiraScope(
            new TrackerProfile(workflow, sprints, zone, $"{pages}/browse/{{key}}", notes.ToImmutable()),
            JiraFieldSearch.Find(site, fields.List(), board, notes));
    }

    private static async Task<string?> Zone(JiraSite site, CancellationToken cancellation)
    {
        using var answer = await site.Http.Ask(TrackerRequest.Get("/rest/api/3/myself"), cancellation);
        if (answer.Status == HttpStatusCode.NotFound || (answer.Ok && answer.Root.ValueKind != JsonValueKind.Object))
        {
            throw new TrackerException(TrackerFault.Unreachable, $"{site.Site.Where}: there is no Jira Cloud at this address ({(int)answer.Status} for /rest/api/3/myself). Expected the address of a site, for example https://acme.atlassian.net. Set Connections:{site.Site.Name}:BaseUrl.");
        }

        return answer.Root.Text("timeZone");
    }

    private static async Task<string> Pages(JiraSite site, CancellationToken cancellation)
    {
        using var answer = await site.Http.Ask(TrackerRequest.Get("/rest/api/3/serverInfo"), cancellation);
        if (answer.Root.Text("deploymentType") is { } deployment && !deployment.Equals("Cloud", StringComparison.OrdinalIgnoreCase))
        {
            throw site.Settings($"this is a Jira of the kind '{deployment}'. Expected Jira Cloud. Set Connections:{site.Site.Name}:Kind to JiraDataCenter.");
        }

        var said = Uri.TryCreate(answer.Root.Text("baseUrl"), UriKind.Absolute, out var own) && (own.Scheme == Uri.UriSchemeHttps || own.Scheme == Uri.UriSchemeHttp) ? own : null;
        return (site.Options.BrowseUrl ?? said)?.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/') ?? site.Site.Address;
    }
}
