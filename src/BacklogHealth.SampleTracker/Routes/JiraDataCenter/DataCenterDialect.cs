using System.Globalization;
using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.SampleTracker.Routes.Jira;

namespace BacklogHealth.SampleTracker.Routes.JiraDataCenter;

/// <summary>How Jira Data Center says things: wiki markup, user names and keys, sprints as text, no field ids in histories.</summary>
internal sealed class DataCenterDialect(JiraDataCenterOptions options) : JiraDialect
{
    public override string Api => "/rest/api/2";

    public override JiraFields Fields => DataCenterFields.All;

    public override JiraField SecondEstimate => DataCenterFields.OldStoryPoints;

    public override int CommentsInIssue => int.MaxValue;

    public override JsonNode Text(SampleText text) => JsonValue.Create(WikiMarkup.Of(text));

    public override JsonObject User(JiraSite site, string accountId) => new()
    {
        ["self"] = site.Api("user?username=" + Uri.EscapeDataString(accountId)),
        ["name"] = accountId,
        ["key"] = string.Create(CultureInfo.InvariantCulture, $"JIRAUSER{10_000 + (Hash.Of(accountId) % 90_000)}"),
        ["avatarUrls"] = JiraUsers.Avatars(site, "avatar"),
        ["displayName"] = JiraUsers.Name(accountId),
        ["active"] = true,
        ["timeZone"] = site.Zone.Id,
    };

    public override JsonNode Sprint(SampleSprint sprint, int boardId) => JsonValue.Create(string.Create(
        CultureInfo.InvariantCulture,
        $"com.atlassian.greenhopper.service.sprint.Sprint@{sprint.Id:x}[id={sprint.Id},rapidViewId={boardId},state={sprint.State.ToUpperInvariant()},name={sprint.Name},startDate={JiraDates.Utc(sprint.Start)},endDate={JiraDates.Utc(sprint.End)},completeDate={(sprint.Completed is { } done ? JiraDates.Utc(done) : "<null>")},activatedDate={(sprint.State == "future" ? "<null>" : JiraDates.Utc(sprint.Start))},sequence={sprint.Id},goal={sprint.Goal},autoStartStop=false,synced=false]"));

    public override string SprintDate(JiraSite site, DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, site.Zone).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    public override JsonObject Change(JiraIssue issue, SampleChange change)
    {
        var name = change.Field switch
        {
            "IssueParentAssociation" => issue.Item.Type == "Sub-task" ? "Parent" : "Epic Link",
            "Story point estimate" => "Story Points",
            var other => other,
        };
        var custom = name is "Epic Link" or "Story Points" or "Rank" or "Sprint" or "Flagged";
        return JiraHistory.Values(new JsonObject { ["field"] = name, ["fieldtype"] = custom ? "custom" : "jira" }, change);
    }

    /// <summary>The newest entries, the oldest of them first.</summary>
    public override JsonObject History(JiraSite site, JiraIssue issue, bool alone)
    {
        var entries = JiraHistory.Of(issue);
        return JiraHistory.Within(site, entries, [.. entries.TakeLast(alone ? options.HistoryInIssue : options.HistoryInSearch)]);
    }

    public override JsonObject ServerInfo(JiraSite site, DateTimeOffset now) => new()
    {
        ["baseUrl"] = site.BaseUrl.ToString().TrimEnd('/'),
        ["version"] = options.Version,
        ["versionNumbers"] = new JsonArray([.. options.Version.Split('.').Select(part => (JsonNode)int.Parse(part, CultureInfo.InvariantCulture))]),
        ["deploymentType"] = "Server",
        ["buildNumber"] = 9_120_007,
        ["buildDate"] = "2024-04-22T00:00:00.000+0000",
        ["databaseBuildNumber"] = 9_120_007,
        ["serverTime"] = JiraDates.Text(now, site.Zone),
        ["scmInfo"] = "0000000000000000000000000000000000000000",
        ["serverTitle"] = site.Name,
    };

    public override JiraRefusal NoIssue(bool isHidden) =>
        isHidden ? JiraRefusal.Forbidden("You do not have the permission to see the specified issue.") : JiraRefusal.NotFound("Issue Does Not Exist");

    public override Answer NoPath(string address) => new(404, new JsonObject { ["message"] = "null for uri: " + address, ["status-code"] = 404 });
}
