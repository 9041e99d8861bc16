using System.Collections.Immutable;
using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.SampleTracker.Faults;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Telemetry;

/// <summary>The program with a small sample tracker to pull from and a folder to deliver to, on a Monday morning.</summary>
internal sealed class SampleProgram : IAsyncDisposable
{
    private const int Items = 60;
    private const string User = "po@sample.example";
    private static readonly SampleProject Whole = SampleBacklogGenerator.Make(new DateOnly(2026, 11, 22)).Projects[0];

    private SampleProgram(SampleServer server, ProgramRun program) => (Server, Program) = (server, program);

    public static FixedTime Time => new("2026-11-23 06:00");

    public SampleServer Server { get; }

    public ProgramRun Program { get; }

    /// <summary>Starts it.</summary>
    /// <param name="team">The team's name, by which what is measured is told from that of other tests.</param>
    /// <param name="token">The tracker's token.</param>
    /// <param name="edit">Changes the first item.</param>
    /// <param name="faults">What goes wrong with the tracker.</param>
    public static async Task<SampleProgram> Start(string team, string token, Func<SampleItem, SampleItem>? edit = null, FaultScript? faults = null)
    {
        var backlog = SampleBacklogGenerator.Make(new DateOnly(2026, 11, 22));
        var options = new SampleServerOptions { User = User, Token = token, Time = Time, Faults = faults ?? FaultScript.None };
        var server = await SampleServer.Start(backlog with { Projects = [Small(edit ?? (i => i))] }, options, CancellationToken.None);
        var program = new ProgramRun { Time = Time }
            .With("BACKLOGHEALTH__Connections__0__Name", "sample").With("BACKLOGHEALTH__Connections__0__Kind", "JiraCloud").With("BACKLOGHEALTH__Connections__0__BaseUrl", server.BaseUrl.ToString())
            .With("BACKLOGHEALTH__Connections__0__User", User).With("BACKLOGHEALTH__Connections__0__Token", token).With("BACKLOGHEALTH__Connections__0__MaxWaitSeconds", "1")
            .With("BACKLOGHEALTH__Teams__0__Name", team).With("BACKLOGHEALTH__Teams__0__Project", Whole.Key).With("BACKLOGHEALTH__Teams__0__TimeZone", "Europe/Berlin")
            .With("BACKLOGHEALTH__Subscriptions__0__Name", $"{team}-weekly").With("BACKLOGHEALTH__Subscriptions__0__TimeZone", "Europe/Berlin")
            .With("BACKLOGHEALTH__Subscriptions__0__Channels__0__Kind", "folder");
        program.With("BACKLOGHEALTH__Subscriptions__0__Channels__0__Path", Path.Combine(program.Folder, "share"));
        return new SampleProgram(server, program);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Program.Dispose();
    }

    // The last items, some of them open, with parents and links only to items that are among them.
    private static SampleProject Small(Func<SampleItem, SampleItem> edit)
    {
        var kept = Whole.Items.TakeLast(Items).ToImmutableArray();
        kept = kept.SetItem(Items - 1, edit(kept[^1]));
        var (ids, keys) = (kept.Select(i => i.Id).ToHashSet(StringComparer.Ordinal), kept.Select(i => i.Key).ToHashSet(StringComparer.Ordinal));
        return Whole with { Items = [.. kept.Select(i => i with { ParentId = i.ParentId is { } p && ids.Contains(p) ? p : null, Links = [.. i.Links.Where(l => keys.Contains(l.OtherKey))] })] };
    }
}
