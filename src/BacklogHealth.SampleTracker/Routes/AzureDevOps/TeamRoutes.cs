using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Routes.AzureDevOps;

/// <summary>A team's settings: its iterations, its area.</summary>
internal static class TeamRoutes
{
    public static ImmutableArray<AzureRoute> All { get; } =
    [
        .. AzureRoute.OfTeam("GET", "work/teamsettings", Settings),
        .. AzureRoute.OfTeam("GET", "work/teamsettings/iterations", Iterations),
        .. AzureRoute.OfTeam("GET", "work/teamsettings/iterations/{iteration}", call => Answer.Ok(Iteration(call, FindIteration(call)))),
        .. AzureRoute.OfTeam("GET", "work/teamsettings/iterations/{iteration}/workitems", IterationItems),
        .. AzureRoute.OfTeam("GET", "work/teamsettings/teamfieldvalues", FieldValues),
    ];

    public static string Url(AzureCall call, string path) => call.Site.Url($"{call.Team.Id}/{call.Team.TeamId}/_apis/work/{path}");

    private static Answer Settings(AzureCall call)
    {
        var project = call.Team;
        var json = new JsonObject
        {
            ["backlogIteration"] = Node(call, null),
            ["bugsBehavior"] = project.Types.BugsBehavior,
            ["workingDays"] = new JsonArray("monday", "tuesday", "wednesday", "thursday", "friday"),
            ["backlogVisibilities"] = new JsonObject { [AzureTypes.EpicCategory] = true, [AzureTypes.RequirementCategory] = true },
        };
        if (project.Sample.Sprints.FirstOrDefault(s => s.State == "active") is { } active)
        {
            json["defaultIteration"] = Node(call, active);
            json["defaultIterationMacro"] = "@currentIteration";
        }

        json["url"] = Url(call, "teamsettings");
        json["_links"] = Links(call, "teamsettings");
        return Answer.Ok(json);
    }

    private static Answer Iterations(AzureCall call)
    {
        var sprints = call.Team.Sample.Sprints.AsEnumerable();
        if (call.Text("$timeframe") is { Length: > 0 } wanted)
        {
            sprints = string.Equals(wanted, "current", StringComparison.OrdinalIgnoreCase)
                ? sprints.Where(s => s.State == "active")
                : throw AzureRefusal.BadRequest($"The timeframe '{wanted}' is not supported. The only supported timeframe is 'current'.");
        }

        return AzureRoutes.List(sprints.Select(s => Iteration(call, s)));
    }

    private static Answer IterationItems(AzureCall call)
    {
        var project = call.Team;
        var sprint = FindIteration(call);
        var path = project.IterationPath(sprint);
        var found = call.Site.Items.Where(i => i.Project == project && path.Equals(i.Last.Fields["System.IterationPath"]));
        return Answer.Ok(new JsonObject
        {
            ["workItemRelations"] = new JsonArray([.. found.Select(i => new JsonObject
            {
                ["rel"] = null,
                ["source"] = null,
                ["target"] = new JsonObject { ["id"] = i.Id, ["url"] = call.Site.ItemUrl(i.Id) },
            })]),
            ["url"] = Url(call, $"teamsettings/iterations/{project.IterationId(sprint)}/workitems"),
        });
    }

    private static Answer FieldValues(AzureCall call)
    {
        var project = call.Team;
        return Answer.Ok(new JsonObject
        {
            ["field"] = new JsonObject { ["referenceName"] = "System.AreaPath", ["url"] = call.Site.Url("_apis/wit/fields/System.AreaPath") },
            ["defaultValue"] = project.AreaPath,
            ["values"] = new JsonArray(new JsonObject { ["value"] = project.AreaPath, ["includeChildren"] = true }),
            ["url"] = Url(call, "teamsettings/teamfieldvalues"),
            ["_links"] = Links(call, "teamsettings/teamfieldvalues"),
        });
    }

    private static SampleSprint FindIteration(AzureCall call)
    {
        var wanted = call.Path("iteration");
        return call.Team.Sample.Sprints.FirstOrDefault(s => string.Equals(call.Team.IterationId(s).ToString(), wanted, StringComparison.OrdinalIgnoreCase))
            ?? throw AzureRefusal.NotFound($"The current iteration with id '{wanted}' was not found for the team.");
    }

    private static JsonObject Iteration(AzureCall call, SampleSprint sprint)
    {
        var project = call.Team;
        var id = project.IterationId(sprint).ToString();
        return new JsonObject
        {
            ["id"] = id,
            ["name"] = sprint.Name,
            ["path"] = project.IterationPath(sprint),
            ["attributes"] = new JsonObject
            {
                ["startDate"] = Midnight(sprint.Start),
                ["finishDate"] = Midnight(sprint.End),
                ["timeFrame"] = sprint.State switch { "closed" => "past", "active" => "current", _ => "future" },
            },
            ["url"] = Url(call, "teamsettings/iterations/" + id),
        };
    }

    /// <summary>An iteration as settings name it, its path without the project.</summary>
    private static JsonObject Node(AzureCall call, SampleSprint? sprint) => new()
    {
        ["id"] = call.Team.IterationId(sprint).ToString(),
        ["name"] = sprint?.Name ?? call.Team.Name,
        ["path"] = sprint is null ? string.Empty : "\\" + sprint.Name,
        ["url"] = call.Site.Url($"{call.Team.Id}/_apis/wit/classificationNodes/Iterations{(sprint is null ? string.Empty : "/" + Uri.EscapeDataString(sprint.Name))}"),
    };

    private static JsonObject Links(AzureCall call, string self) => new()
    {
        ["self"] = new JsonObject { ["href"] = Url(call, self) },
        ["project"] = new JsonObject { ["href"] = ProjectRoutes.Url(call.Site, call.Team) },
        ["team"] = new JsonObject { ["href"] = ProjectRoutes.TeamUrl(call.Site, call.Team) },
    };

    /// <summary>Iterations have days, not moments.</summary>
    public static string Midnight(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'00:00:00'Z'", CultureInfo.InvariantCulture);
}
