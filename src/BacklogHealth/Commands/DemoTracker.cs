using System.Security.Cryptography;
using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.Commands;

/// <summary>The sample tracker as the demo runs it, with the delivery that its company has promised.</summary>
internal sealed class DemoTracker : IAsyncDisposable
{
    private readonly SampleServer _server;

    private DemoTracker(SampleServer server, SampleBacklog backlog, string token)
    {
        _server = server;
        Backlog = backlog;
        Token = token;
    }

    /// <summary>What it serves.</summary>
    public SampleBacklog Backlog { get; }

    /// <summary>Its address on this machine.</summary>
    public Uri BaseUrl => _server.BaseUrl;

    /// <summary>The account that may read it.</summary>
    public const string User = "demo@backlog-health.example";

    /// <summary>The token of that account, made for this run.</summary>
    public string Token { get; }

    /// <summary>Starts it with the history up to the first visit and the mornings since.</summary>
    public static async Task<DemoTracker> Start(DemoVisit visit, TimeProvider time, CancellationToken cancellation)
    {
        var backlog = SampleBacklogGenerator.Make(visit.Today);
        foreach (var (at, edition) in visit.Mornings.Select((at, i) => (at, i + 1)))
        {
            backlog = SampleBacklogGenerator.NextMorning(backlog, at, edition);
        }

        var token = RandomNumberGenerator.GetHexString(24, lowercase: true);
        var server = await SampleServer.Start(backlog, new SampleServerOptions { User = User, Token = token, Time = time }, cancellation);
        return new DemoTracker(server, backlog, token);
    }

    /// <summary>The releases that are promised and not over: name, team, day, and the keys of what they hold.</summary>
    public IEnumerable<(string Name, string Team, DateOnly Due, string[] Keys)> Promises(DateOnly today)
    {
        foreach (var project in Backlog.Projects)
        {
            foreach (var version in project.Versions.Where(v => v.ReleaseDate >= today))
            {
                var held = project.Items.Where(i => i.FixVersions.Contains(version.Name)).ToList();
                var epics = held.Where(i => i.Type == "Epic").ToList();
                yield return (version.Name, project.Team, version.ReleaseDate!.Value, [.. (epics.Count > 0 ? epics : held).Select(i => i.Key)]);
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
