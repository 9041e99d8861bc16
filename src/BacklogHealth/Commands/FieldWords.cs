using System.Collections.Immutable;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Settings;

namespace BacklogHealth.Commands;

/// <summary>Says which field of a tracker holds what, and what is done without where none does.</summary>
internal static class FieldWords
{
    /// <summary>For example: story points in customfield_10016 (Story point estimate), by the board's settings.</summary>
    public static string Of(FieldFound field) => $"{Meaning(field.Meaning)} in {field.Id}{(field.Name.Length == 0 || field.Name == field.Id ? "" : $" ({field.Name})")}, {field.How}";

    /// <summary>What no field holds, and what that means. Epics and teams are left out: hardly any tracker keeps them in fields of their own any more.</summary>
    public static IEnumerable<string> Missing(ImmutableArray<FieldFound> found, TrackerKind kind)
    {
        var isJira = kind != TrackerKind.AzureDevOps;
        (string Meaning, string Then)[] wanted =
        [
            (FieldNames.StoryPoints, "no item has an estimate"),
            (FieldNames.AcceptanceCriteria, "they are read from the description"),
            (FieldNames.Rank, "items stand in the order of their creation"),
            (FieldNames.Sprint, "no item is in a sprint"),
            (FieldNames.Flagged, isJira ? "no item counts as blocked" : "the tag Blocked tells it"),
        ];
        // Iterations are no field that could be missing.
        return wanted.Where(w => found.All(f => f.Meaning != w.Meaning) && (isJira || w.Meaning != FieldNames.Sprint)).Select(w => $"{Meaning(w.Meaning)}; {w.Then}");
    }

    private static string Meaning(string meaning) => meaning switch
    {
        FieldNames.StoryPoints => "story points",
        FieldNames.AcceptanceCriteria => "acceptance criteria",
        FieldNames.Rank => "backlog order",
        FieldNames.Sprint => "sprints",
        FieldNames.Flagged => "flag of blocked items",
        FieldNames.Parent => "epic",
        _ => meaning,
    };
}
