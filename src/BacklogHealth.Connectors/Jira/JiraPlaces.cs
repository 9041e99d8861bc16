using System.Collections.Immutable;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>A project, as a choice.</summary>
internal sealed record JiraProject(string Key, string Name);

/// <summary>Lists the projects that the account can see, each with its boards: what a person chooses from.</summary>
internal static class JiraPlaces
{
    // Sites whose boards do not say where they belong are asked project by project; nobody waits for that longer than this.
    private const int MostAskedAlone = 50;

    public static async Task<ImmutableArray<TrackerPlace>> Read(JiraSite site, CancellationToken cancellation)
    {
        await JiraDiscovery.Zone(site, cancellation);
        var projects = await site.Dialect.Projects(site, cancellation);
        var (boards, refused) = await JiraPages.Read(site, "/rest/agile/1.0/board?", 50, Board, cancellation);
        var known = boards.Where(b => b.Project is not null).ToLookup(b => b.Project!, b => b.Name, StringComparer.Ordinal);
        var alone = refused is null && known.Count == 0 && boards.Count > 0 && projects.Length <= MostAskedAlone;
        var places = ImmutableArray.CreateBuilder<TrackerPlace>(projects.Length);
        foreach (var (key, name) in projects.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            var teams = alone ? await BoardsOf(site, key, cancellation) : known[key];
            places.Add(new(key, name, [.. teams.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]));
        }

        return places.MoveToImmutable();
    }

    /// <summary>Reads an entry of a list of projects; null where it has no key.</summary>
    public static JiraProject? Project(JsonElement entry) => entry.Text("key") is { } key ? new(key, entry.Text("name") ?? key) : null;

    private static async Task<IEnumerable<string>> BoardsOf(JiraSite site, string project, CancellationToken cancellation)
    {
        var (boards, _) = await JiraPages.Read(site, $"/rest/agile/1.0/board?projectKeyOrId={Uri.EscapeDataString(project)}&", 50, Board, cancellation);
        return boards.Select(b => b.Name);
    }

    private static BoardName? Board(JsonElement entry) => entry.Text("name") is { } name ? new(name, entry.Get("location")?.Text("projectKey")) : null;

    private sealed record BoardName(string Name, string? Project);
}
