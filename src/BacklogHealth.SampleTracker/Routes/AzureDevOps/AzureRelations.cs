using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>A relation of an item, and since when it is there.</summary>
internal sealed record AzureRelation(string Rel, string Url, DateTimeOffset Since, string AuthorId, string? Name = null, string? Comment = null)
{
    public JsonObject Json()
    {
        var attributes = new JsonObject { ["isLocked"] = false };
        if (Name is not null)
        {
            attributes["name"] = Name;
        }

        if (Comment is not null)
        {
            attributes["comment"] = Comment;
        }

        return new JsonObject { ["rel"] = Rel, ["url"] = Url, ["attributes"] = attributes };
    }
}

/// <summary>Relations of items.</summary>
internal static class AzureRelations
{
    public const string ToParent = "System.LinkTypes.Hierarchy-Reverse";
    public const string ToChild = "System.LinkTypes.Hierarchy-Forward";

    /// <summary>All that an item has now: its parent, its children, its links, files and pages.</summary>
    public static IEnumerable<AzureRelation> Of(AzureSite site, AzureItem item)
    {
        if (AzureItem.Parsed(item.Sample.ParentId) is { } parent)
        {
            yield return new AzureRelation(ToParent, site.ItemUrl(parent), item.Sample.Created, item.Steps[0].AuthorId, "Parent");
        }

        foreach (var child in site.ChildrenOf(item).GroupBy(c => c.ChildId).Select(g => g.Last()).Where(c => c.Added).OrderBy(c => c.ChildId))
        {
            yield return new AzureRelation(ToChild, site.ItemUrl(child.ChildId), child.At, child.AuthorId, "Child");
        }

        foreach (var relation in Lasting(site, item))
        {
            yield return relation;
        }
    }

    /// <summary>Links, files and pages: what is not of the hierarchy and never goes away.</summary>
    public static IEnumerable<AzureRelation> Lasting(AzureSite site, AzureItem item)
    {
        var author = item.Steps[0].AuthorId;
        foreach (var link in item.Sample.Links)
        {
            if (site.FindKey(link.OtherKey) is { } other)
            {
                var (rel, name) = RelOf(link);
                yield return new AzureRelation(rel, site.ItemUrl(other.Id), Since(link, item, other), author, name);
            }
        }

        foreach (var page in item.Sample.RemoteLinks)
        {
            yield return new AzureRelation("Hyperlink", page.Address, item.Sample.Created, author, Comment: page.Title);
        }

        foreach (var file in item.Sample.Attachments)
        {
            yield return new AzureRelation("AttachedFile", site.Url("_apis/wit/attachments/" + Hash.Guid("file " + file.Id)), file.At, file.AuthorId, file.FileName);
        }
    }

    /// <summary>When a link came about: where nobody knows, as soon as both of its ends were there.</summary>
    public static DateTimeOffset Since(SampleLink link, AzureItem item, AzureItem other) =>
        link.Since ?? (other.Sample.Created > item.Sample.Created ? other.Sample.Created : item.Sample.Created);

    public static (string Rel, string Name) RelOf(SampleLink link) => link.Relation switch
    {
        "blocks" => ("System.LinkTypes.Dependency-Forward", "Successor"),
        "is blocked by" => ("System.LinkTypes.Dependency-Reverse", "Predecessor"),
        "duplicates" => ("System.LinkTypes.Duplicate-Reverse", "Duplicate Of"),
        "is duplicated by" => ("System.LinkTypes.Duplicate-Forward", "Duplicate"),
        _ => ("System.LinkTypes.Related", "Related"),
    };
}
