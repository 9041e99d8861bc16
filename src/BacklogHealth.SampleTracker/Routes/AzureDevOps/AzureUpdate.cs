using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>
/// One entry of an item's history: a revision's changes of fields, or relations that came and went between two revisions. The latter keeps the number of
/// the revision before it, so that an update's id is not its revision.
/// </summary>
internal sealed record AzureUpdate(int Number, AzureRevision? Before, AzureRevision Revision, DateTimeOffset Revised, string AuthorId, ImmutableArray<AzureRelation> Added, ImmutableArray<AzureRelation> Removed)
{
    /// <summary>What stands in place of the end of the last revision.</summary>
    public static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whether it made the revision; else it only changed relations.</summary>
    public bool HasFields { get; init; }

    /// <summary>All updates, oldest first.</summary>
    public static ImmutableArray<AzureUpdate> Of(AzureSite site, AzureItem item)
    {
        var updates = ImmutableArray.CreateBuilder<AzureUpdate>();
        var relations = RelationEvents(site, item);
        var next = 0;
        for (var i = 0; i < item.Revisions.Length; i++)
        {
            var revision = item.Revisions[i];
            var end = i + 1 < item.Revisions.Length ? item.Revisions[i + 1].At : Never;
            var tells = i == 0 || item.Steps[i].Changes.Any(c => c.Field == "IssueParentAssociation");
            var parents = item.ParentChanges.Where(c => tells && c.At == revision.At).ToList();
            updates.Add(new AzureUpdate(
                updates.Count + 1, i == 0 ? null : item.Revisions[i - 1], revision, end, revision.AuthorId,
                [.. parents.Where(c => c.Added).Select(c => ParentRelation(site, c))], [.. parents.Where(c => !c.Added).Select(c => ParentRelation(site, c))])
            {
                HasFields = true,
            });
            for (; next < relations.Count && relations[next].At < end; next++)
            {
                var (at, author, relation, added) = relations[next];
                updates.Add(new AzureUpdate(updates.Count + 1, null, revision, at, author, added ? [relation] : [], added ? [] : [relation]));
            }
        }

        return updates.ToImmutable();
    }

    public JsonObject Json(AzureSite site, AzureItem item)
    {
        var json = new JsonObject
        {
            ["id"] = Number,
            ["workItemId"] = item.Id,
            ["rev"] = Revision.Rev,
            ["revisedBy"] = new AzureIdentity(AuthorId).Json(site),
            ["revisedDate"] = AzureFields.Moment(Revised),
        };
        if (HasFields)
        {
            json["fields"] = Fields(site, item);
        }

        if (!Added.IsEmpty || !Removed.IsEmpty)
        {
            var relations = new JsonObject();
            if (!Added.IsEmpty)
            {
                relations["added"] = new JsonArray([.. Added.Select(r => r.Json())]);
            }

            if (!Removed.IsEmpty)
            {
                relations["removed"] = new JsonArray([.. Removed.Select(r => r.Json())]);
            }

            json["relations"] = relations;
        }

        json["url"] = $"{site.ItemUrl(item.Id)}/updates/{Number}";
        return json;
    }

    private JsonObject Fields(AzureSite site, AzureItem item)
    {
        var json = new JsonObject();
        foreach (var name in Revision.Fields.Keys.Union(Before?.Fields.Keys ?? []).Order(StringComparer.Ordinal))
        {
            var old = Before?.Fields.GetValueOrDefault(name);
            var value = Revision.Fields.GetValueOrDefault(name);
            if (!Equals(old, value))
            {
                json[name] = Change(AzureFields.Value(site, old), AzureFields.Value(site, value));
            }
        }

        json["System.AuthorizedDate"] = Change(Before is null ? null : AzureFields.Moment(Before.At), AzureFields.Moment(Revision.At));
        json["System.RevisedDate"] = Change(Before is null ? null : AzureFields.Moment(Revision.At), AzureFields.Moment(Revised));
        if (item.Steps[Revision.Rev - 1].Comment is { } comment)
        {
            json["System.History"] = Change(null, AzureText.Of(comment.Text, site.Options.IsMarkdown));
        }

        return json;
    }

    private static JsonObject Change(JsonNode? old, JsonNode? value)
    {
        var json = new JsonObject();
        if (old is not null)
        {
            json["oldValue"] = old;
        }

        if (value is not null)
        {
            json["newValue"] = value;
        }

        return json;
    }

    private static AzureRelation ParentRelation(AzureSite site, ParentChange change) =>
        new(AzureRelations.ToParent, site.ItemUrl(change.ParentId), change.At, change.AuthorId, "Parent");

    private static List<(DateTimeOffset At, string AuthorId, AzureRelation Relation, bool Added)> RelationEvents(AzureSite site, AzureItem item)
    {
        var children = site.ChildrenOf(item).Select(c => (c.At, c.AuthorId, new AzureRelation(AzureRelations.ToChild, site.ItemUrl(c.ChildId), c.At, c.AuthorId, "Child"), c.Added));
        var lasting = AzureRelations.Lasting(site, item).Select(r => (At: r.Since, r.AuthorId, r, true));
        return [.. children.Concat(lasting).OrderBy(e => e.Item1)];
    }
}
