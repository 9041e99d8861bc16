using System.CommandLine;
using BacklogHealth.Settings;

namespace BacklogHealth.Commands;

/// <summary>The options of <c>init</c>. Whatever it may ask, an option can say before: with <c>--no-input</c> nothing is out of reach.</summary>
internal static class InitOptions
{
    public static readonly Option<string?> Url = Text("--url", "Address of the tracker, for example https://acme.atlassian.net or https://dev.azure.com/acme.", "URL");
    public static readonly Option<TrackerKind?> Kind = SharedOptions.Word<TrackerKind>("--kind", "JiraCloud, JiraDataCenter or AzureDevOps (default: what answers at the address).", "KIND");
    public static readonly Option<string?> User = Text("--user", "The e-mail address that a Jira Cloud token belongs to; no other kind needs one.", "EMAIL");
    public static readonly Option<string?> TokenFile = Text("--token-file", "A file whose first line is the token.", "FILE");
    public static readonly Option<string?> TenantId = Text("--tenant-id", "Azure DevOps without a token: id of the directory in Microsoft Entra.", "ID");
    public static readonly Option<string?> ClientId = Text("--client-id", "Id of the application in it, or of a user-assigned managed identity.", "ID");
    public static readonly Option<string?> ClientSecretFile = Text("--client-secret-file", "A file whose first line is the application's secret.", "FILE");
    public static readonly Option<string?> ClientCertificateFile = Text("--client-certificate-file", "A file with the application's certificate and private key, in place of a secret.", "FILE");
    public static readonly Option<bool> ManagedIdentity = new("--managed-identity") { Description = "Azure DevOps without a token: be the managed identity of this machine." };
    public static readonly Option<string?> Project = Text("--project", "Key or name of the team's project; in a Jira, a board or a query alone is enough.", "PROJECT");
    public static readonly Option<string?> Board = Text("--board", "Name or id of its board, where there are several; in Azure DevOps, the team.", "BOARD");
    public static readonly Option<string?> AreaPath = Text("--area-path", "Its area path in Azure DevOps.", "PATH");
    public static readonly Option<string?> Query = Text("--query", "The tracker's own query (JQL or WIQL), in place of the whole project.", "QUERY");
    public static readonly Option<string?> Name = Text("--name", "Name of the team (default: the project).", "TEAM");
    public static readonly Option<string?> TimeZone = Text("--time-zone", "Its time zone, as Europe/Berlin (default: the account's, where the tracker tells it).", "ZONE");
    public static readonly Option<string?> Authorities = Text("--certificate-authority-file", "A file with certificates (PEM) of your own authority.", "FILE");
    public static readonly Option<string?> Proxy = Text("--proxy", "Address of the proxy to go through.", "URL");
    public static readonly Option<bool> PlainHttp = new("--allow-plain-http") { Description = "Send the token unencrypted, where nobody else listens on the way." };
    public static readonly Option<bool> Force = new("--force") { Description = "Replace a settings file that is there." };

    /// <summary>The options that say which field holds what, by the team's setting that each becomes.</summary>
    public static readonly IReadOnlyDictionary<string, Option<string?>> Fields = new OrderedDictionary<string, Option<string?>>(StringComparer.Ordinal)
    {
        ["AcceptanceCriteriaField"] = Text("--acceptance-criteria-field", "Id of the field with acceptance criteria.", "FIELD"),
        ["EpicLinkField"] = Text("--epic-link-field", "Jira: id of the field with the epic.", "FIELD"),
        ["FlaggedField"] = Text("--flagged-field", "Jira: id of the field that flags blocked items.", "FIELD"),
        ["RankField"] = Text("--rank-field", "Jira: id of the field with backlog order.", "FIELD"),
        ["SprintField"] = Text("--sprint-field", "Jira: id of the field with sprints.", "FIELD"),
        ["StoryPointsField"] = Text("--story-points-field", "Id of the field with the estimate, where several may hold it.", "FIELD"),
        ["TeamField"] = Text("--team-field", "Jira: id of the field with the team.", "FIELD"),
    };

    /// <summary>All of them, in the order of the help.</summary>
    public static IEnumerable<Option> All => [Url, Kind, User, TokenFile, TenantId, ClientId, ClientSecretFile, ClientCertificateFile, ManagedIdentity, Project, Board, AreaPath, Query, Name, TimeZone, .. Fields.Values, Authorities, Proxy, PlainHttp, Force];

    private static Option<string?> Text(string name, string description, string helpName) => new(name) { Description = description, HelpName = helpName };
}
