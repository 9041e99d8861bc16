using System.CommandLine;
using BacklogHealth.Calendars;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health.Quality;
using BacklogHealth.Json;
using BacklogHealth.Steps;
using BacklogHealth.Storage;

namespace BacklogHealth.Commands;

/// <summary><c>quality</c>: what in the tracker's data is contradictory or missing, or misleads a forecast.</summary>
internal static class QualityCommand
{
    public static Command Make(AppHost host)
    {
        var command = new AppCommand(
            "quality", "What in the tracker's data is contradictory or missing, and how the numbers treat it.", "quality", "quality --team Checkout --json", "quality --as-of 2026-03-02")
        {
            SharedOptions.Json, SharedOptions.Team, SharedOptions.AsOf,
        };
        return command.Does(host, Run);
    }

    private static async Task<ExitCode> Run(Call call, CancellationToken cancellation)
    {
        await using var store = await call.OpenStore(cancellation);
        var first = true;
        return await call.EachTeam(
            store,
            async team =>
            {
                var stored = await StoreStep.AlreadyThere(team, store, cancellation);
                var asOf = call.AsOf(stored.Calendar) ?? call.Now;
                Print(call, team.Name, stored.Calendar.DayOf(asOf), await Look(stored, store, asOf, cancellation), ref first);
                return IsWhole(call, stored);
            },
            cancellation);
    }

    private static async Task<QualityReport> Look(Stored stored, BacklogStore store, DateTimeOffset asOf, CancellationToken cancellation)
    {
        var name = stored.Team.Name;
        var histories = await store.History(name, cancellation);
        var flow = StartedAndFinished.Of(histories, stored.Workflow, asOf);
        return QualityReport.Of(new QualityData(flow, stored.Workflow, stored.Calendar, asOf, await store.QualityFacts(name, stored.Workflow, cancellation))
        {
            DaysOff = TeamDaysOff.Of(stored.Team.Settings, stored.Calendar, histories, asOf),
        });
    }

    private static void Print(Call call, string team, DateOnly today, QualityReport report, ref bool first)
    {
        if (call.Get(SharedOptions.Json))
        {
            // One line a team, so that the answer for several teams can be read line by line.
            JsonWriting.Write(call.Host.Output, QualityJson.From(team, today, report), indented: false);
            return;
        }

        foreach (var line in QualityWords.Of(team, today, report).Prepend(first ? null : "").OfType<string>())
        {
            call.Host.Output.WriteLine(line);
        }

        first = false;
    }

    private static ExitCode IsWhole(Call call, Stored stored)
    {
        if (stored.Pull is not { Complete: false })
        {
            return ExitCode.Done;
        }

        call.Screen.Warn($"{stored.Team.Name}: the last pull is not complete, so that items may be missing here. Expected a pull that proves it is whole. Run `backlog-health sync --team \"{stored.Team.Name}\"` again.");
        return ExitCode.Incomplete;
    }
}
