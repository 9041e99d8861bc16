using System.Diagnostics;
using System.Globalization;
using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;
using BacklogHealth.SampleTracker.Faults;

namespace BacklogHealth.Acceptance.Sync;

/// <summary>
/// The program is killed in the middle of a pull, as a real process, and started again: in the end the database says the same as after a pull that
/// nobody disturbed. <c>BACKLOGHEALTH_KILLS</c> says how many kills are tried.
/// </summary>
public sealed class KilledPullTests
{
    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("BACKLOGHEALTH_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 3;

    [Fact]
    public async Task A_pull_that_was_killed_at_any_point_ends_like_an_undisturbed_one()
    {
        var random = new Random(20261123);
        foreach (var kind in (SampleTrackerKind[])[SampleTrackerKind.JiraCloud, SampleTrackerKind.JiraDataCenter, SampleTrackerKind.AzureDevOps])
        {
            var (expected, requests, port) = await Undisturbed(kind);
            Assert.Contains(expected, row => row.StartsWith("item_change: ", StringComparison.Ordinal));
            for (var kill = 0; kill < Math.Max(1, Kills / 3); kill++)
            {
                await using var disturbed = await Start(kind, port);
                var (at, delay) = (random.Next(1, requests + 1), TimeSpan.FromMilliseconds(random.Next(0, 40)));
                await KillAt(disturbed, at, delay);

                Assert.True(await disturbed.Sync() == 0, disturbed.Told);
                Assert.Equal(expected, DatabaseDump.Of(disturbed.DatabaseFile));
                Assert.Equal(disturbed.Number("inTracker"), disturbed.Number("stored"));
            }
        }
    }

    private static async Task<(IReadOnlyList<string> Rows, int Requests, int Port)> Undisturbed(SampleTrackerKind kind)
    {
        await using var calm = await Start(kind, 0);
        Assert.True(await calm.Sync() == 0, calm.Told);
        return (DatabaseDump.Of(calm.DatabaseFile), calm.Server.Requests.Count, calm.Server.BaseUrl.Port);
    }

    // Every answer takes a moment, so that there is something to interrupt. The port stands in what the tracker sends, and so in what is kept of it.
    private static Task<SyncedSample> Start(SampleTrackerKind kind, int port) => SyncedSample.Start(
        kind, FaultScript.When("").Delay(TimeSpan.FromMilliseconds(3)), _ => SyncedSample.Small(SampleBacklogGenerator.Make(SampleRun.Sunday), 400), o => o with { Time = TimeProvider.System, Port = port });

    private static async Task KillAt(SyncedSample sample, int request, TimeSpan delay)
    {
        using var program = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "backlog-health.dll"), "sync", "--config", sample.ConfigFile])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        while (sample.Server.Requests.Count < request && !program.HasExited)
        {
            await Task.Delay(1);
        }

        await Task.Delay(delay);
        program.Kill();
        await program.WaitForExitAsync();
    }
}
