using System.Text.Json.Nodes;

namespace BacklogHealth.SampleTracker.Routes.Jira;

/// <summary>Moments that Jira keeps beside an issue and that follow from its history.</summary>
internal static class JiraMoments
{
    /// <summary>The last change into another category of states, or else the creation.</summary>
    public static JsonNode? StatusCategoryChanged(JiraSite site, JiraIssue issue)
    {
        var last = issue.Item.Changes.LastOrDefault(c => c.Field == "status" && Category(issue, c.From) != Category(issue, c.To));
        return JiraDates.Text(last?.At ?? issue.Item.Created, site.Zone);
    }

    /// <summary>The last change that gave it a resolution; null while it has none.</summary>
    public static JsonNode? Resolved(JiraSite site, JiraIssue issue)
    {
        if (issue.Item.Resolution is null)
        {
            return null;
        }

        var last = issue.Item.Changes.LastOrDefault(c => c.Field == "resolution" && c.ToText is not null);
        return JiraDates.Text(last?.At ?? issue.Item.Updated, site.Zone);
    }

    private static string? Category(JiraIssue issue, string? statusId) => issue.Project.Statuses.FirstOrDefault(s => s.Id == statusId)?.Category;
}
