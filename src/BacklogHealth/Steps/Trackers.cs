using System.Globalization;
using BacklogHealth.Connectors;
using BacklogHealth.Connectors.Jira;
using BacklogHealth.Settings;

namespace BacklogHealth.Steps;

/// <summary>Opens the tracker of a team; Jira Cloud is the only kind so far.</summary>
internal static class Trackers
{
    /// <summary>The tracker of a team.</summary>
    /// <exception cref="UserError">The team has no connection, or no project and no query.</exception>
    public static IWorkTracker Open(Team team, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(team);
        var connection = team.Connection ?? throw UserError.Usage($"team {team.Name}: it has no connection. Expected the name of one in Teams:…:Connection. Add it, or `import` a file for this team.");
        if (team.Settings.Project.Length == 0 && team.Settings.Query.Length == 0)
        {
            throw UserError.Usage($"team {team.Name}: it has neither a project nor a query. Expected a project's key in Teams:…:Project, or a query in Teams:…:Query. Add one.");
        }

        return new JiraTracker(
            new JiraOptions
            {
                Name = connection.Name,
                BaseUrl = connection.BaseUrl,
                BrowseUrl = connection.BrowseUrl,
                User = connection.User,
                Token = Secrets.Token(connection),
                Project = team.Settings.Project,
                Board = team.Settings.Board,
                Query = team.Settings.Query,
                StoryPointsField = connection.StoryPointsField,
                AcceptanceCriteriaField = connection.AcceptanceCriteriaField,
                MaxWait = connection.MaxWait,
            },
            time);
    }

    /// <summary>What decides what is pulled and how it is read: where it changes, everything is pulled anew.</summary>
    public static string Fingerprint(Team team)
    {
        ArgumentNullException.ThrowIfNull(team);
        var s = team.Settings;
        var c = team.Connection;
        // A loopback port is chosen anew at each start; it says nothing about what is there.
        var host = c is null ? "" : c.BaseUrl.IsLoopback ? "loopback" : c.BaseUrl.Authority;
        return string.Create(CultureInfo.InvariantCulture, $"{c?.Kind}|{host}|{s.Project}|{s.Board}|{s.Query}|{c?.StoryPointsField}|{c?.AcceptanceCriteriaField}");
    }

    /// <summary>Where a team's items come from, as reports say it.</summary>
    public static string Source(Team team)
    {
        ArgumentNullException.ThrowIfNull(team);
        return team.Connection is null ? "files" : team.Settings.Project.Length == 0 ? "Jira Cloud, by query" : $"Jira Cloud, project {team.Settings.Project}{(team.Settings.Query.Length > 0 ? ", by query" : "")}";
    }
}
