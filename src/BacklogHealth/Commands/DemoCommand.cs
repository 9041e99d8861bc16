using System.CommandLine;
using System.Globalization;
using BacklogHealth.Steps;

namespace BacklogHealth.Commands;

/// <summary>
/// <c>demo</c>: the whole flow without credentials or network: a sample Jira and a sample Azure DevOps on this machine, pulled by the real
/// connectors over HTTP. A second run pulls only what changed since the first.
/// </summary>
internal static class DemoCommand
{
    private static readonly Option<string> Out = new("--out") { Description = "Folder for everything the demo makes (default: demo).", HelpName = "DIR", DefaultValueFactory = _ => "demo" };

    public static Command Make(AppHost host)
    {
        var command = new AppCommand("demo", "Shows everything on a sample Jira and Azure DevOps: no credentials, no network, under a minute.", "demo", "demo --out /somewhere/else") { Out };
        return command.Does(host, Run);
    }

    private static async Task<ExitCode> Run(Call call, CancellationToken cancellation)
    {
        var clock = call.Host.Time;
        var started = clock.GetTimestamp();
        var place = DemoPlace.At(call.Get(Out)!);
        var visit = place.NextVisit(call.Now);
        call.Screen.Say(visit.Mornings.IsEmpty
            ? "A small company is made up on this machine: one team with a Jira, one with an Azure DevOps, three years of history."
            : "The sample company worked on since the last demo: only what changed is pulled.");
        await using var sample = await DemoTracker.Start(visit, clock, cancellation);
        place.Remember(visit);
        var settings = place.Write(sample);
        await using var store = await Stores.Open(settings.Storage, clock, cancellation);
        var codes = new List<ExitCode>();
        var files = new List<string>();
        var request = ReportRequest.All(settings.ReportFolder);
        var portfolio = new PortfolioStep(settings, request, call.Screen);
        List<Team> teams = [.. settings.Teams.Select(t => new Team(t.Name, t, settings.Connections.Single(c => c.Name == t.Connection)))];
        foreach (var team in teams)
        {
            var run = new HealthRun(store, settings, clock, call.Screen);
            var delivered = await run.Whole(team, request, cancellation);
            portfolio.Add(delivered.Forecast);
            files.AddRange(delivered.Saved.Files);
            codes.Add(delivered.Forecast.Stored.Code);
        }

        files.AddRange((await portfolio.Write(teams, cancellation)).Files);
        Tell(call, place, files, clock.GetElapsedTime(started));
        return ExitCodes.Join(codes);
    }

    private static void Tell(Call call, DemoPlace place, List<string> files, TimeSpan took)
    {
        call.Screen.Say(string.Create(CultureInfo.InvariantCulture, $"Done in {took.TotalSeconds:0.0} seconds. Open these in a browser:"));
        files.ForEach(call.Host.Output.WriteLine);
        call.Screen.Say("");
        call.Screen.Say("What next:");
        call.Screen.Say($"  {Product.CommandLine} explain {place.ExampleKey} --config {place.ConfigFile}");
        call.Screen.Say($"  {Product.CommandLine} forecast when --items 20 --config {place.ConfigFile}");
        call.Screen.Say($"  {Product.CommandLine} demo    once more: pulls only what changed");
        call.Screen.Say($"  {Product.CommandLine} init    your own tracker, in five minutes");
    }
}
