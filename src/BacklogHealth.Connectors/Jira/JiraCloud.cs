using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Jira Cloud: interface version 3, document format, account ids, pages by token, items and histories in bulk.</summary>
internal sealed class JiraCloud : JiraDialect
{
    public static readonly JiraCloud Instance = new();

    public override string Product => "Jira Cloud";

    public override string Kind => "JiraCloud";

    public override string ExampleAddress => "https://acme.atlassian.net";

    public override string Api => "/rest/api/3";

    public override string Credentials => "an e-mail address and an API token that is still valid";

    public override int FetchSize => JiraBulk.MostAtOnce;

    public override string AuthorPage => "/jira/people/{author}";

    public override bool IsDeployment(string deploymentType) => deploymentType.Equals("Cloud", StringComparison.OrdinalIgnoreCase);

    public override string? AccountOf(JsonElement? account) => account?.Get("accountId") is { } id ? JiraWords.Of(id) : null;

    public override string Opaque(string id) => id;

    /// <summary>Plain: texts with markup are documents.</summary>
    public override StructuredText Words(string text) => StructuredText.FromPlain(text);

    public override IAsyncEnumerable<CensusPage> List(JiraSite site, JiraScope scope, CancellationToken cancellation) => JiraCensus.List(site, scope, cancellation);

    public override async Task<int?> Count(JiraSite site, string query, CancellationToken cancellation)
    {
        using var answer = await site.Http.Ask(TrackerRequest.Post("/rest/api/3/search/approximate-count", json => json.WriteString("jql", query)), cancellation);
        return answer.Status switch
        {
            HttpStatusCode.NotFound => null,
            HttpStatusCode.BadRequest => throw JiraSearch.RefusedQuery(site, query, answer),
            _ => answer.Root.Number("count") is { } count ? (int)Math.Clamp(count, 0, int.MaxValue) : null,
        };
    }

    public override Task<JiraBatch> Fetch(JiraSite site, JiraFields fields, ImmutableArray<string> ids, KnownPayloads known, CancellationToken cancellation) =>
        JiraBulk.Fetch(site, fields, ids, cancellation);

    public override TrackerRequest FirstOf(string query) => JiraSearch.ByToken(query, 1, ["updated"], null);

    public override TrackerRequest HistoryOf(string id) => JiraHistories.Request([id], null);

    public override TrackerRequest Permissions(string project) =>
        TrackerRequest.Get($"/rest/api/3/mypermissions?{(project.Length == 0 ? "" : $"projectKey={Uri.EscapeDataString(project)}&")}permissions=BROWSE_PROJECTS", mayBeForbidden: true);

    public override async Task<ImmutableArray<(string Key, string Name)>> Projects(JiraSite site, CancellationToken cancellation)
    {
        var (projects, refused) = await JiraPages.Read(site, "/rest/api/3/project/search?", 100, JiraPlaces.Project, cancellation);
        return refused is null ? [.. projects.Select(p => (p.Key, p.Name))] : throw site.Refused($"the projects could not be listed ({refused}). Expected an account that may browse at least one. Ask an administrator for the permission.");
    }
}
