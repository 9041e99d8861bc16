using System.Collections.Concurrent;
using BacklogHealth.Jobs;
using BacklogHealth.Storage;
using BacklogHealth.Testing;

namespace BacklogHealth.Tests.Jobs;

/// <summary>The database, the clock's file, reports and a share on a real disk that runs full, and is cleared later.</summary>
public sealed class FullDiskTests : JobTest
{
    private readonly ConcurrentQueue<string> _told = [];
    private SmallDisk? _disk;

    private string Share => Path.Combine(Folder.Path, "share");

    public override async ValueTask InitializeAsync()
    {
        _disk = SmallDisk.At(Folder.Path, megabytes: 24);
        if (_disk is null)
        {
            Assert.Skip("no disk can be mounted here: that needs Linux and an account that may mount");
        }

        Variables["BACKLOGHEALTH__Teams__0__Name"] = "Checkout";
        Variables["BACKLOGHEALTH__Teams__0__TimeZone"] = "UTC";
        Variables["BACKLOGHEALTH__Reports__Folder"] = Path.Combine(Folder.Path, "reports");
        Variables["BACKLOGHEALTH__Subscriptions__0__Name"] = "weekly";
        Variables["BACKLOGHEALTH__Subscriptions__0__Channels__0__Path"] = Share;
        await base.InitializeAsync();
        await Store.SaveTeam(new StoredTeam("Checkout", "", "a file", "UTC", null));
        await Store.Import("Checkout", A.Profile, [.. Enumerable.Range(1, 40).Select(i => A.WorkItem($"CHK-{i}", $"Pay order {i} by invoice"))], replace: false);
    }

    public override async ValueTask DisposeAsync()
    {
        // First, since a folder that holds a disk cannot be deleted; what is open goes on until it is closed.
        _disk?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100_000)]
    [InlineData(400_000)]
    [InlineData(1_000_000)]
    public async Task What_is_due_waits_for_room_says_so_and_is_then_done_once_and_whole(int leaving)
    {
        var jobs = await JobBook.Of(Work.Settings, Store, default);
        await using var clock = new Clock(jobs, new Slots(Store.Runs, Time), ClockPlace.Beside(Work.Settings.Storage), Time, () => { }, new Lines<Clock>(_told.Enqueue));
        using var data = Of(jobs, Lane.Data);
        using var delivery = Of(jobs, Lane.Delivery);
        await clock.Start(default);

        // Monday at seven: the week's reports are due, and the disk is full.
        Time.Now = A.Time("2026-11-30 07:00");
        _disk!.Fill(leaving);
        await Look();
        Assert.Empty(Directory.Exists(Share) ? Directory.GetFiles(Share, "*.html") : []);
        Assert.Contains(await Everything(), said => said.Contains("room", StringComparison.Ordinal) || said.Contains("space", StringComparison.Ordinal));

        _disk.Free();
        Time.Now = Time.Now.AddMinutes(10);
        await Look();
        Time.Now = Time.Now.AddMinutes(10);
        await Look();

        Assert.All(jobs, job => Assert.Equal(RunState.Done, Newest(job.Name).State));
        Assert.Equal("2026-11-30T06:00", Newest("report").Key.Slot);
        Assert.All(Directory.GetFiles(Work.Settings.ReportFolder, "*.html"), f => Assert.EndsWith("</html>\n", File.ReadAllText(f), StringComparison.Ordinal));
        Assert.EndsWith("</html>\n", File.ReadAllText(Assert.Single(Directory.GetFiles(Share))), StringComparison.Ordinal);
        Assert.Equal([DispatchState.Accepted], (await Store.Dispatches.Of("weekly")).Where(d => d.Key.Period.StartsWith("2026-11-30", StringComparison.Ordinal)).Select(d => d.State));
        Assert.Empty(Directory.GetFiles(Folder.Path, "*.part", SearchOption.AllDirectories));
        Assert.Equal(40, await Store.Items("Checkout", null, ItemChoice.All).CountAsync());

        async Task Look()
        {
            await clock.LookAtAll(default);
            await data.Pass(default);
            await delivery.Pass(default);
        }

        JobRun Newest(string job) => Store.Runs.Newest(job, 1).GetAwaiter().GetResult()[0];

        async Task<List<string>> Everything()
        {
            var said = _told.ToList();
            foreach (var job in jobs)
            {
                said.AddRange((await Store.Runs.Newest(job.Name, 9)).Select(r => r.Note ?? ""));
            }

            said.AddRange((await Store.Dispatches.Of("weekly")).Select(d => d.Note ?? ""));
            return said;
        }
    }

    private Worker Of(IEnumerable<Job> jobs, Lane lane) => new([.. jobs.Where(j => j.Lane == lane)], Work, new Lines<Worker>(_told.Enqueue));
}
