using System.Globalization;
using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Routes.Jira;

/// <summary>Boards as the agile interface writes them.</summary>
internal static class BoardJson
{
    public static JsonObject Of(JiraSite site, JiraBoard board)
    {
        var json = new JsonObject
        {
            ["id"] = board.Board.Id,
            ["self"] = site.Url("rest/agile/1.0/board", board.Id),
            ["name"] = board.Board.Name,
            ["type"] = board.Board.Type,
        };
        if (site.Dialect.IsCloud)
        {
            json["location"] = Location(site, board.Project);
            json["isPrivate"] = false;
        }

        return json;
    }

    public static JsonObject Configuration(JiraSite site, JiraBoard board)
    {
        var json = new JsonObject
        {
            ["id"] = board.Board.Id,
            ["name"] = board.Board.Name,
            ["type"] = board.Board.Type,
            ["self"] = site.Url($"rest/agile/1.0/board/{board.Id}/configuration"),
        };
        if (site.Dialect.IsCloud)
        {
            var project = board.Project;
            json["location"] = new JsonObject { ["type"] = "project", ["key"] = project.Key, ["id"] = project.Id, ["self"] = site.Api("project", project.Id), ["name"] = project.Name };
        }

        json["filter"] = new JsonObject { ["id"] = board.FilterId, ["self"] = site.Api("filter", board.FilterId) };
        json["columnConfig"] = new JsonObject
        {
            ["columns"] = new JsonArray([.. board.Project.Statuses.Select(s => new JsonObject
            {
                ["name"] = s.Name,
                ["statuses"] = new JsonArray(new JsonObject { ["id"] = s.Id, ["self"] = site.Api("status", s.Id) }),
            })]),
            ["constraintType"] = "none",
        };
        if (!board.IsKanban && board.Project.BoardsNameEstimate)
        {
            json["estimation"] = new JsonObject
            {
                ["type"] = "field",
                ["field"] = new JsonObject { ["fieldId"] = site.Fields.Estimate.Id, ["displayName"] = site.Fields.Estimate.Name },
            };
        }

        json["ranking"] = new JsonObject { ["rankCustomFieldId"] = site.Fields.Rank.CustomId };
        return json;
    }

    private static JsonObject Location(JiraSite site, SampleProject project) => new()
    {
        ["projectId"] = long.Parse(project.Id, CultureInfo.InvariantCulture),
        ["displayName"] = $"{project.Name} ({project.Key})",
        ["projectName"] = project.Name,
        ["projectKey"] = project.Key,
        ["projectTypeKey"] = "software",
        ["avatarURI"] = site.Url("images/project-24.png"),
        ["name"] = $"{project.Name} ({project.Key})",
    };
}
