using System.Collections.Immutable;
using System.Globalization;

namespace BacklogHealth.SampleTracker.Routes.Jira;

/// <summary>The page of an issue for people, open to everybody, so that links in a report can be followed while the sample runs.</summary>
internal static class BrowseRoutes
{
    public static ImmutableArray<JiraRoute> All { get; } = [new("GET", "/browse/{issue}", Browse, Open: true)];

    private static Answer Browse(JiraCall call) => call.Site.FindIssue(call.Path("issue")) is { } issue
        ? ItemPage.Of(issue.Project.Name, issue.Item.Key, issue.Item, Lines(call.Site, issue), call.Site.Zone)
        : ItemPage.Missing(call.Path("issue"));

    private static IEnumerable<PageLine> Lines(JiraSite site, JiraIssue issue)
    {
        var item = issue.Item;
        yield return new("Type", item.Type);
        yield return new("Status", issue.Status.Name);
        if (item.ParentId is { } parentId && site.FindIssue(parentId) is { } parent)
        {
            yield return Link(site, "Parent", parent);
        }

        yield return new("Estimate", item.StoryPoints?.ToString(CultureInfo.InvariantCulture) ?? "none");
        yield return new("Created", ItemPage.Moment(item.Created, site.Zone));
        yield return new("Updated", ItemPage.Moment(item.Updated, site.Zone));
        foreach (var link in site.LinksOf(issue))
        {
            yield return Link(site, link.Outward ? link.Type.Outward : link.Type.Inward, link.Other);
        }
    }

    private static PageLine Link(JiraSite site, string name, JiraIssue other) =>
        new(name, other.Item.Title, site.BaseUrl.AbsolutePath + "browse/" + Uri.EscapeDataString(other.Item.Key), other.Item.Key);
}
