using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Connectors.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>Jira Data Center: interface version 2, wiki markup, user keys, pages by position, items and histories by search.</summary>
internal sealed class JiraDataCenter : JiraDialect
{
    public static readonly JiraDataCenter Instance = new();

    private const string OpaqueMark = "u-";
    private const int OpaqueLength = 18;

    public override string Product => "Jira Data Center";

    public override string Kind => "JiraDataCenter";

    public override string ExampleAddress => "https://jira.acme.example";

    public override string Api => "/rest/api/2";

    public override string Credentials => "a personal access token that is still valid, or a user with a password where the site allows it";

    public override int FetchSize => JiraSearchFetch.MostAtOnce;

    /// <summary>The people of the item itself: profiles and queries of a Data Center take sign-in names alone, and those are not kept.</summary>
    public override string AuthorPage => "/browse/{key}#peoplemodule";

    public override bool IsDeployment(string deploymentType) => !deploymentType.Equals("Cloud", StringComparison.OrdinalIgnoreCase);

    public override string? AccountOf(JsonElement? account) => account is { } user && (user.Text("accountId") ?? user.Text("key") ?? user.Text("name")) is { Length: > 0 } id ? Opaque(id) : null;

    /// <summary>Keys of users are sign-in names on sites that are old enough; those are replaced by a digest, which tells people apart and names nobody.</summary>
    public override string Opaque(string id) => IsOpaque(id)
        ? id
        : OpaqueMark + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, (OpaqueLength - OpaqueMark.Length) / 2));

    public override StructuredText Words(string text) => WikiMarkupText.Read(text);

    public override IAsyncEnumerable<CensusPage> List(JiraSite site, JiraScope scope, CancellationToken cancellation) => JiraOffsetCensus.List(site, scope, cancellation);

    public override async Task<int?> Count(JiraSite site, string query, CancellationToken cancellation)
    {
        using var answer = await JiraSearch.Ask(site, query, JiraSearch.ByPosition(query, 0, 0, []), cancellation);
        return answer.Root.Number("total") is { } total ? (int)Math.Clamp(total, 0, int.MaxValue) : null;
    }

    public override Task<JiraBatch> Fetch(JiraSite site, JiraFields fields, ImmutableArray<string> ids, KnownPayloads known, CancellationToken cancellation) =>
        JiraSearchFetch.Fetch(site, fields, ids, known, cancellation);

    public override TrackerRequest FirstOf(string query) => JiraSearch.ByPosition(query, 0, 1, ["updated"]);

    public override TrackerRequest HistoryOf(string id) => TrackerRequest.Get($"/rest/api/2/issue/{Uri.EscapeDataString(id)}?fields=updated&expand=changelog", mayBeForbidden: true);

    public override TrackerRequest Permissions(string project) =>
        TrackerRequest.Get($"/rest/api/2/mypermissions{(project.Length == 0 ? "" : $"?projectKey={Uri.EscapeDataString(project)}")}", mayBeForbidden: true);

    public override async Task<ImmutableArray<(string Key, string Name)>> Projects(JiraSite site, CancellationToken cancellation)
    {
        using var answer = await site.Http.Ask(TrackerRequest.Get("/rest/api/2/project"), cancellation);
        return [.. answer.List().EnumerateArray().Select(JiraPlaces.Project).OfType<JiraProject>().Select(p => (p.Key, p.Name))];
    }

    private static bool IsOpaque(string id) =>
        (id.StartsWith("JIRAUSER", StringComparison.Ordinal) && id.AsSpan(8).ContainsAnyExceptInRange('0', '9') is false)
        || (id.Length == OpaqueLength && id.StartsWith(OpaqueMark, StringComparison.Ordinal) && ulong.TryParse(id.AsSpan(OpaqueMark.Length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _));
}
