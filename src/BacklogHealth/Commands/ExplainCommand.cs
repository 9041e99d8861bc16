using System.CommandLine;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Forecasting.Items;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Json;
using BacklogHealth.Steps;
using BacklogHealth.Storage;

namespace BacklogHealth.Commands;

/// <summary><c>explain KEY</c>: everything about one item: each finding with its words and source, each number with what it rests on.</summary>
internal static class ExplainCommand
{
    private static readonly Argument<string> Key = new("KEY") { Description = "Key of the item, for example CHK-12." };

    public static Command Make(AppHost host)
    {
        var command = new AppCommand("explain", "Everything about one item: each finding with its words and source, each number with what it rests on.", "explain CHK-12", "explain CHK-12 --json")
        {
            Key, SharedOptions.Json, SharedOptions.Team, SharedOptions.AsOf,
        };
        return command.Does(host, Run);
    }

    private static async Task<ExitCode> Run(Call call, CancellationToken cancellation)
    {
        var key = call.Get(Key)!;
        await using var store = await call.OpenStore(cancellation);
        var teams = await call.Teams(store, cancellation);
        foreach (var team in teams)
        {
            if (await store.Find(key, team.Name, cancellation) is not { } found)
            {
                continue;
            }

            var stored = await StoreStep.AlreadyThere(team, store, cancellation);
            var past = call.AsOf(stored.Calendar);
            var item = past is { } at ? PastState.Rebuild(found.Item, at)?.Item : found.Item;
            if (item is null)
            {
                throw UserError.Usage($"{key}: it did not exist on that day. Expected a day after its creation on {found.Item.Created:yyyy-MM-dd}. Choose a later --as-of.");
            }

            var score = await Score(call, item, past, stored, store, cancellation);
            Print(call, new Explanation(item, score, await Outlook(item, past ?? call.Now, stored, store, cancellation), stored, past ?? call.Now));
            return ExitCode.Done;
        }

        throw UserError.Usage($"{key}: there is no such item in {string.Join(", ", teams.Select(t => t.Name))}. Expected the key of a stored item. `{Product.CommandLine} score` lists the open ones; `{Product.CommandLine} sync` brings new ones.");
    }

    // What the forecast says of a promised day depends on all that comes before the item: then everything is scored, as for a report.
    private static async Task<ItemScore> Score(Call call, WorkItem item, DateTimeOffset? past, Stored stored, BacklogStore store, CancellationToken cancellation)
    {
        if (item.Due >= stored.Calendar.DayOf(past ?? call.Now))
        {
            var all = await ForecastStep.WithPromises(await ScoreStep.At(stored, store, past, call.Now, cancellation), store, cancellation);
            if (all.Items.FirstOrDefault(i => i.Item.Id == item.Id) is { } found)
            {
                return found.Score;
            }
        }

        return (await ScoreStep.OneByOne(stored, store, past, call.Now, cancellation))(item);
    }

    private static async Task<ItemOutlook?> Outlook(WorkItem item, DateTimeOffset asOf, Stored stored, BacklogStore store, CancellationToken cancellation)
    {
        // Most of what is asked about is open; where it is not, the history need not be read.
        if (stored.Workflow.Find(item.StateId, item.OriginalState) == WorkItemState.Finished)
        {
            return null;
        }

        var flow = StartedAndFinished.Of(await store.History(stored.Team.Name, cancellation), stored.Workflow, asOf);
        return ItemOutlook.Of(item.Id, [.. flow], stored.Calendar, stored.Calendar.DayOf(asOf));
    }

    private static void Print(Call call, Explanation explanation)
    {
        if (call.Get(SharedOptions.Json))
        {
            JsonWriting.Write(call.Host.Output, explanation.ToJson(), indented: true);
            return;
        }

        foreach (var line in explanation.Lines())
        {
            call.Host.Output.WriteLine(line);
        }
    }
}
