using System.CommandLine;
using BacklogHealth.Core.Health;
using BacklogHealth.Json;

namespace BacklogHealth.Commands;

/// <summary><c>forecast features</c>: when the open epics of one or several teams end, item by item in backlog order, or feature by feature with so many at once.</summary>
internal static class FeaturesCommand
{
    private static readonly Option<int?> AtOnce = SharedOptions.Whole("--at-once", "How many features a team works on at once, the next beginning when one is done; without it by settings, else item by item in backlog order.", "N", 1, 100);

    public static Command Make(AppHost host)
    {
        var command = new AppCommand("features", "When does each open epic end, in the order in which teams take them up?", "forecast features", "forecast features --team Checkout --at-once 2 --json")
        {
            AtOnce, SharedOptions.Team, SharedOptions.AsOf, SharedOptions.Json,
        };
        return command.Does(host, Run);
    }

    private static async Task<ExitCode> Run(Call call, CancellationToken cancellation)
    {
        await using var store = await call.OpenStore(cancellation);
        var teams = new List<TeamHealth>();
        var features = new List<(string Connection, OpenFeatures Features)>();
        var code = await call.EachTeam(store, async team =>
        {
            var health = await DeliveryCommand.HealthOf(call, store, team, cancellation);
            teams.Add(health);
            features.Add((team.Settings.Connection, WithAtOnce(health.Features.Value, call.Get(AtOnce))));
            return health.Forecaster is null ? ExitCode.Incomplete : ExitCode.Done;
        }, cancellation);

        var planned = PlannedFeatures.Of(features);
        if (call.Get(SharedOptions.Json))
        {
            JsonWriting.Write(call.Host.Output, FeaturesJson.Of(teams, features.ConvertAll(f => f.Features), planned), indented: false);
        }
        else
        {
            foreach (var line in FeatureWords.Of(teams, features.ConvertAll(f => f.Features), planned))
            {
                call.Host.Output.WriteLine(line);
            }
        }

        return code;
    }

    private static OpenFeatures WithAtOnce(OpenFeatures features, int? atOnce) =>
        atOnce is { } asked && features.Work is { } work ? features with { Work = work with { AtOnce = asked } } : features;
}
