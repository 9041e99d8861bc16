using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using BacklogHealth.Connectors;
using BacklogHealth.Connectors.AzureDevOps;
using BacklogHealth.Connectors.Http;
using BacklogHealth.Connectors.Jira;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Settings;

namespace BacklogHealth.Steps;

/// <summary>Opens the tracker of a team: the one place that knows every kind.</summary>
internal static class Trackers
{
    // One for the whole process, so that several teams ask a host no faster together than one; but instants of two clocks cannot be compared.
    private static readonly ConditionalWeakTable<TimeProvider, HostPaces> Paces = [];

    /// <summary>The tracker of a team.</summary>
    /// <exception cref="UserError">The team has no connection, or neither project nor query nor board; or a secret cannot be read.</exception>
    public static IWorkTracker Open(Team team, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(team);
        var connection = team.Connection ?? throw UserError.Usage($"team {team.Name}: it has no connection. Expected the name of one in Teams:…:Connection. Add it, or `import` a file for this team.");
        if (team.Settings is { Project.Length: 0, Query.Length: 0, Board.Length: 0 })
        {
            throw UserError.Usage($"team {team.Name}: it has neither a project nor a query nor a board. Expected a project's key in Teams:…:Project, a query in Teams:…:Query, or a board in Teams:…:Board, whose saved filter then says which items are the team's. Add one.");
        }

        return Open(connection, team.Settings, time);
    }

    /// <summary>A tracker to look around in, of which no project is known yet.</summary>
    /// <exception cref="UserError">A secret cannot be read.</exception>
    public static IWorkTracker LookAround(ConnectionSettings connection, TimeProvider time) => Open(connection, new TeamSettings { Name = "" }, time);

    /// <summary>Asks what answers at a connection's address; its kind is not looked at.</summary>
    /// <exception cref="TrackerException">Nothing answers, the credentials are refused, or it is no tracker.</exception>
    public static async Task<TrackerKind> KindAt(ConnectionSettings connection, TimeProvider time, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var product = await TrackerProbe.Ask(connection.Name, connection.BaseUrl, connection.User, Secrets.Token(connection), Network(connection, time), connection.AllowPlainHttp, time, connection.Names, cancellation);
        return product switch
        {
            TrackerProduct.JiraCloud => TrackerKind.JiraCloud,
            TrackerProduct.JiraDataCenter => TrackerKind.JiraDataCenter,
            _ => TrackerKind.AzureDevOps,
        };
    }

    /// <summary>What decides which items are pulled, and from where: where it changes, everything is pulled anew.</summary>
    /// <param name="team">The team.</param>
    /// <param name="found">What the tracker says the team's items are, <see cref="TrackerProfile.ScopeFound"/>: somebody may have changed a board's filter.</param>
    public static string Scope(Team team, string found)
    {
        ArgumentNullException.ThrowIfNull(team);
        var s = team.Settings;
        return Joined(team.Connection?.Kind.ToString(), Host(team.Connection), s.Project, s.Board, s.Query, s.AreaPath, found);
    }

    /// <summary>What decides which items a delivery's query finds: where it changes, who is found counts from the beginning.</summary>
    /// <param name="team">The team whose tracker is asked.</param>
    /// <param name="query">The query.</param>
    public static string Asked(Team team, string query)
    {
        ArgumentNullException.ThrowIfNull(team);
        // In WIQL, project and team may be named by macros; JQL knows neither.
        string[] place = team.Connection?.Kind == TrackerKind.AzureDevOps ? [team.Settings.Project, team.Settings.Board] : [];
        return Joined([team.Connection?.Kind.ToString(), Host(team.Connection), .. place, query]);
    }

    /// <summary>What decides how the tracker's answers are read: where it changes, what is kept of them is read again.</summary>
    /// <param name="team">The team.</param>
    /// <param name="reading">The number of the connector's way of reading, <see cref="IWorkTracker.Reading"/>.</param>
    /// <param name="fields">The fields that were found this time: somebody may have given the board another one for its estimate.</param>
    public static string Mapping(Team team, int reading, ImmutableArray<FieldFound> fields)
    {
        ArgumentNullException.ThrowIfNull(team);
        var found = fields.Select(f => $"{f.Meaning}={f.Id}").Order(StringComparer.Ordinal);
        var given = Fields(team.Connection, team.Settings);
        return Joined([
            reading.ToString(CultureInfo.InvariantCulture), given.StoryPoints, given.AcceptanceCriteria, given.Sprint, given.EpicLink, given.Rank, given.Flagged, given.Team, .. found,
        ]);
    }

    /// <summary>Where a team's items come from, as reports say it.</summary>
    public static string Source(Team team)
    {
        ArgumentNullException.ThrowIfNull(team);
        var s = team.Settings;
        if (team.Connection is not { } connection)
        {
            return "files";
        }

        var parts = new[]
        {
            Name(connection.Kind),
            s.Project.Length > 0 ? $"project {s.Project}" : "",
            s.Query.Length > 0 ? "by query"
            : s.AreaPath.Length > 0 ? $"area path {s.AreaPath}"
            : s.Board.Length > 0 && connection.Kind == TrackerKind.AzureDevOps ? $"team {s.Board}"
            : s.Board.Length > 0 && s.Project.Length == 0 ? $"board {s.Board}"
            : "",
        };
        return string.Join(", ", parts.Where(p => p.Length > 0));
    }

    /// <summary>What people call a kind of tracker.</summary>
    public static string Name(TrackerKind kind) => kind switch
    {
        TrackerKind.JiraCloud => "Jira Cloud",
        TrackerKind.JiraDataCenter => "Jira Data Center",
        _ => "Azure DevOps",
    };

    private static IWorkTracker Open(ConnectionSettings connection, TeamSettings team, TimeProvider time)
    {
        var (network, fields) = (Network(connection, time), Fields(connection, team));
        return connection.Kind == TrackerKind.AzureDevOps ? AzureDevOps(connection, team, fields, network, time) : Jira(connection, team, fields, network, time);
    }

    private static TrackerNetwork Network(ConnectionSettings connection, TimeProvider time) =>
        new() { CertificateAuthorityFile = connection.CertificateAuthorityFile, Proxy = connection.Proxy, Paces = Paces.GetValue(time, _ => new HostPaces()) };

    private static AzureDevOpsTracker AzureDevOps(ConnectionSettings connection, TeamSettings team, FieldSettings fields, TrackerNetwork network, TimeProvider time) => new(
        new AzureDevOpsOptions
        {
            Name = connection.Name,
            SettingNames = connection.Names,
            Network = network,
            BaseUrl = connection.BaseUrl,
            BrowseUrl = connection.BrowseUrl,
            Token = connection.Entra is null ? Secrets.Token(connection) : "",
            Entra = Entra(connection),
            Project = team.Project,
            Team = team.Board,
            AreaPath = team.AreaPath,
            Query = team.Query,
            StoryPointsField = fields.StoryPoints,
            AcceptanceCriteriaField = fields.AcceptanceCriteria,
            MaxWait = connection.MaxWait,
            AllowPlainHttp = connection.AllowPlainHttp,
        },
        time);

    private static EntraOptions? Entra(ConnectionSettings connection) => connection.Entra is not { } entra ? null : new EntraOptions
    {
        TenantId = entra.TenantId,
        ClientId = entra.ClientId,
        ClientSecret = Secrets.ClientSecret(connection),
        CertificateFile = entra.CertificateFile,
        Authority = entra.Authority,
    };

    private static JiraTracker Jira(ConnectionSettings connection, TeamSettings team, FieldSettings fields, TrackerNetwork network, TimeProvider time) => new(
        new JiraOptions
        {
            Name = connection.Name,
            Deployment = connection.Kind == TrackerKind.JiraCloud ? JiraDeployment.Cloud : JiraDeployment.DataCenter,
            SettingNames = connection.Names,
            Network = network,
            BaseUrl = connection.BaseUrl,
            BrowseUrl = connection.BrowseUrl,
            User = connection.User,
            Token = Secrets.Token(connection),
            Project = team.Project,
            Board = team.Board,
            Query = team.Query,
            StoryPointsField = fields.StoryPoints,
            AcceptanceCriteriaField = fields.AcceptanceCriteria,
            SprintField = fields.Sprint,
            EpicLinkField = fields.EpicLink,
            RankField = fields.Rank,
            FlaggedField = fields.Flagged,
            TeamField = fields.Team,
            MaxWait = connection.MaxWait,
            AllowPlainHttp = connection.AllowPlainHttp,
        },
        time);

    private static FieldSettings Fields(ConnectionSettings? connection, TeamSettings team) => connection is null ? team.Fields : team.Fields.Or(connection.Fields);

    // A loopback port is chosen anew at each start; it says nothing about what is there. The path names an organisation, a collection or a site.
    private static string Host(ConnectionSettings? c) => c is null ? "" : (c.BaseUrl.IsLoopback ? "loopback" : c.BaseUrl.Authority) + c.BaseUrl.AbsolutePath.TrimEnd('/');

    // As a JSON list, so that no two lists of parts give the same text.
    private static string Joined(params IEnumerable<string?> parts) => JsonSerializer.Serialize(parts);
}
