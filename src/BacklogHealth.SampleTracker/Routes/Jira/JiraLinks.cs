using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace BacklogHealth.SampleTracker.Routes.Jira;

/// <summary>A kind of link with its words in both directions.</summary>
internal sealed record JiraLinkType(string Id, string Name, string Outward, string Inward)
{
    public JsonObject Json(JiraSite site) => new()
    {
        ["id"] = Id,
        ["name"] = Name,
        ["inward"] = Inward,
        ["outward"] = Outward,
        ["self"] = site.Api("issueLinkType", Id),
    };
}

/// <summary>A link as one of its two issues shows it.</summary>
internal sealed record JiraLink(string Id, JiraLinkType Type, bool Outward, JiraIssue Other);

/// <summary>All links. A link that one issue holds is shown at both, as Jira does; held by both, it is one link.</summary>
internal sealed class JiraLinks
{
    private static readonly ImmutableArray<JiraLinkType> Known =
    [
        new("10000", "Blocks", "blocks", "is blocked by"),
        new("10001", "Cloners", "clones", "is cloned by"),
        new("10002", "Duplicate", "duplicates", "is duplicated by"),
        new("10003", "Relates", "relates to", "relates to"),
        new("10004", "Problem/Incident", "causes", "is caused by"),
    ];

    private readonly Dictionary<string, List<JiraLink>> _byIssue = new(StringComparer.Ordinal);

    public JiraLinks(ImmutableArray<JiraIssue> issues, Func<string, JiraIssue?> find)
    {
        var seen = new HashSet<(string, string, string)>();
        var number = 10_000;
        foreach (var issue in issues)
        {
            foreach (var link in issue.Item.Links)
            {
                if (find(link.OtherKey) is not { } other)
                {
                    continue;
                }

                var (type, outward) = TypeOf(link.Relation);
                var (from, to) = outward ? (issue, other) : (other, issue);
                var symmetric = type.Inward == type.Outward && from.NumericId > to.NumericId;
                if (seen.Add(symmetric ? (type.Name, to.Item.Id, from.Item.Id) : (type.Name, from.Item.Id, to.Item.Id)))
                {
                    var id = number++.ToString(CultureInfo.InvariantCulture);
                    Add(from, new JiraLink(id, type, Outward: true, to));
                    Add(to, new JiraLink(id, type, Outward: false, from));
                }
            }
        }
    }

    public IEnumerable<JiraLink> Of(JiraIssue issue) => _byIssue.GetValueOrDefault(issue.Item.Id) ?? [];

    private void Add(JiraIssue issue, JiraLink link)
    {
        if (!_byIssue.TryGetValue(issue.Item.Id, out var list))
        {
            _byIssue[issue.Item.Id] = list = [];
        }

        list.Add(link);
    }

    private static (JiraLinkType Type, bool Outward) TypeOf(string relation)
    {
        foreach (var type in Known)
        {
            if (string.Equals(type.Outward, relation, StringComparison.OrdinalIgnoreCase))
            {
                return (type, true);
            }

            if (string.Equals(type.Inward, relation, StringComparison.OrdinalIgnoreCase))
            {
                return (type, false);
            }
        }

        return (new JiraLinkType("10099", relation, relation, relation), true);
    }
}
