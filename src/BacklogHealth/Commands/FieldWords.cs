using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Commands;

/// <summary>Says which field of a tracker holds what.</summary>
internal static class FieldWords
{
    /// <summary>For example: story points in customfield_10016 (Story point estimate), by the board's settings.</summary>
    public static string Of(FieldFound field) => $"{Meaning(field.Meaning)} in {field.Id}{(field.Name.Length == 0 || field.Name == field.Id ? "" : $" ({field.Name})")}, {field.How}";

    private static string Meaning(string meaning) => meaning switch
    {
        FieldNames.StoryPoints => "story points",
        FieldNames.AcceptanceCriteria => "acceptance criteria",
        _ => meaning,
    };
}
