using System.Collections.Immutable;
using System.Text.Json;
using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.Jira;

/// <summary>
/// Finds fields by what the settings say, then by what the board says, then by the kind that Jira gives them; by a name only where there is nothing
/// else. Two candidates are an error that names both: a guess would be a wrong number in every report.
/// </summary>
internal static class JiraFieldSearch
{
    private const string Kinds = "com.pyxis.greenhopper.jira:";

    public static JiraFields Find(JiraSite site, JsonElement list, JiraBoard? board, ImmutableArray<string>.Builder notes)
    {
        var fields = list.EnumerateArray().Select(Field.Of).OfType<Field>().Where(f => f.ProjectId is null || board?.ProjectId is null || f.ProjectId == board.ProjectId).ToList();
        IEnumerable<Field> OfKind(string kind) => fields.Where(f => f.Kind == Kinds + kind);
        return new JiraFields(
            OfKind("gh-sprint").FirstOrDefault()?.Id,
            OfKind("gh-epic-link").FirstOrDefault()?.Id,
            board?.RankField ?? OfKind("gh-lexo-rank").FirstOrDefault()?.Id,
            StoryPoints(site, fields, board, notes),
            AcceptanceCriteria(site, fields));
    }

    private static string? StoryPoints(JiraSite site, List<Field> fields, JiraBoard? board, ImmutableArray<string>.Builder notes)
    {
        if (site.Options.StoryPointsField.Length > 0)
        {
            return Given(site, fields, site.Options.StoryPointsField, "StoryPointsField");
        }

        if (board?.EstimateField is { } estimate)
        {
            if (estimate.StartsWith("customfield_", StringComparison.Ordinal))
            {
                return estimate;
            }

            notes.Add($"Board {board} estimates by '{estimate}', which are no story points; none are read.");
            return null;
        }

        return Only(site, "story points", "StoryPointsField", fields.Where(f =>
            f.Kind == Kinds + "jsw-story-points" || (f.Type == "number" && (f.IsCalled("Story Points") || f.IsCalled("Story point estimate")))));
    }

    private static string? AcceptanceCriteria(JiraSite site, List<Field> fields) => site.Options.AcceptanceCriteriaField.Length > 0
        ? Given(site, fields, site.Options.AcceptanceCriteriaField, "AcceptanceCriteriaField")
        : Only(site, "acceptance criteria", "AcceptanceCriteriaField", fields.Where(f => f.Type == "string" && f.Id.StartsWith("customfield_", StringComparison.Ordinal) && f.IsCalled("Acceptance Criteria")));

    private static string Given(JiraSite site, List<Field> fields, string wanted, string setting)
    {
        var found = fields.Where(f => f.Id == wanted).ToList();
        found = found.Count > 0 ? found : [.. fields.Where(f => f.IsCalled(wanted))];
        return found.Count switch
        {
            1 => found[0].Id,
            0 => throw site.Settings($"there is no field '{wanted}'. Expected the id or the name of a field, for example customfield_10016. Set the team's {setting}."),
            _ => throw Ambiguous(site, $"'{wanted}'", setting, found),
        };
    }

    private static string? Only(JiraSite site, string meaning, string setting, IEnumerable<Field> candidates)
    {
        var found = candidates.ToList();
        return found.Count > 1 ? throw Ambiguous(site, meaning, setting, found) : found.FirstOrDefault()?.Id;
    }

    private static TrackerException Ambiguous(JiraSite site, string meaning, string setting, List<Field> found)
    {
        var all = string.Join(", ", found.OrderBy(f => f.Id.Length).ThenBy(f => f.Id, StringComparer.Ordinal).Select(f => $"{f.Id} ('{f.Name}')"));
        return site.Settings($"several fields may hold {meaning}: {all}. Expected one. Set the team's {setting} to the id of the right one.");
    }

    private sealed record Field(string Id, string Name, string? Type, string? Kind, string? ProjectId)
    {
        public static Field? Of(JsonElement entry) => entry.Text("id") is { } id
            ? new(id, entry.Text("name") ?? id, entry.Get("schema")?.Text("type"), entry.Get("schema")?.Text("custom"), entry.Get("scope")?.Get("project")?.Text("id"))
            : null;

        public bool IsCalled(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);
    }
}
