using System.Collections.Frozen;
using System.Collections.Immutable;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>The fields that differ from site to site; null where a site has none.</summary>
internal sealed record JiraFields
{
    /// <summary>No field beyond those of every site.</summary>
    public static readonly JiraFields None = new();

    // Asked for since a later version: what is kept of an item that was read before cannot tell of them.
    private static readonly ImmutableArray<string> Later = ["reporter", "creator"];

    private static readonly ImmutableArray<string> OfEverySite =
    [
        "summary", "description", "issuetype", "status", "project", "created", "updated", "parent", "priority", "resolution", "duedate",
        "fixVersions", "labels", "issuelinks", "attachment", "comment", .. Later,
    ];

    // Names as histories keep them for fields of the system, whatever the language.
    private static readonly FrozenDictionary<string, string> SystemNames = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["status"] = FieldNames.State,
        ["summary"] = FieldNames.Title,
        ["description"] = FieldNames.Description,
        ["Sprint"] = FieldNames.Sprint,
        ["parent"] = FieldNames.Parent,
        ["Parent"] = FieldNames.Parent,
        ["IssueParentAssociation"] = FieldNames.Parent,
        ["Epic Link"] = FieldNames.Parent,
        ["Rank"] = FieldNames.Rank,
        ["issuetype"] = FieldNames.Type,
        ["Key"] = FieldNames.Key,
        ["issuekey"] = FieldNames.Key,
        ["resolution"] = FieldNames.Resolution,
        ["priority"] = FieldNames.Priority,
        ["duedate"] = FieldNames.Due,
        ["labels"] = FieldNames.Labels,
        ["Fix Version"] = FieldNames.FixVersion,
        ["fixVersions"] = FieldNames.FixVersion,
        ["Flagged"] = FieldNames.Flagged,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, string> _byId;
    private readonly FrozenDictionary<string, string> _byName;

    /// <summary>Makes the fields of a site.</summary>
    /// <param name="found">Each field that was found, with what it holds (a name of <see cref="FieldNames"/>).</param>
    /// <param name="people">Ids and names of the fields whose values are people.</param>
    public JiraFields(IEnumerable<(string Meaning, JiraField Field)> found, IEnumerable<string> people)
    {
        Found = [.. found];
        _byId = Found.DistinctBy(f => f.Field.Id).ToFrozenDictionary(f => f.Field.Id, f => f.Meaning, StringComparer.Ordinal);
        _byName = Found.DistinctBy(f => f.Field.Name).ToFrozenDictionary(f => f.Field.Name, f => f.Meaning, StringComparer.Ordinal);
        People = people.Concat(["assignee", "reporter", "creator"]).ToFrozenSet(StringComparer.Ordinal);
        Sprint = Of(FieldNames.Sprint);
        EpicLink = Of(FieldNames.Parent);
        Rank = Of(FieldNames.Rank);
        StoryPoints = Of(FieldNames.StoryPoints);
        AcceptanceCriteria = Of(FieldNames.AcceptanceCriteria);
        Flagged = Of(FieldNames.Flagged);
        Team = Of(FieldNames.Team);
    }

    private JiraFields()
        : this([], [])
    {
    }

    /// <summary>All of them, with what they hold.</summary>
    public ImmutableArray<(string Meaning, JiraField Field)> Found { get; }

    /// <summary>Sprints.</summary>
    public JiraField? Sprint { get; }

    /// <summary>The epic, on sites that keep it apart from the parent.</summary>
    public JiraField? EpicLink { get; }

    /// <summary>Backlog order.</summary>
    public JiraField? Rank { get; }

    /// <summary>The estimate.</summary>
    public JiraField? StoryPoints { get; }

    /// <summary>Acceptance criteria as a field of their own.</summary>
    public JiraField? AcceptanceCriteria { get; }

    /// <summary>The flag that says that an item is blocked.</summary>
    public JiraField? Flagged { get; }

    /// <summary>The team that an item is given to.</summary>
    public JiraField? Team { get; }

    /// <summary>Ids and names of fields whose values are people: of those, only opaque ids are kept.</summary>
    public FrozenSet<string> People { get; }

    /// <summary>Ids of the fields of this site alone.</summary>
    public IEnumerable<string> Own => Found.Select(f => f.Field.Id);

    /// <summary>What has to have been asked for, so that what is kept of an item can be read again.</summary>
    public IEnumerable<string> Needed => [.. Own, .. Later];

    /// <summary>All fields that are asked for.</summary>
    public ImmutableArray<string> Asked => [.. OfEverySite, .. Own];

    /// <summary>The product's name for a field of a change; null where it has none.</summary>
    /// <param name="id">The field's id, as far as the change has one: those of a Data Center have none.</param>
    /// <param name="name">Jira's own name, which histories keep in English for system fields.</param>
    public string? NameOf(string? id, string name)
    {
        if (id is null)
        {
            return _byName.GetValueOrDefault(name) ?? SystemNames.GetValueOrDefault(name);
        }

        if (_byId.TryGetValue(id, out var own))
        {
            return own;
        }

        return id.StartsWith("customfield_", StringComparison.Ordinal) ? null : SystemNames.GetValueOrDefault(id) ?? SystemNames.GetValueOrDefault(name);
    }

    private JiraField? Of(string meaning) => Found.FirstOrDefault(f => f.Meaning == meaning).Field;
}
