using BacklogHealth.Connectors.Http;

namespace BacklogHealth.Connectors.AzureDevOps;

/// <summary>What the connector must know of an Azure DevOps organisation or collection and of the team's place in it.</summary>
public sealed record AzureDevOpsOptions
{
    /// <summary>The connection's name in settings; every error begins with it.</summary>
    public required string Name { get; init; }

    /// <summary>What errors call the settings; null for the keys of a settings file, with the connection's name in the place of its number.</summary>
    public SettingNames? SettingNames { get; init; }

    /// <summary>How it is reached, beyond its address.</summary>
    public TrackerNetwork Network { get; init; } = new();

    /// <summary>Address with the organisation or collection, for example <c>https://dev.azure.com/acme</c>.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>Address of the pages that people see, with the organisation or collection; null: the same.</summary>
    public Uri? BrowseUrl { get; init; }

    /// <summary>Personal access token of one organisation or collection; empty where <see cref="Entra"/> is given. Sent to <see cref="BaseUrl"/> only, never shown.</summary>
    public string Token { get; init; } = "";

    /// <summary>Whom Microsoft Entra takes us for; null where a personal access token is used.</summary>
    public EntraOptions? Entra { get; init; }

    /// <summary>Name or id of the project; needed to read items, not to look around.</summary>
    public string Project { get; init; } = "";

    /// <summary>Name or id of the team whose boards, iterations and area paths are read; empty: the project's default team.</summary>
    public string Team { get; init; } = "";

    /// <summary>Area path of the team's items, with all below it; empty: the area paths that the team's own settings name, where <see cref="Team"/> is given, else all of the project.</summary>
    public string AreaPath { get; init; } = "";

    /// <summary>WIQL for the team's items: a whole query or the condition behind its WHERE; empty: by area path.</summary>
    public string Query { get; init; } = "";

    /// <summary>Reference name of the field with the estimate; empty: found by the process.</summary>
    public string StoryPointsField { get; init; } = "";

    /// <summary>Reference name of the field with acceptance criteria; empty: the process's own, where it has one.</summary>
    public string AcceptanceCriteriaField { get; init; } = "";

    /// <summary>Longest single wait that is kept when the service asks for it; a longer one ends the run as throttled.</summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>True to send the token unencrypted to a host other than this machine.</summary>
    public bool AllowPlainHttp { get; init; }

    /// <summary>The connection's name: no setting of it may end up in a log by chance.</summary>
    public override string ToString() => Name;
}
