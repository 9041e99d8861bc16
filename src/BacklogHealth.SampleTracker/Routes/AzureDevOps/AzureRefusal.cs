using System.Text.Json.Nodes;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>A call that Azure DevOps refuses, with the answer it gives.</summary>
internal sealed class AzureRefusal(Answer answer) : Refusal(answer)
{
    private const string Query = "Microsoft.TeamFoundation.WorkItemTracking.Server.QuerySyntaxException, Microsoft.TeamFoundation.WorkItemTracking.Server";

    public static Answer With(int status, string message, string typeName) => new(status, new JsonObject
    {
        ["$id"] = "1",
        ["innerException"] = null,
        ["message"] = message,
        ["typeName"] = typeName,
        ["typeKey"] = typeName.Split(',')[0].Split('.')[^1],
        ["errorCode"] = 0,
        ["eventId"] = 3000,
    });

    public static Answer With(int status, string message) =>
        With(status, message, "Microsoft.VisualStudio.Services.Common.VssServiceException, Microsoft.VisualStudio.Services.Common");

    public static AzureRefusal NoProject(string name) => new(With(
        404,
        $"TF200016: The following project does not exist: {name}. Verify that the name of the project is correct and that the project exists on the specified Azure DevOps Server.",
        "Microsoft.TeamFoundation.Core.WebApi.ProjectDoesNotExistWithNameException, Microsoft.TeamFoundation.Core.WebApi"));

    public static AzureRefusal NoTeam(string name) => new(With(
        404,
        $"The team with id '{name}' does not exist, or you do not have permission to access it.",
        "Microsoft.Azure.Devops.Teams.Service.TeamNotFoundException, Microsoft.Azure.Devops.Teams.Service"));

    public static AzureRefusal NoItem(int id) => new(With(
        404,
        FormattableString.Invariant($"TF401232: Work item {id} does not exist, or you do not have permissions to read it."),
        "Microsoft.TeamFoundation.WorkItemTracking.Server.WorkItemUnauthorizedAccessException, Microsoft.TeamFoundation.WorkItemTracking.Server"));

    public static AzureRefusal NotFound(string message) => new(With(404, message));

    public static AzureRefusal BadRequest(string message) => new(With(400, message));

    public static AzureRefusal BadQuery(string message) => new(With(400, message, Query));

    public static AzureRefusal TooManyFound(int limit) => new(With(
        400,
        FormattableString.Invariant($"VS402337: The number of work items returned exceeds the size limit of {limit}. Change the query to return fewer items."),
        "Microsoft.TeamFoundation.WorkItemTracking.Server.WorkItemTrackingQueryResultSizeLimitExceededException, Microsoft.TeamFoundation.WorkItemTracking.Server"));

    public static AzureRefusal TooManyAsked(int count) => new(With(
        400,
        FormattableString.Invariant($"VS403474: You requested {count} work items which exceeds the limit of 200. Please reduce the number of work items and try again."),
        "Microsoft.TeamFoundation.WorkItemTracking.Server.WorkItemPageSizeExceededException, Microsoft.TeamFoundation.WorkItemTracking.Server"));

    public static AzureRefusal VersionTooHigh(string asked, string highest) => new(With(
        400,
        $"The requested REST API version of {asked} is out of range for this server. The latest REST API version this server supports is {highest}.",
        "Microsoft.VisualStudio.Services.WebApi.VssVersionOutOfRangeException, Microsoft.VisualStudio.Services.WebApi"));

    public static AzureRefusal OnlyPreview(string asked) => new(With(
        400,
        $"The requested version \"{asked}\" of the resource is under preview. The -preview flag must be supplied in the api-version for such requests. For example: \"{asked}-preview\"",
        "Microsoft.VisualStudio.Services.WebApi.VssInvalidPreviewVersionException, Microsoft.VisualStudio.Services.WebApi"));

    public static AzureRefusal NoVersion(string method) => new(With(
        400,
        $"No api-version was supplied for the \"{method}\" request. The version must be supplied either as part of the Accept header (e.g. \"application/json; api-version=1.0\") or as a query parameter (e.g. \"?api-version=1.0\").",
        "Microsoft.VisualStudio.Services.WebApi.VssVersionNotSpecifiedException, Microsoft.VisualStudio.Services.WebApi"));

    public static AzureRefusal BadVersion(string text) => new(With(
        400,
        $"The api-version '{text}' is not a version.",
        "Microsoft.VisualStudio.Services.WebApi.VssApiVersionFormatException, Microsoft.VisualStudio.Services.WebApi"));
}
