using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.Jira;

/// <summary>What the connector must know of a Jira site and of the team's place in it.</summary>
public sealed record JiraOptions
{
    /// <summary>The connection's name in settings; every error begins with it.</summary>
    public required string Name { get; init; }

    /// <summary>Which Jira it is.</summary>
    public JiraDeployment Deployment { get; init; }

    /// <summary>What errors call the settings; null for the keys of a settings file, with the connection's name in the place of its number.</summary>
    public SettingNames? SettingNames { get; init; }

    /// <summary>How it is reached, beyond its address.</summary>
    public TrackerNetwork Network { get; init; } = new();

    /// <summary>Address of the interface: the site's own, or <c>https://api.atlassian.com/ex/jira/{cloudId}</c> for scoped tokens.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>Address of the pages that people see; null: what the site says of itself.</summary>
    public Uri? BrowseUrl { get; init; }

    /// <summary>E-mail address (Cloud) or name of the account that reads; empty for a token that needs none, such as a personal access token of a Data Center.</summary>
    public required string User { get; init; }

    /// <summary>Its API token. Sent to <see cref="BaseUrl"/> only, never shown.</summary>
    public required string Token { get; init; }

    /// <summary>Key of the team's project; may be empty where <see cref="Query"/> or <see cref="Board"/> is given.</summary>
    public string Project { get; init; } = "";

    /// <summary>Name or number of the team's board; empty: found by the project. Without project and query, its saved filter is the scope.</summary>
    public string Board { get; init; } = "";

    /// <summary>JQL for the team's items; empty: all of the project. An order in it is left out.</summary>
    public string Query { get; init; } = "";

    /// <summary>Id or name of the field with story points; empty: found by the board, else by its kind.</summary>
    public string StoryPointsField { get; init; } = "";

    /// <summary>Id or name of the field with acceptance criteria; empty: a text field of that name, where there is one.</summary>
    public string AcceptanceCriteriaField { get; init; } = "";

    /// <summary>Id or name of the field with sprints; empty: found by its kind.</summary>
    public string SprintField { get; init; } = "";

    /// <summary>Id or name of the field with the epic; empty: found by its kind.</summary>
    public string EpicLinkField { get; init; } = "";

    /// <summary>Id or name of the field with backlog order; empty: found by the board, else by its kind.</summary>
    public string RankField { get; init; } = "";

    /// <summary>Id or name of the field that flags blocked items; empty: the checkboxes called Flagged, where there are any.</summary>
    public string FlaggedField { get; init; } = "";

    /// <summary>Id or name of the field with the team; empty: found by its kind.</summary>
    public string TeamField { get; init; } = "";

    /// <summary>Longest single wait that is kept when the site asks for it; a longer one ends the run as throttled.</summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>True to send the token unencrypted to a host other than this machine.</summary>
    public bool AllowPlainHttp { get; init; }

    /// <summary>The connection's name: no setting of it may end up in a log by chance.</summary>
    public override string ToString() => Name;
}

/// <summary>The kinds of Jira.</summary>
public enum JiraDeployment
{
    /// <summary>Atlassian's own.</summary>
    Cloud,

    /// <summary>Hosted by its users.</summary>
    DataCenter,
}
