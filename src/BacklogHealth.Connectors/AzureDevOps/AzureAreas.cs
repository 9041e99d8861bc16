using System.Net;
using System.Text.Json;
using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>Finds the condition that tells a team's items from the rest of the project.</summary>
internal static class AzureAreas
{
    /// <summary>The condition in WIQL; "" for all of the project.</summary>
    /// <exception cref="TrackerException">The team's area paths are asked for and cannot be read, or the team's query cannot be used.</exception>
    public static async Task<string> Condition(AzureSite site, AzureProject project, CancellationToken cancellation)
    {
        var options = site.Options;
        if (options.Query.Length > 0)
        {
            return AzureQuery.ConditionOf(site, options.Query);
        }

        if (options.AreaPath.Length > 0)
        {
            return $"[System.AreaPath] UNDER {AzureQuery.Quoted(options.AreaPath.Trim('\\'))}";
        }

        if (options.Team.Length == 0)
        {
            return "";
        }

        using var answer = await site.Get($"{project.TeamPath}/_apis/work/teamsettings/teamfieldvalues", cancellation);
        if (answer.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            throw site.NotGiven(answer, $"the area paths of team '{project.Team}' could not be read ({AzureSite.Refusal(answer)}). Expected them, since they say which items are the team's. Give the account access to the team's settings, or set {site.TeamSetting("AreaPath", "Query")}.");
        }

        return Of(answer.Root) ?? throw site.Settings($"team '{project.Team}' has no area path. Expected one at least, since they say which items are the team's. Choose the team's areas in the project's settings, or set {site.TeamSetting("AreaPath", "Query")}.");
    }

    /// <summary>The condition of a team's field values; null where there are none.</summary>
    public static string? Of(JsonElement values)
    {
        var field = values.Get("field")?.Text("referenceName") ?? AzureFields.AreaPath;
        var parts = values.Entries("values").Where(v => v.Text("value") is not null)
            .Select(v => $"[{field}] {(v.Flag("includeChildren") == true ? "UNDER" : "=")} {AzureQuery.Quoted(v.Text("value")!)}").ToList();
        return parts.Count == 0 ? null : string.Join(" OR ", parts);
    }
}
