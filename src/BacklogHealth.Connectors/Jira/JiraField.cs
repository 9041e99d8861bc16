using System.Text.Json;
using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.Jira;

/// <summary>A field of a site that holds something the product reads, and how that was found.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, by which histories of a Data Center call it.</param>
/// <param name="How">How it was found, as the end of a sentence.</param>
internal sealed record JiraField(string Id, string Name, string How = "");

/// <summary>A field as the site describes it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name in the account's language.</param>
/// <param name="OtherNames">Its untranslated name and what queries call it.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="Kind">The kind of custom field; null for fields of the system.</param>
/// <param name="ProjectId">The one project that it belongs to; null where it belongs to the site.</param>
internal sealed record JiraFieldEntry(string Id, string Name, IReadOnlyList<string> OtherNames, string? Type, string? Kind, string? ProjectId)
{
    /// <summary>True where its values are people.</summary>
    public bool IsOfPeople { get; private init; }

    /// <summary>Reads an entry of the list of fields; null where it has no id.</summary>
    public static JiraFieldEntry? Of(JsonElement entry)
    {
        if (entry.Text("id") is not { } id)
        {
            return null;
        }

        var schema = entry.Get("schema") ?? default;
        return new(
            id,
            entry.Text("name") ?? id,
            [.. new[] { entry.Text("untranslatedName") }.Concat(entry.Entries("clauseNames").Select(c => c.AsText())).OfType<string>()],
            schema.Text("type"),
            schema.Text("custom"),
            entry.Get("scope")?.Get("project")?.Text("id"))
        {
            IsOfPeople = schema.Text("type") == "user" || schema.Text("items") == "user",
        };
    }

    /// <summary>True where people or queries call it so.</summary>
    public bool IsCalled(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where it is called so in any language that the site tells.</summary>
    public bool IsEverCalled(string name) => IsCalled(name) || OtherNames.Any(n => n.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>How sentences speak of it.</summary>
    public override string ToString() => $"{Id} ('{Name}')";
}
