using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace BacklogHealth.SampleTracker.Routes.Jira;

/// <summary>A field: how it is described, and its value for an issue.</summary>
/// <param name="Id">Its id, the name under which an issue carries it.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Type">Type in its schema.</param>
/// <param name="Value">Its value.</param>
internal sealed record JiraField(string Id, string Name, string Type, Func<JiraSite, JiraIssue, JsonNode?> Value)
{
    /// <summary>Type of the entries of an array.</summary>
    public string? Items { get; init; }

    /// <summary>Kind of a custom field; null for a field of the system.</summary>
    public string? Custom { get; init; }

    /// <summary>Number of a custom field.</summary>
    public int CustomId { get; init; }

    /// <summary>Its names in queries.</summary>
    public ImmutableArray<string> Clauses { get; init; } = [];

    /// <summary>Whether <c>*navigable</c> includes it.</summary>
    public bool Navigable { get; init; } = true;

    /// <summary>Whether queries know it under a name, in whatever letters.</summary>
    public bool IsClause(string name) => Clauses.Contains(name, StringComparer.OrdinalIgnoreCase);

    public JsonObject Json() => new()
    {
        ["id"] = Id,
        ["key"] = Id,
        ["name"] = Name,
        ["custom"] = Custom is not null,
        ["orderable"] = true,
        ["navigable"] = Navigable,
        ["searchable"] = !Clauses.IsEmpty,
        ["clauseNames"] = new JsonArray([.. Clauses.Select(c => (JsonNode)c)]),
        ["schema"] = Schema(),
    };

    private JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = Type };
        if (Items is not null)
        {
            schema["items"] = Items;
        }

        if (Custom is null)
        {
            schema["system"] = Id;
        }
        else
        {
            schema["custom"] = Custom;
            schema["customId"] = CustomId;
        }

        return schema;
    }
}
