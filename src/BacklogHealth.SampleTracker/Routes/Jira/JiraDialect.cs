using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Routes.Jira;

/// <summary>What Jira Cloud and Jira Data Center say differently in answers that they share.</summary>
internal abstract class JiraDialect
{
    /// <summary>Path of the interface, such as <c>/rest/api/3</c>.</summary>
    public abstract string Api { get; }

    public abstract JiraFields Fields { get; }

    /// <summary>The field that comes to it where a site has two for estimates.</summary>
    public abstract JiraField SecondEstimate { get; }

    /// <summary>How many comments come within an issue; <c>total</c> says how many there are.</summary>
    public abstract int CommentsInIssue { get; }

    public bool IsCloud => Api.EndsWith('3');

    public abstract JsonNode Text(SampleText text);

    public abstract JsonObject User(JiraSite site, string accountId);

    /// <summary>A sprint as the sprint field of an issue holds it.</summary>
    public abstract JsonNode Sprint(SampleSprint sprint, int boardId);

    /// <summary>An instant as sprints have it.</summary>
    public abstract string SprintDate(JiraSite site, DateTimeOffset instant);

    /// <summary>One change within an entry of a history.</summary>
    public abstract JsonObject Change(JiraIssue issue, SampleChange change);

    /// <summary>The changelog within an issue that stands alone or is one of many.</summary>
    public abstract JsonObject History(JiraSite site, JiraIssue issue, bool alone);

    public abstract JsonObject ServerInfo(JiraSite site, DateTimeOffset now);

    /// <summary>The refusal of an issue that is not there, or that is there and not for the account.</summary>
    public abstract JiraRefusal NoIssue(bool isHidden);

    /// <summary>What a path that leads nowhere is answered.</summary>
    public abstract Answer NoPath(string address);
}
