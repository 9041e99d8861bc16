using System.Collections.Immutable;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>
/// The dates of an issue. One that no calendar knows is left out, and a note says so. An item cannot do without the date of its creation: where that
/// one is unreadable, the earliest instant known of it stands in its place, and its history does not count as whole.
/// </summary>
internal sealed class JiraDates
{
    /// <summary>Reads them.</summary>
    /// <param name="fields">The issue's fields.</param>
    /// <param name="changes">Its changes, oldest first.</param>
    public JiraDates(JsonElement fields, ImmutableArray<FieldChange> changes)
    {
        Updated = JiraInstant.Of(fields.Get("updated"));
        if (Updated is null && fields.Get("updated") is not null)
        {
            Notes.Add($"The date of its last change is left out: {Quoted(fields, "updated")} is none that a calendar knows.");
        }

        Due = JiraInstant.Day(fields.Text("duedate"));
        if (Due is null && fields.Text("duedate") is { Length: > 0 })
        {
            Notes.Add($"The due date is left out: {Quoted(fields, "duedate")} is none that a calendar knows.");
        }

        Created = JiraInstant.Of(fields.Get("created"));
        CreatedIsKnown = Created is not null;
        if (!CreatedIsKnown)
        {
            Created = changes.IsEmpty ? Updated : changes[0].At;
            Notes.Add($"The date of its creation, {Quoted(fields, "created")}, is none that a calendar knows: the earliest instant known of the item stands in its place, and it is kept out of cycle times.");
        }
    }

    /// <summary>What was left out, as sentences.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>When it was created, as far as that is known; null where nothing is known of any time.</summary>
    public DateTimeOffset? Created { get; }

    /// <summary>True where the site gave that date.</summary>
    public bool CreatedIsKnown { get; }

    /// <summary>When it was last changed; null where unknown.</summary>
    public DateTimeOffset? Updated { get; }

    /// <summary>The due date; null where there is none.</summary>
    public DateOnly? Due { get; }

    /// <summary>A member as a sentence quotes it.</summary>
    public static string Quoted(JsonElement owner, string member) => owner.Text(member) is { } text ? $"'{(text.Length <= 40 ? text : text[..40] + "…")}'" : "none";
}
