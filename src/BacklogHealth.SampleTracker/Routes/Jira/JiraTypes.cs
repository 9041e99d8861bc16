using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Routes.Jira;

/// <summary>Issue types, statuses, priorities, resolutions and releases as Jira writes them.</summary>
internal static class JiraTypes
{
    public static ImmutableArray<string> IssueTypes { get; } = ["Epic", "Story", "Task", "Bug", "Spike", "Sub-task"];

    public static ImmutableArray<string> Priorities { get; } = ["Highest", "High", "Medium", "Low", "Lowest"];

    private static readonly ImmutableArray<string> Resolutions = ["Done", "Won't Do", "Duplicate", "Cannot Reproduce"];

    public static JsonObject IssueType(JiraSite site, string name)
    {
        var id = Number(10_001 + IssueTypes.IndexOf(name));
        var json = new JsonObject
        {
            ["self"] = site.Api("issuetype", id),
            ["id"] = id,
            ["description"] = string.Empty,
            ["iconUrl"] = site.Url("images", "type-" + id + ".svg"),
            ["name"] = name,
            ["subtask"] = name == "Sub-task",
        };
        if (site.Dialect.IsCloud)
        {
            json["hierarchyLevel"] = name switch { "Epic" => 1, "Sub-task" => -1, _ => 0 };
        }

        return json;
    }

    public static JsonObject Status(JiraSite site, SampleStatus status) => new()
    {
        ["self"] = site.Api("status", status.Id),
        ["description"] = string.Empty,
        ["iconUrl"] = site.Url("images", "status.png"),
        ["name"] = status.Name,
        ["id"] = status.Id,
        ["statusCategory"] = Category(site, status.Category),
    };

    public static JsonObject Priority(JiraSite site, string name)
    {
        var id = Number(1 + Priorities.IndexOf(name));
        return new JsonObject
        {
            ["self"] = site.Api("priority", id),
            ["iconUrl"] = site.Url("images", "priority-" + id + ".svg"),
            ["name"] = name,
            ["id"] = id,
        };
    }

    public static JsonObject? Resolution(JiraSite site, string? name)
    {
        if (name is null)
        {
            return null;
        }

        var id = Number(10_000 + Resolutions.IndexOf(name));
        return new JsonObject { ["self"] = site.Api("resolution", id), ["id"] = id, ["description"] = string.Empty, ["name"] = name };
    }

    /// <summary>A release. It is released where it is out, or where nothing that is promised for it is open any more.</summary>
    public static JsonObject Version(JiraSite site, SampleProject project, SampleVersion version)
    {
        var promised = project.Items.Where(i => i.FixVersions.Contains(version.Name, StringComparer.Ordinal)).ToList();
        var json = new JsonObject
        {
            ["self"] = site.Api("version", version.Id),
            ["id"] = version.Id,
            ["name"] = version.Name,
            ["archived"] = false,
            ["released"] = version.IsOut || (promised.Count > 0 && promised.TrueForAll(i => i.Resolution is not null)),
        };
        if (version.ReleaseDate is { } day)
        {
            json["releaseDate"] = JiraDates.Day(day);
        }

        return json;
    }

    public static string CategoryName(string category) => category switch { "new" => "To Do", "done" => "Done", _ => "In Progress" };

    private static JsonObject Category(JiraSite site, string key)
    {
        var (id, colour) = key switch { "new" => (2, "blue-gray"), "done" => (3, "green"), _ => (4, "yellow") };
        return new JsonObject
        {
            ["self"] = site.Api("statuscategory", Number(id)),
            ["id"] = id,
            ["key"] = key,
            ["colorName"] = colour,
            ["name"] = CategoryName(key),
        };
    }

    private static string Number(int id) => id.ToString(CultureInfo.InvariantCulture);
}
