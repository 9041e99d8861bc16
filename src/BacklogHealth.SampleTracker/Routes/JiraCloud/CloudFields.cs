using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker.Routes.Jira;

namespace BacklogHealth.SampleTracker.Routes.JiraCloud;

/// <summary>The fields of the small Jira Cloud.</summary>
internal static class CloudFields
{
    public static JiraField Flagged { get; } = CommonFields.Flagged("customfield_10021", 10021);

    /// <summary>The estimate of company-managed projects, a plain number.</summary>
    public static JiraField StoryPoints { get; } = CommonFields.Number("customfield_10026", 10026, "Story Points");

    public static JiraFields All { get; } = new(
    [
        .. CommonFields.All,
        new("customfield_10016", "Story point estimate", "number", CommonFields.Estimate)
        {
            Custom = CommonFields.Greenhopper + "jsw-story-points", CustomId = 10016, Clauses = ["cf[10016]", "Story point estimate"],
        },
        CommonFields.Rank("customfield_10019", 10019),
        CommonFields.Sprint("customfield_10020", 10020, "json"),
        Flagged,
        new("customfield_10001", "Team", "team", (_, issue) => new JsonObject { ["id"] = issue.Project.Id + "-team", ["name"] = issue.Project.Team })
        {
            Custom = "com.atlassian.jira.plugin.system.customfieldtypes:atlassian-team", CustomId = 10001, Clauses = ["cf[10001]", "Team[Team]"],
        },
    ]);
}
