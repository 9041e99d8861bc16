using System.Collections.Immutable;
using System.Globalization;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>The page of an item for people, open to everybody, so that links in a report can be followed while the sample runs.</summary>
internal static class EditRoutes
{
    public static ImmutableArray<AzureRoute> All { get; } =
    [
        new AzureRoute("GET", "/{name}/_workitems/edit/{id}", Show) { Open = true },
        new AzureRoute("GET", "/_workitems/edit/{id}", Show) { Open = true },
    ];

    public static string Url(AzureSite site, AzureItem item) =>
        site.Url(string.Create(CultureInfo.InvariantCulture, $"{Uri.EscapeDataString(item.Project.Name)}/_workitems/edit/{item.Id}"));

    private static Answer Show(AzureCall call)
    {
        var item = int.TryParse(call.Path("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? call.Site.Find(id) : null;
        return item is null ? ItemPage.Missing(call.Path("id")) : ItemPage.Of(item.Project.Name, call.Path("id"), item.Sample, Lines(call.Site, item), call.Site.Zone);
    }

    private static IEnumerable<PageLine> Lines(AzureSite site, AzureItem item)
    {
        var fields = item.Last.Fields;
        yield return new("Type", (string)fields["System.WorkItemType"]);
        yield return new("State", (string)fields["System.State"]);
        yield return new("Iteration", (string)fields["System.IterationPath"]);
        if (AzureItem.Parsed(item.Sample.ParentId) is { } parentId && site.Find(parentId) is { } parent)
        {
            yield return Link(site, "Parent", parent);
        }

        yield return new("Estimate", item.Sample.StoryPoints?.ToString(CultureInfo.InvariantCulture) ?? "none");
        foreach (var link in item.Sample.Links)
        {
            if (site.FindKey(link.OtherKey) is { } other)
            {
                yield return Link(site, link.Relation, other);
            }
        }
    }

    private static PageLine Link(AzureSite site, string name, AzureItem other) => new(name, other.Sample.Title, Url(site, other), other.Sample.Id);
}
