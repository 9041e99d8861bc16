using System.Globalization;
using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.SampleTracker.Routes.Jira;

namespace BacklogHealth.SampleTracker.Routes.JiraCloud;

/// <summary>How Jira Cloud says things: documents for texts, account ids, field ids in histories.</summary>
internal sealed class CloudDialect : JiraDialect
{
    private const int HistoryLimit = 100;

    public override string Api => "/rest/api/3";

    public override JiraFields Fields => CloudFields.All;

    public override JiraField SecondEstimate => CloudFields.StoryPoints;

    public override int CommentsInIssue => 20;

    public override JsonNode Text(SampleText text) => AdfDocument.Of(text);

    public override JsonObject User(JiraSite site, string accountId) => new()
    {
        ["self"] = site.Api("user?accountId=" + Uri.EscapeDataString(accountId)),
        ["accountId"] = accountId,
        ["avatarUrls"] = JiraUsers.Avatars(site, "avatar"),
        ["displayName"] = JiraUsers.Name(accountId),
        ["active"] = true,
        ["accountType"] = "atlassian",
        ["timeZone"] = site.Zone.Id,
    };

    public override JsonNode Sprint(SampleSprint sprint, int boardId)
    {
        var json = new JsonObject
        {
            ["id"] = sprint.Id,
            ["name"] = sprint.Name,
            ["state"] = sprint.State,
            ["boardId"] = boardId,
            ["goal"] = sprint.Goal,
            ["startDate"] = JiraDates.Utc(sprint.Start),
            ["endDate"] = JiraDates.Utc(sprint.End),
        };
        if (sprint.Completed is { } completed)
        {
            json["completeDate"] = JiraDates.Utc(completed);
        }

        return json;
    }

    public override string SprintDate(JiraSite site, DateTimeOffset instant) => JiraDates.Utc(instant);

    public override JsonObject Change(JiraIssue issue, SampleChange change)
    {
        var (id, custom) = Field(change.Field);
        var json = new JsonObject { ["field"] = change.Field, ["fieldtype"] = custom ? "custom" : "jira" };
        if (id is not null)
        {
            json["fieldId"] = id;
        }

        return JiraHistory.Values(json, change);
    }

    /// <summary>The newest entries only, the newest first.</summary>
    public override JsonObject History(JiraSite site, JiraIssue issue, bool alone)
    {
        var entries = JiraHistory.Of(issue);
        return JiraHistory.Within(site, entries, [.. entries.AsEnumerable().Reverse().Take(HistoryLimit)]);
    }

    public override JsonObject ServerInfo(JiraSite site, DateTimeOffset now) => new()
    {
        ["baseUrl"] = site.BaseUrl.GetLeftPart(UriPartial.Authority),
        ["version"] = "1001.0.0-SNAPSHOT",
        ["versionNumbers"] = new JsonArray(1001, 0, 0),
        ["deploymentType"] = "Cloud",
        ["buildNumber"] = 100_260,
        ["buildDate"] = "2026-01-05T00:00:00.000+0000",
        ["serverTime"] = JiraDates.Text(now, site.Zone),
        ["serverTimeZone"] = site.Zone.Id,
        ["scmInfo"] = "0000000000000000000000000000000000000000",
        ["serverTitle"] = site.Name,
    };

    /// <summary>The same for both, so that nobody learns of issues that are not for them.</summary>
    public override JiraRefusal NoIssue(bool isHidden) => JiraRefusal.NotFound("Issue does not exist or you do not have permission to see it.");

    public override Answer NoPath(string address) => JiraRefusal.With(404, "null for uri: " + address);

    /// <summary>Id of the field of a change. Jira gives none for a change of the parent.</summary>
    public static (string? Id, bool Custom) Field(string name) => name switch
    {
        "IssueParentAssociation" or "Key" => (null, false),
        "Story Points" or "Story point estimate" => (CloudFields.All.Estimate.Id, true),
        "Rank" => (CloudFields.All.Rank.Id, true),
        "Sprint" => (CloudFields.All.Sprint.Id, true),
        "Flagged" => (CloudFields.Flagged.Id, true),
        "Fix Version" => ("fixVersions", false),
        "Link" => ("issuelinks", false),
        _ => (name.ToLower(CultureInfo.InvariantCulture), false),
    };
}
