using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>A field as the organisation describes it. Type is one of the vendor's, for example <c>treePath</c>.</summary>
internal sealed record AzureField(string ReferenceName, string Name, string Type)
{
    public JsonObject Json(AzureSite site) => new()
    {
        ["name"] = Name,
        ["referenceName"] = ReferenceName,
        ["type"] = Type,
        ["usage"] = "workItem",
        ["readOnly"] = ReferenceName is "System.Id" or "System.Rev" or "System.TeamProject" or "System.Parent",
        ["canSortBy"] = Type is not "html",
        ["isQueryable"] = true,
        ["supportedOperations"] = new JsonArray(),
        ["isIdentity"] = Type is "identity",
        ["isPicklist"] = false,
        ["isPicklistSuggested"] = false,
        ["url"] = site.Url("_apis/wit/fields/" + ReferenceName),
    };

    public JsonObject Reference(AzureSite site) => new()
    {
        ["referenceName"] = ReferenceName,
        ["name"] = Name,
        ["url"] = site.Url("_apis/wit/fields/" + ReferenceName),
    };
}

/// <summary>The fields of an organisation, and their values as JSON.</summary>
internal static class AzureFields
{
    public const string Description = "System.Description";
    public const string ReproSteps = "Microsoft.VSTS.TCM.ReproSteps";
    public const string AcceptanceCriteria = "Microsoft.VSTS.Common.AcceptanceCriteria";
    public const string StateChangeDate = "Microsoft.VSTS.Common.StateChangeDate";
    public const string ActivatedDate = "Microsoft.VSTS.Common.ActivatedDate";
    public const string ClosedDate = "Microsoft.VSTS.Common.ClosedDate";
    public const string Priority = "Microsoft.VSTS.Common.Priority";
    public const string DueDate = "Microsoft.VSTS.Scheduling.DueDate";
    public const string Blocked = "Microsoft.VSTS.CMMI.Blocked";

    /// <summary>Numbers of areas and iterations: in histories, and in items only where all is asked for.</summary>
    public static ImmutableArray<string> Extended { get; } = ["System.AreaId", "System.IterationId"];

    /// <summary>Fields with long texts, which reports leave out unless they are asked for.</summary>
    public static ImmutableArray<string> LongTexts { get; } = [Description, ReproSteps, AcceptanceCriteria, "System.History"];

    public static ImmutableArray<AzureField> Of(AzureTypes types) =>
    [
        new("System.Id", "ID", "integer"), new("System.Rev", "Rev", "integer"), new("System.TeamProject", "Team Project", "string"),
        new("System.AreaPath", "Area Path", "treePath"), new("System.IterationPath", "Iteration Path", "treePath"),
        new("System.AreaId", "Area ID", "integer"), new("System.IterationId", "Iteration ID", "integer"),
        new("System.WorkItemType", "Work Item Type", "string"), new("System.State", "State", "string"), new("System.Reason", "Reason", "string"),
        new("System.Title", "Title", "string"), new("System.CreatedDate", "Created Date", "dateTime"), new("System.CreatedBy", "Created By", "identity"),
        new("System.ChangedDate", "Changed Date", "dateTime"), new("System.ChangedBy", "Changed By", "identity"),
        new("System.AuthorizedDate", "Authorized Date", "dateTime"), new("System.RevisedDate", "Revised Date", "dateTime"),
        new("System.CommentCount", "Comment Count", "integer"), new("System.Parent", "Parent", "integer"), new("System.Tags", "Tags", "plainText"),
        new("System.History", "History", "history"), new("System.IsDeleted", "Is Deleted", "boolean"),
        new("System.BoardColumn", "Board Column", "string"), new("System.BoardColumnDone", "Board Column Done", "boolean"),
        new(Description, "Description", "html"), new(ReproSteps, "Repro Steps", "html"),
        .. types.HasAcceptance ? [new AzureField(AcceptanceCriteria, "Acceptance Criteria", "html")] : ImmutableArray<AzureField>.Empty,
        new(StateChangeDate, "State Change Date", "dateTime"), new(ActivatedDate, "Activated Date", "dateTime"), new(ClosedDate, "Closed Date", "dateTime"),
        new(Priority, "Priority", "integer"), new(DueDate, "Due Date", "dateTime"), new(types.Effort, types.EffortName, "double"), new(types.Order, types.OrderName, "double"),
        .. types.Process is AzureProcess.Cmmi ? [new AzureField(Blocked, "Blocked", "string")] : ImmutableArray<AzureField>.Empty,
    ];

    /// <summary>The fields of a revision that are wanted; what the sample was told to send instead goes as it stands, in the last revision.</summary>
    /// <param name="site">The organisation.</param>
    /// <param name="item">The item.</param>
    /// <param name="revision">One of its revisions.</param>
    /// <param name="isWanted">Which fields are wanted.</param>
    /// <param name="asText">Whether accounts are written as text.</param>
    public static JsonObject Json(AzureSite site, AzureItem item, AzureRevision revision, Func<string, bool> isWanted, bool asText = false)
    {
        var json = new JsonObject();
        foreach (var (name, value) in revision.Fields.Where(f => isWanted(f.Key)))
        {
            json[name] = Value(site, value, asText);
        }

        foreach (var (name, raw) in revision == item.Last ? item.Sample.RawFields.Where(r => r.Key.Contains('.', StringComparison.Ordinal) && isWanted(r.Key)) : [])
        {
            json[name] = RawJson.Of(raw);
        }

        return json;
    }

    public static JsonNode? Value(AzureSite site, object? value, bool asText = false) => value switch
    {
        null => null,
        string text => text,
        int number => number,
        double number => number,
        bool flag => flag,
        DateTimeOffset instant => Moment(instant),
        AzureIdentity account => asText ? account.Text() : account.Json(site),
        _ => throw new InvalidOperationException($"Azure DevOps field: found a {value.GetType().Name}; expected a text, number, date or account."),
    };

    /// <summary>An instant in UTC without zeros at its end, for example <c>2026-01-05T09:12:33.5Z</c>.</summary>
    public static string Moment(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);
}
