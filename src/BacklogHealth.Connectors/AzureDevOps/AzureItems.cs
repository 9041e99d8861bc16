using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>Makes a work item of what was sent for it. What an item cannot do without is named where it is missing; everything else may be absent.</summary>
internal static class AzureItems
{
    private static readonly string[] Dates = [AzureFields.Created, AzureFields.Changed, AzureFields.DueDate, AzureFields.TargetDate];

    /// <summary>The item, or the reason why there is none.</summary>
    public static (WorkItem? Item, string? Reason) Read(ItemPayload payload, AzureScope scope)
    {
        try
        {
            using var json = JsonBody.Parse(payload.Json.ToArray());
            return json.RootElement.Get(AzurePayload.WorkItem) is { } workItem
                ? Read(workItem, json.RootElement, scope)
                : (null, "what was kept of it has no item");
        }
        catch (JsonException)
        {
            return (null, "what was kept of it is no JSON");
        }
    }

    private static (WorkItem? Item, string? Reason) Read(JsonElement workItem, JsonElement payload, AzureScope scope)
    {
        var fields = workItem.Get("fields") ?? default;
        var facts = new AzureFacts(name => fields.Get(name), scope);
        if (workItem.Text("id") is not { } id)
        {
            return (null, "the answer has no id");
        }

        if (facts.State is not { } state || facts.Type is not { } type)
        {
            return (null, facts.State is null ? "the answer has no state" : "the answer has no type");
        }

        var texts = new AzureTexts(workItem);
        var history = AzureHistory.Read(payload.Entries(AzurePayload.Updates), workItem.Number("rev") ?? 0, state, scope, texts);
        if ((AzureInstant.Of(fields.Get(AzureFields.Created)) ?? history.Made) is not { } created)
        {
            return (null, "the answer has no date of creation");
        }

        var notes = Notes(fields, payload);
        var parent = AzureLinks.Parent(workItem);
        return (new WorkItem
        {
            Id = id,
            Key = id,
            Project = facts.Project ?? scope.Project.Name,
            Type = type,
            Kind = scope.Backlogs.KindOf(type),
            Title = facts.Title ?? "",
            Description = texts.Read(facts.Body.Text, facts.Body.Field, "description", notes),
            AcceptanceCriteria = texts.Read(facts.Criteria, scope.Fields.AcceptanceCriteria, "text of acceptance criteria", notes),
            StateId = facts.StateId!,
            OriginalState = state,
            AuthorId = fields.Get(AzureFields.CreatedBy)?.Text("id"),
            Created = created,
            Updated = AzureInstant.Of(fields.Get(AzureFields.Changed)) ?? created,
            Stamp = workItem.Text("rev") ?? "",
            ParentId = parent,
            ParentKey = parent,
            StoryPoints = facts.StoryPoints,
            Rank = facts.Rank,
            Priority = facts.Priority,
            Resolution = facts.Resolution,
            Due = facts.Due,
            Labels = [.. facts.Tags],
            SprintIds = Sprints(history, fields, scope),
            Comments = [.. payload.Entries(AzurePayload.Comments).Select(Comment).OfType<Comment>().DistinctBy(c => c.Id).OrderBy(c => c.At).ThenBy(c => c.Id.Length).ThenBy(c => c.Id, StringComparer.Ordinal)],
            Links = AzureLinks.Links(workItem, scope.Dialect),
            Attachments = AzureLinks.Attachments(workItem),
            RemoteLinks = AzureLinks.Remote(workItem),
            Flagged = facts.Flagged,
            Team = facts.Team,
            ReadingNotes = notes.ToImmutable(),
            Changes = history.Changes,
            HistoryComplete = history.Complete,
        }, null);
    }

    // What the item says of itself comes last, whatever its history says.
    private static ImmutableArray<string> Sprints(AzureHistory history, JsonElement fields, AzureScope scope) =>
        scope.Iterations.Find(fields.Text(AzureFields.IterationId), fields.Text(AzureFields.IterationPath)) is { } now
            ? [.. history.SprintIds.Where(s => s != now.Id), now.Id]
            : history.SprintIds;

    private static Comment? Comment(JsonElement entry) =>
        (entry.Text("id") ?? entry.Text("commentId")) is { } id && entry.Flag("isDeleted") != true && AzureInstant.Of(entry.Get("createdDate")) is { } at
            ? new Comment(id, entry.Get("createdBy")?.Text("id"), at, AzureText.Read(entry.Text("text"), "markdown".Equals(entry.Text("format"), StringComparison.OrdinalIgnoreCase)))
            : null;

    private static ImmutableArray<string>.Builder Notes(JsonElement fields, JsonElement payload)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        foreach (var date in Dates.Where(d => fields.Get(d) is not null && AzureInstant.Of(fields.Get(d)) is null))
        {
            var found = fields.Text(date) is { } text ? $"'{(text.Length > 40 ? text[..40] : text)}'" : "no text";
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"Its {date} is {found}, which is no date that can be meant; it was left out."));
        }

        notes.AddRange(JsonMarks.Notes(fields, payload.Get(AzurePayload.Comments) ?? default));
        if (payload.Get(AzurePayload.Comments) is null)
        {
            notes.Add("Its comments could not be read.");
        }

        return notes;
    }
}
