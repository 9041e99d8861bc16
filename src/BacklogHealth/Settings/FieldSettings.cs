namespace BacklogHealth.Settings;

/// <summary>Which field of a tracker holds what, by id or name; "" where it is to be found.</summary>
internal sealed record FieldSettings
{
    public string StoryPoints { get; init; } = "";

    public string AcceptanceCriteria { get; init; } = "";

    public string Sprint { get; init; } = "";

    public string EpicLink { get; init; } = "";

    public string Rank { get; init; } = "";

    public string Flagged { get; init; } = "";

    public string Team { get; init; } = "";

    /// <summary>Reads those of a connection or a team.</summary>
    /// <param name="values">The settings.</param>
    /// <param name="at">The place of the connection or team in them.</param>
    /// <param name="kind">The kind of tracker; null where there is none.</param>
    public static FieldSettings Read(SettingsValues values, string at, TrackerKind? kind)
    {
        var fields = new FieldSettings
        {
            StoryPoints = values.Text(at, "StoryPointsField"),
            AcceptanceCriteria = values.Text(at, "AcceptanceCriteriaField"),
            Sprint = values.Text(at, "SprintField"),
            EpicLink = values.Text(at, "EpicLinkField"),
            Rank = values.Text(at, "RankField"),
            Flagged = values.Text(at, "FlaggedField"),
            Team = values.Text(at, "TeamField"),
        };
        foreach (var name in (string[])["SprintField", "EpicLinkField", "RankField", "FlaggedField", "TeamField"])
        {
            if (kind == TrackerKind.AzureDevOps && values.Text(at, name) is { Length: > 0 } field)
            {
                values.Wrong($"{at}:{name}", $"'{field}' for Azure DevOps", "nothing, since only in Jira can another field hold it", "Leave it out");
            }
        }

        return fields;
    }

    /// <summary>These, and where one is not given, that of others.</summary>
    public FieldSettings Or(FieldSettings others) => new()
    {
        StoryPoints = First(StoryPoints, others.StoryPoints),
        AcceptanceCriteria = First(AcceptanceCriteria, others.AcceptanceCriteria),
        Sprint = First(Sprint, others.Sprint),
        EpicLink = First(EpicLink, others.EpicLink),
        Rank = First(Rank, others.Rank),
        Flagged = First(Flagged, others.Flagged),
        Team = First(Team, others.Team),
    };

    private static string First(string one, string other) => one.Length > 0 ? one : other;
}
