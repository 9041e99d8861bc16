using System.Collections.Immutable;
using System.Text.Json;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Connectors.Jira;

/// <summary>
/// Finds fields by what the settings say, then by what the board says, then by the kind that Jira gives them; by a name only where there is nothing
/// else. Two candidates are an error that names both: a guess would be a wrong number in every report.
/// </summary>
internal sealed class JiraFieldSearch
{
    private const string Agile = "com.pyxis.greenhopper.jira:";
    private const string BySettings = "by the team's settings";
    private const string ByKind = "by its kind";
    private const string ByName = "by its name";

    private readonly JiraSite _site;
    private readonly List<JiraFieldEntry> _all;
    private readonly List<JiraFieldEntry> _fields;
    private readonly JiraBoards _boards;
    private readonly ImmutableArray<string>.Builder _notes;

    private JiraFieldSearch(JiraSite site, JsonElement list, JiraBoards boards, string? projectId, ImmutableArray<string>.Builder notes)
    {
        (_site, _boards, _notes) = (site, boards, notes);
        var project = projectId ?? boards.Chosen?.ProjectId;
        _all = [.. list.EnumerateArray().Select(JiraFieldEntry.Of).OfType<JiraFieldEntry>()];
        _fields = [.. _all.Where(f => f.ProjectId is null || project is null || f.ProjectId == project)];
    }

    /// <summary>Finds them.</summary>
    /// <exception cref="TrackerException">A setting names no field, or several fields may hold the same.</exception>
    public static JiraFields Find(JiraSite site, JsonElement list, JiraBoards boards, string? projectId, ImmutableArray<string>.Builder notes)
    {
        var search = new JiraFieldSearch(site, list, boards, projectId, notes);
        var o = site.Options;
        (string Meaning, JiraField? Field)[] found =
        [
            (FieldNames.Sprint, search.Given(o.SprintField, "SprintField") ?? search.Only("sprints", "SprintField", ByKind, f => f.Kind == Agile + "gh-sprint")),
            (FieldNames.Parent, search.Given(o.EpicLinkField, "EpicLinkField") ?? search.Only("the epic", "EpicLinkField", ByKind, f => f.Kind == Agile + "gh-epic-link")),
            (FieldNames.Rank, search.Given(o.RankField, "RankField") ?? search.RankOfBoard() ?? search.Only("backlog order", "RankField", ByKind, f => f.Kind == Agile + "gh-lexo-rank")),
            (FieldNames.StoryPoints, search.Given(o.StoryPointsField, "StoryPointsField") ?? search.StoryPoints()),
            (FieldNames.AcceptanceCriteria, search.Given(o.AcceptanceCriteriaField, "AcceptanceCriteriaField") ?? search.Only("acceptance criteria", "AcceptanceCriteriaField", ByName, f => f.Type == "string" && IsCustom(f.Id) && f.IsCalled("Acceptance Criteria"))),
            (FieldNames.Flagged, search.Given(o.FlaggedField, "FlaggedField") ?? search.Only("the flag of blocked items", "FlaggedField", ByName, f => f.Kind?.EndsWith(":multicheckboxes", StringComparison.Ordinal) == true && f.IsEverCalled("Flagged"))),
            (FieldNames.Team, search.Given(o.TeamField, "TeamField") ?? search.Only("the team", "TeamField", ByKind, f => f.Kind is "com.atlassian.teams:rm-teams-custom-field-team" or "com.atlassian.jira.plugin.system.customfieldtypes:atlassian-team")),
        ];
        return new JiraFields(found.Where(f => f.Field is not null).Select(f => (f.Meaning, f.Field!)), search._all.Where(f => f.IsOfPeople).SelectMany(f => new[] { f.Id, f.Name }));
    }

    private JiraField? RankOfBoard() => _boards.Chosen?.RankField is { } rank ? Found(rank, $"by the settings of board {_boards.Chosen}") : null;

    private JiraField? StoryPoints()
    {
        var estimates = _boards.All.Where(b => b.EstimateField is not null).ToList();
        var custom = estimates.Where(b => IsCustom(b.EstimateField!)).DistinctBy(b => b.EstimateField).ToList();
        if (custom.Count > 1)
        {
            var all = string.Join(", ", custom.Select(b => $"{Entry(b.EstimateField!)} on board {b}"));
            throw _site.Settings(
                $"the boards of the project estimate with several fields: {all}. Expected one. Set {_site.TeamSetting("Board")}, or {_site.TeamSetting("StoryPointsField")} to the id of the right one.",
                new FieldChoice("StoryPointsField", [.. custom.Select(b => new FieldCandidate(b.EstimateField!, Entry(b.EstimateField!).Name))]));
        }

        if (custom.Count == 1)
        {
            return Found(custom[0].EstimateField!, $"by the settings of board {custom[0]}");
        }

        if (estimates.Count > 0)
        {
            _notes.Add($"Board {estimates[0]} estimates by '{estimates[0].EstimateField}', which are no story points; none are read.");
            return null;
        }

        bool IsOfKind(JiraFieldEntry f) => f.Kind == Agile + "jsw-story-points";
        var only = Only("story points", "StoryPointsField", ByKind, f => IsOfKind(f) || (f.Type == "number" && IsCustom(f.Id) && (f.IsEverCalled("Story Points") || f.IsEverCalled("Story point estimate"))));
        return only is null || IsOfKind(Entry(only.Id)) ? only : only with { How = ByName };
    }

    private JiraField? Given(string wanted, string setting)
    {
        if (wanted.Length == 0)
        {
            return null;
        }

        var found = _fields.Where(f => f.Id == wanted).ToList();
        found = found.Count > 0 ? found : [.. _fields.Where(f => f.IsCalled(wanted))];
        return found.Count switch
        {
            1 => new JiraField(found[0].Id, found[0].Name, BySettings),
            0 => throw _site.Settings($"there is no field '{wanted}'. Expected the id or the name of a field, for example customfield_10016. Set {_site.TeamSetting(setting)}."),
            _ => throw Ambiguous($"'{wanted}'", setting, found),
        };
    }

    private JiraField? Only(string meaning, string setting, string how, Func<JiraFieldEntry, bool> isCandidate)
    {
        var found = _fields.Where(isCandidate).ToList();
        return found.Count > 1 ? throw Ambiguous(meaning, setting, found) : found.Count == 0 ? null : new JiraField(found[0].Id, found[0].Name, how);
    }

    private JiraField Found(string id, string how) => new(id, Entry(id).Name, how);

    private JiraFieldEntry Entry(string id) => _all.Find(f => f.Id == id) ?? new(id, id, [], null, null, null);

    private TrackerException Ambiguous(string meaning, string setting, List<JiraFieldEntry> found)
    {
        JiraFieldEntry[] all = [.. found.OrderBy(f => f.Id.Length).ThenBy(f => f.Id, StringComparer.Ordinal)];
        return _site.Settings(
            $"several fields may hold {meaning}: {string.Join<JiraFieldEntry>(", ", all)}. Expected one. Set {_site.TeamSetting(setting)} to the id of the right one.",
            new FieldChoice(setting, [.. all.Select(f => new FieldCandidate(f.Id, f.Name))]));
    }

    private static bool IsCustom(string id) => id.StartsWith("customfield_", StringComparison.Ordinal);
}
