using System.Collections.Immutable;
using System.CommandLine;
using BacklogHealth.Calendars;
using BacklogHealth.Core.Forecasting.Sprints;
using BacklogHealth.Json;
using BacklogHealth.Steps;
using BacklogHealth.Storage;

namespace BacklogHealth.Commands;

/// <summary><c>forecast sprint</c>: the chance that the running sprint is done by its end, and what is left over.</summary>
internal static class SprintCommand
{
    public static Command Make(AppHost host)
    {
        var sprint = new AppCommand("sprint", "Will the running sprint be done, and what is left over?", "forecast sprint", "forecast sprint --team Checkout --json")
        {
            SharedOptions.Team, SharedOptions.AsOf, SharedOptions.Json,
        };
        sprint.Does(host, async (call, c) =>
        {
            await using var store = await call.OpenStore(c);
            return await call.EachTeam(store, team => Print(call, store, team, c), c);
        });
        return sprint;
    }

    private static async Task<ExitCode> Print(Call call, BacklogStore store, Team team, CancellationToken cancellation)
    {
        var stored = await StoreStep.AlreadyThere(team, store, cancellation);
        var asOf = call.AsOf(stored.Calendar) ?? call.Now;
        var histories = await store.History(team.Name, cancellation);
        var running = new RunningSprints(
            stored.Profile.Sprints, histories, await store.Sprints(team.Name, cancellation), stored.Workflow, stored.Calendar, asOf,
            TeamDaysOff.Of(team.Settings, stored.Calendar, histories, asOf)).Outlooks();
        if (call.Get(SharedOptions.Json))
        {
            WriteJson(call, stored, stored.Calendar.DayOf(asOf), running);
        }
        else
        {
            foreach (var line in running.IsEmpty ? [$"{team.Name}: no forecast. {NoSprint(stored)}"] : running.SelectMany(r => SprintWords.Of(team.Name, r)))
            {
                call.Host.Output.WriteLine(line);
            }
        }

        return !running.IsEmpty && running.All(r => r.WhyNot is null) ? ExitCode.Done : ExitCode.Incomplete;
    }

    private static string NoSprint(Stored stored) => stored.Profile.Sprints.IsEmpty
        ? "The tracker has no sprints for this team. Ask `forecast how-many` instead."
        : "No sprint with a start and an end runs at this time. Ask again when one does, or ask `forecast how-many`.";

    private static void WriteJson(Call call, Stored stored, DateOnly asOf, ImmutableArray<SprintOutlook> running)
    {
        foreach (var line in running.IsEmpty
            ? [new SprintForecastJson { Team = stored.Team.Name, AsOf = asOf, Enough = false, Reason = NoSprint(stored) }]
            : running.Select(r => SprintForecastJson.Of(stored.Team.Name, asOf, r)))
        {
            JsonWriting.Write(call.Host.Output, line, indented: false);
        }
    }
}
