using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace BacklogHealth.SampleTracker.Routes.Jira;

/// <summary>All fields of a site, in the order in which an issue carries them.</summary>
internal sealed class JiraFields(ImmutableArray<JiraField> all)
{
    public ImmutableArray<JiraField> All { get; } = all;

    /// <summary>The field that boards name for their estimates.</summary>
    public JiraField Estimate { get; } = all.First(f => f.Type == "number");

    public JiraField Rank { get; } = all.First(f => f.Custom?.EndsWith("gh-lexo-rank", StringComparison.Ordinal) == true);

    /// <summary>The field that names an item's epic; null on sites where its parent does.</summary>
    public JiraField? EpicLink { get; } = all.FirstOrDefault(f => f.Custom?.EndsWith("gh-epic-link", StringComparison.Ordinal) == true);

    public JiraField Sprint { get; } = all.First(f => f.Custom?.EndsWith("gh-sprint", StringComparison.Ordinal) == true);

    public JiraFields With(JiraField field) => new(All.Add(field));

    /// <summary>The fields that a list of ids, <c>*all</c>, <c>*navigable</c> and exclusions (<c>-comment</c>) names, in the site's order. Unknown ids are ignored.</summary>
    public ImmutableArray<JiraField> Named(IReadOnlyList<string> names)
    {
        var wanted = new SortedSet<int>();
        var first = names.Count > 0 ? names[0] : string.Empty;
        if (first.StartsWith('-'))
        {
            wanted.UnionWith(Where(f => f.Navigable));
        }

        foreach (var name in names)
        {
            switch (name)
            {
                case "*all":
                    wanted.UnionWith(Where(_ => true));
                    break;
                case "*navigable":
                    wanted.UnionWith(Where(f => f.Navigable));
                    break;
                case ['-', .. var excluded]:
                    wanted.RemoveWhere(i => All[i].Id == excluded);
                    break;
                default:
                    wanted.UnionWith(Where(f => f.Id == name));
                    break;
            }
        }

        return [.. wanted.Select(i => All[i])];
    }

    /// <summary>The values of some fields for an issue; what the sample was told to send instead goes as it stands.</summary>
    public static JsonObject Values(JiraSite site, JiraIssue issue, ImmutableArray<JiraField> fields)
    {
        var values = new JsonObject();
        foreach (var field in fields)
        {
            values[field.Id] = Raw(site, issue, field.Id) is { } raw ? RawJson.Of(raw) : field.Value(site, issue);
        }

        return values;
    }

    private static string? Raw(JiraSite site, JiraIssue issue, string id) =>
        site.Dialect.IsCloud && issue.Item.RawFields.TryGetValue("cloud:" + id, out var cloud) ? cloud : issue.Item.RawFields.GetValueOrDefault(id);

    private IEnumerable<int> Where(Func<JiraField, bool> holds) => Enumerable.Range(0, All.Length).Where(i => holds(All[i]));
}
