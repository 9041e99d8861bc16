using System.CommandLine;
using System.Runtime.CompilerServices;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.Json;
using BacklogHealth.Steps;
using BacklogHealth.Storage;

namespace BacklogHealth.Commands;

/// <summary><c>export</c>: every stored item with its normalised fields, dates and scores.</summary>
internal static class ExportCommand
{
    private static readonly Option<bool> Csv = new("--csv") { Description = "Print CSV with a header." };
    private static readonly Option<string?> Out = new("--out") { Description = "Write to this file in place of standard output.", HelpName = "FILE" };
    private static readonly Option<bool> Anonymise = new("--anonymise") { Description = "Replace names and texts, so that the export can go with a bug report; JSON lines." };

    public static Command Make(AppHost host)
    {
        var command = new AppCommand("export", "Every stored item with its normalised fields, dates, state and scores.", "export --jsonl", "export --csv --out items.csv --team Checkout", "export --anonymise --team Checkout --out anonymous.jsonl")
        {
            SharedOptions.JsonLines, Csv, Out, Anonymise, SharedOptions.Team, SharedOptions.AsOf,
        };
        return command.Does(host, Run);
    }

    private static async Task<ExitCode> Run(Call call, CancellationToken cancellation)
    {
        if (call.Get(Csv) && call.Get(SharedOptions.JsonLines))
        {
            throw UserError.Usage("backlog-health export: found both --csv and --jsonl. Expected one of them. Leave one out.");
        }

        if (call.Get(Csv) && call.Get(Anonymise))
        {
            throw UserError.Usage("backlog-health export: found both --csv and --anonymise. Expected JSON lines with --anonymise, since texts and changes have no place in a table. Leave --csv out.");
        }

        await using var store = await call.OpenStore(cancellation);
        var teams = await call.Teams(store, cancellation);
        await using var file = call.Get(Out) is { } path ? new StreamWriter(path, append: false) { NewLine = "\n" } : null;
        var writer = file ?? call.Host.Output;
        if (call.Get(Csv))
        {
            await writer.WriteLineAsync(ItemCsv.Header);
        }

        if (call.Get(Anonymise))
        {
            return await new AnonymousExport(call, store, writer).Run(teams, cancellation);
        }

        return await call.Each(
            teams,
            async team =>
            {
                var stored = await StoreStep.AlreadyThere(team, store, cancellation);
                await foreach (var (_, row, _) in Rows(call, store, stored, cancellation))
                {
                    writer.WriteLine(call.Get(Csv) ? ItemCsv.Row(row) : JsonWriting.Text(row, indented: false));
                }

                return ExitCode.Done;
            },
            cancellation);
    }

    /// <summary>Every stored item of a team, the oldest first, with what is told of it and its score; null for what is finished or removed.</summary>
    internal static async IAsyncEnumerable<(WorkItem Item, ItemJson Row, ItemScore? Score)> Rows(Call call, BacklogStore store, Stored stored, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var past = call.AsOf(stored.Calendar);
        var asOf = past ?? call.Now;
        var scored = await ScoreStep.OneByOne(stored, store, past, call.Now, cancellation);
        var sprints = stored.Profile.Sprints.ToDictionary(s => s.Id, s => s.Name, StringComparer.Ordinal);
        await foreach (var read in store.Items(stored.Team.Name, past, ItemChoice.All, stored.Workflow, cancellation))
        {
            var item = read.Item;
            // What is gone now is exported with its last state, so that nothing that is stored is hidden.
            var flow = StartedAndFinished.Of(ItemHistories.Of(item) with { Gone = null }, stored.Workflow, asOf);
            var state = flow?.State ?? stored.Workflow.Find(item.StateId, item.OriginalState) ?? WorkItemState.NotStarted;
            var score = state == WorkItemState.Finished || item.RemovedAt is not null ? null : scored(item);
            yield return (item, Row(stored.Team, item, flow, state, score, sprints), score);
        }
    }

    private static ItemJson Row(Team team, WorkItem item, FlowItem? flow, WorkItemState state, ItemScore? score, Dictionary<string, string> sprints) => new()
    {
        Team = team.Name,
        Key = item.Key,
        Id = item.Id,
        Project = item.Project,
        Type = item.Type,
        Title = item.Title,
        State = state switch { WorkItemState.NotStarted => "not-started", WorkItemState.Started => "started", _ => "finished" },
        OriginalState = item.OriginalState,
        Created = UtcInstant.Text(item.Created),
        Started = UtcInstant.Text(flow?.Started),
        Finished = UtcInstant.Text(flow?.Finished),
        StoryPoints = item.StoryPoints,
        Parent = item.ParentKey,
        Sprints = [.. item.SprintIds.Select(id => sprints.GetValueOrDefault(id, id))],
        Rank = item.Rank,
        Labels = item.Labels,
        Changes = item.Changes.Length,
        Comments = item.Comments.Length,
        Removed = item.RemovedAt is not null,
        Visible = item.NotVisibleSince is null,
        HistoryComplete = item.HistoryComplete,
        Clarity = score?.Clarity,
        Slicing = score?.Slicing,
    };
}
