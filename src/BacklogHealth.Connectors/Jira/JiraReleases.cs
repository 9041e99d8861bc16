using System.Collections.Immutable;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>
/// Reads the releases of a project, which Jira calls versions. Items carry the day of their release, too, but as it was when they were fetched: a release
/// that is put off changes no item. A project tells all of them in the answer that is asked for anyway.
/// </summary>
internal static class JiraReleases
{
    /// <summary>The releases in Jira's order, archived ones too, since items still name them.</summary>
    /// <param name="versions">A list of versions, or something else that holds none.</param>
    public static ImmutableArray<Release> Read(JsonElement? versions) => versions is { ValueKind: JsonValueKind.Array } list
        ? [.. list.EnumerateArray().Select(Of).OfType<Release>().DistinctBy(r => r.Name)]
        : [];

    /// <summary>Asks for the releases of a board's project, where the team is known by its board alone; what cannot be read is noted.</summary>
    public static async Task<ImmutableArray<Release>> Of(JiraSite site, JiraBoard? board, ImmutableArray<string>.Builder notes, CancellationToken cancellation)
    {
        if (board?.ProjectId is not { } project)
        {
            return [];
        }

        var request = TrackerRequest.Get(site.Api($"/project/{Uri.EscapeDataString(project)}/versions"));
        var (releases, refused) = await site.TryAsk(request, list => (IEnumerable<Release>)Read(list), cancellation);
        if (refused is not null)
        {
            notes.Add($"The releases of the project of board {board} could not be read ({refused}), so there are no release dates.");
        }

        return [.. releases ?? []];
    }

    // A day is a text; the vendor's example of a list counts milliseconds.
    private static Release? Of(JsonElement version) => version.Text("name") is { Length: > 0 } name
        ? new(name, version.Get("releaseDate") is { ValueKind: JsonValueKind.Number } at ? Day(JiraInstant.Of(at)) : JiraInstant.Day(version.Text("releaseDate")), version.Flag("released") == true)
        : null;

    private static DateOnly? Day(DateTimeOffset? instant) => instant is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null;
}
