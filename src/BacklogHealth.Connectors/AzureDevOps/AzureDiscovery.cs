using System.Collections.Immutable;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>Finds out who we are, which project and team are read, what its types, states, iterations and fields are.</summary>
internal static class AzureDiscovery
{
    // Whom the service takes a request without valid credentials for; it may see public projects.
    private const string Nobody = "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa";

    public static async Task<AzureScope> Describe(AzureSite site, CancellationToken cancellation)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        var dialect = await site.Dialect(cancellation);
        await SignedIn(site, cancellation);
        var project = await AzureProject.Find(site, cancellation);
        var condition = await AzureAreas.Condition(site, project, cancellation);
        var backlogs = await AzureBacklogs.Read(site, project, notes, cancellation);
        var types = await AzureTypes.Read(site, project, cancellation);
        var (fields, found) = await AzureFieldSearch.Read(site, project, backlogs, types, cancellation);
        var iterations = await AzureIterations.Read(site, project, notes, cancellation);
        var states = AzureStates.Of(types, await AzureBoards.Read(site, project, backlogs.Requirements, notes, cancellation), notes);
        var pages = Pages(site) + project.Path;
        return new AzureScope(
            new TrackerProfile(states.Workflow, iterations.Sprints, null, $"{pages}/_workitems/edit/{{key}}", notes.ToImmutable(), found, site.Options is { Query.Length: 0, AreaPath.Length: 0 } ? condition : "") { AuthorUrl = AuthorPage(pages) },
            project, condition, backlogs, states, iterations, fields, dialect);
    }

    /// <summary>Makes sure that the service knows who we are.</summary>
    /// <exception cref="TrackerException">It takes us for nobody.</exception>
    public static async Task SignedIn(AzureSite site, CancellationToken cancellation)
    {
        using var answer = await site.Http.Ask(TrackerRequest.Get("/_apis/connectionData", mayBeForbidden: true), cancellation);
        if (answer.Ok && answer.Root.Get("authenticatedUser")?.Text("id") is Nobody)
        {
            throw site.Refused("Azure DevOps takes us for nobody, as it does where a token has run out");
        }
    }

    // There is no page of an account, and an item's own page shows its author only in its history: a list with this one item and who created it says no more than is asked.
    private static string AuthorPage(string pages)
    {
        var query = $"SELECT [System.Id], [{AzureFields.CreatedBy}], [{AzureFields.Created}], [{AzureFields.Title}] FROM workitems WHERE [System.Id] = ";
        return $"{pages}/_workitems?_a=query&wiql={Uri.EscapeDataString(query)}{{key}}";
    }

    private static string Pages(AzureSite site) =>
        site.Options.BrowseUrl?.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/') ?? site.Site.Address;
}
