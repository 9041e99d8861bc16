using System.Collections.Immutable;
using System.Security.Cryptography;
using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.Settings;

namespace BacklogHealth.Commands;

/// <summary>One project of the demo's company, in the tracker that its team works with.</summary>
/// <param name="Project">The project.</param>
/// <param name="Kind">The kind of its tracker.</param>
/// <param name="BaseUrl">Its tracker's address on this machine.</param>
internal sealed record DemoProject(SampleProject Project, TrackerKind Kind, Uri BaseUrl)
{
    /// <summary>What settings call the project: Jira by its key, Azure DevOps by its name.</summary>
    public string SettingsName => Kind == TrackerKind.AzureDevOps ? Project.Name : Project.Key;

    /// <summary>What its connection is called.</summary>
    public string Connection => Kind == TrackerKind.AzureDevOps ? "sample-devops" : "sample-jira";

    /// <summary>What the tracker calls an item: Azure DevOps knows numbers only.</summary>
    public string KeyOf(SampleItem item) => Kind == TrackerKind.AzureDevOps ? item.Id : item.Key;
}

/// <summary>The sample trackers as the demo runs them: its company keeps one project in a Jira and the other in an Azure DevOps.</summary>
internal sealed class DemoTracker : IAsyncDisposable
{
    private readonly ImmutableArray<SampleServer> _servers;

    private DemoTracker(ImmutableArray<SampleServer> servers, SampleBacklog backlog, string token)
    {
        _servers = servers;
        Backlog = backlog;
        Token = token;
        Projects = [.. backlog.Projects.Select((p, i) => new DemoProject(p, Settled(i), servers[i].BaseUrl))];
    }

    /// <summary>What they serve.</summary>
    public SampleBacklog Backlog { get; }

    /// <summary>Its projects, each in its tracker.</summary>
    public ImmutableArray<DemoProject> Projects { get; }

    /// <summary>The account that may read them.</summary>
    public const string User = "demo@backlog-health.example";

    /// <summary>The token of that account, made for this run.</summary>
    public string Token { get; }

    /// <summary>Starts them with the history up to the first visit, then lets the mornings since come about, as the trackers of a company at work would have it.</summary>
    public static async Task<DemoTracker> Start(DemoVisit visit, TimeProvider time, CancellationToken cancellation)
    {
        var backlog = SampleBacklogGenerator.Make(visit.Today);
        var token = RandomNumberGenerator.GetHexString(24, lowercase: true);
        var servers = ImmutableArray.CreateBuilder<SampleServer>();
        foreach (var i in Enumerable.Range(0, backlog.Projects.Length))
        {
            var kind = Settled(i) == TrackerKind.AzureDevOps ? SampleTrackerKind.AzureDevOps : SampleTrackerKind.JiraCloud;
            servers.Add(await SampleServer.Start(Only(backlog, i), new SampleServerOptions { Kind = kind, User = User, Token = token, Time = time }, cancellation));
        }

        foreach (var (at, edition) in visit.Mornings.Select((at, i) => (at, i + 1)))
        {
            backlog = SampleBacklogGenerator.NextMorning(backlog, at, edition);
            for (var i = 0; i < servers.Count; i++)
            {
                servers[i].Replace(Only(backlog, i));
            }
        }

        return new DemoTracker(servers.ToImmutable(), backlog, token);
    }

    /// <summary>The releases that are promised and not over: name, team, day, and the keys of what they hold.</summary>
    public IEnumerable<(string Name, string Team, DateOnly Due, string[] Keys)> Promises(DateOnly today)
    {
        foreach (var place in Projects)
        {
            foreach (var version in place.Project.Versions.Where(v => v.ReleaseDate >= today))
            {
                var held = place.Project.Items.Where(i => i.FixVersions.Contains(version.Name)).ToList();
                if (held.Count == 0)
                {
                    continue;
                }

                var epics = held.Where(i => i.Type == "Epic").ToList();
                yield return (version.Name, place.Project.Team, version.ReleaseDate!.Value, [.. (epics.Count > 0 ? epics : held).Select(place.KeyOf)]);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }
    }

    private static TrackerKind Settled(int project) => project == 0 ? TrackerKind.JiraCloud : TrackerKind.AzureDevOps;

    private static SampleBacklog Only(SampleBacklog backlog, int project) => backlog with { Projects = [backlog.Projects[project]] };
}
