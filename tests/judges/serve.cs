#:project ../../src/BacklogHealth.SampleTracker
#:property RestorePackagesWithLockFile=false
#:property IsTestProject=false
// Serves the sample as each of the three trackers until its input ends. The first line it writes names the addresses.
using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;

var backlog = SampleBacklogGenerator.Make(new DateOnly(2026, 3, 10));
await using var cloud = await Serve(SampleTrackerKind.JiraCloud);
await using var dataCenter = await Serve(SampleTrackerKind.JiraDataCenter);
await using var azure = await Serve(SampleTrackerKind.AzureDevOps);
Console.WriteLine($$"""{"cloud":"{{cloud.BaseUrl}}","dataCenter":"{{dataCenter.BaseUrl}}","azure":"{{azure.BaseUrl}}","items":{{backlog.Projects.Sum(p => p.Items.Length)}}}""");
await Console.In.ReadToEndAsync();

Task<SampleServer> Serve(SampleTrackerKind kind) => SampleServer.Start(
    backlog, new SampleServerOptions { Kind = kind, User = "judge@sample.invalid", Token = "token", Time = TimeProvider.System }, CancellationToken.None);
