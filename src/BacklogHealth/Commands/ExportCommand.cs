using System.CommandLine;
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
    private static readonly Option<bool> Anonymise = new("--anonymise") { Description = "Not yet available." };

    public static Command Make(AppHost host)
    {
        var command = new AppCommand("export", "Every stored item with its normalised fields, dates, state and scores.", "export --jsonl", "export --csv --out items.csv --team Checkout")
        {
            SharedOptions.JsonLines, Csv, Out, Anonymise, SharedOptions.Team, SharedOptions.AsOf,
        };
        return command.Does(host, Run);
    }

    private static async Task<ExitCode> Run(Call call, CancellationToken cancellation)
    {
        if (call.Get(Anonymise))
        {
            throw UserError.Usage($"backlog-health export --anonymise: not yet available. `{Product.CommandLine} export --jsonl` prints items as they are, which is not fit for a bug report.");
        }

        if (call.Get(Csv) && call.Get(SharedOptions.JsonLines))
        {
            throw UserError.Usage("backlog-health export: found both --csv and --jsonl. Expected one of them. Leave one out.");
        }

        await using var store = await call.OpenStore(cancellation);
        var teams = await call.Teams(store, cancellation);
        await using var file = call.Get(Out) is { } path ? new StreamWriter(path, append: false) { NewLine = "\n" } : null;
        var writer = file ?? call.Host.Output;
        if (call.Get(Csv))
        {
            await writer.WriteLineAsync(ItemCsv.Header);
        }

        return await call.Each(
            teams,
            async team =>
            {
                await Export(call, store, team, item => writer.WriteLine(call.Get(Csv) ? ItemCsv.Row(item) : JsonWriting.Text(item, indented: false)), cancellation);
                return ExitCode.Done;
            },
            cancellation);
    }

    private static async Task Export(Call call, BacklogStore store, Team team, Action<ItemJson> write, CancellationToken cancellation)
    {
        var stored = await StoreStep.AlreadyThere(team, store, cancellation);
        var past = call.AsOf(stored.Calendar);
        var asOf = past ?? call.Now;
        var scored = await ScoreStep.OneByOne(stored, store, past, call.Now, cancellation);
        var sprints = stored.Profile.Sprints.ToDictionary(s => s.Id, s => s.Name, StringComparer.Ordinal);
        await foreach (var read in store.Items(team.Name, past, ItemChoice.All, stored.Workflow, cancellation))
        {
            var item = read.Item;
            // What is gone now is exported with its last state, so that nothing that is stored is hidden.
            var flow = StartedAndFinished.Of(ItemHistories.Of(item) with { Gone = null }, stored.Workflow, asOf);
            var state = flow?.State ?? stored.Workflow.Find(item.StateId, item.OriginalState) ?? WorkItemState.NotStarted;
            var score = state == WorkItemState.Finished || item.RemovedAt is not null ? null : scored(item);
            write(Row(team, item, flow, state, score, sprints));
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
