using BacklogHealth.Jobs;
using BacklogHealth.Scheduling;
using BacklogHealth.Settings;
using BacklogHealth.Storage;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Jobs;

/// <summary>A real database, a clock that can be moved, and jobs that do what a test says.</summary>
public abstract class JobTest : IAsyncLifetime
{
    protected FixedTime Time { get; } = new("2026-11-23 06:00");

    private protected TemporaryFolder Folder { get; } = new();

    private protected BacklogStore Store { get; private set; } = null!;

    private protected JobWork Work => new(Store, new SettingsReader(MergedSettings.Read(Folder.File("none.json"), named: false, Variables)).Read(), Host, new Screen(TextWriter.Null, TextWriter.Null, interactive: false, quiet: true));

    private protected Dictionary<string, string> Variables { get; } = new(StringComparer.OrdinalIgnoreCase);

    private AppHost Host => new(TextWriter.Null, TextWriter.Null, TextReader.Null, Time, Variables, IsTerminal: false, CanAsk: false);

    public virtual async ValueTask InitializeAsync()
    {
        Variables["BACKLOGHEALTH__Storage__ConnectionString"] = $"Data Source={Folder.File("test.db")}";
        Store = await BacklogStore.Open($"Data Source={Folder.File("test.db")}", Time);
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (Store is not null)
        {
            await Store.DisposeAsync();
        }

        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static Job Job(string name, string cron, Func<JobWork, CancellationToken, Task<JobEnd>>? act = null, Misfire misfire = Misfire.Once, string zone = "UTC") =>
        new(name, Lane.Data, Schedule.Read(cron, Schedule.ForWork, out _)!, TimeZoneInfo.FindSystemTimeZoneById(zone), misfire, act ?? ((_, _) => Task.FromResult(new JobEnd(ExitCode.Done, ""))));

    private protected async Task<IEnumerable<string>> Told(string job) => (await Store.Runs.Newest(job, 100)).Select(r => $"{r.Key.Slot} {r.State}{(r.Note is { Length: > 0 } note ? $": {note}" : "")}");
}
