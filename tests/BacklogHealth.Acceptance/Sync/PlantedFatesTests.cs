using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Health.Duties;
using BacklogHealth.Core.Scoring;
using BacklogHealth.Core.WorkItems;
using BacklogHealth.SampleTracker;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.Acceptance.Sync;

/// <summary>What became of items after their start, counted from what the connectors bring, is what the sample planted; and the rules tell clear texts from unclear ones.</summary>
public sealed class PlantedFatesTests
{
    [Theory]
    [MemberData(nameof(TrackerKinds.All), MemberType = typeof(TrackerKinds))]
    public async Task Every_fate_and_no_other_is_in_the_stored_histories(SampleTrackerKind kind)
    {
        await using var sample = await Pulled(kind);
        foreach (var project in sample.Backlog.Projects)
        {
            var finished = await Finished(sample, project);
            var keys = project.Items.ToDictionary(i => i.Key, i => i.Id, StringComparer.Ordinal);
            var planted = sample.Backlog.Truth.Starts.Where(s => keys.ContainsKey(s.Key)).ToDictionary(s => keys[s.Key], s => s.Fate, StringComparer.Ordinal);

            Assert.Equal(planted.Keys.Order(StringComparer.Ordinal), finished.Keys.Order(StringComparer.Ordinal));
            var other = finished.Where(f => FateOf(f.Value.Item, f.Value.Flow) != planted[f.Key]);
            Assert.Empty(other.Select(f => $"{f.Value.Item.Key}: planted {planted[f.Key]}, found {FateOf(f.Value.Item, f.Value.Flow)}"));
        }
    }

    [Fact]
    public async Task The_rules_find_far_more_in_the_texts_that_were_unclear_at_the_start_and_less_in_what_edits_left_of_them()
    {
        await using var sample = await Pulled(SampleTrackerKind.JiraCloud);
        foreach (var project in sample.Backlog.Projects)
        {
            var finished = (await Finished(sample, project)).Values.ToDictionary(f => f.Item.Key, StringComparer.Ordinal);
            var starts = sample.Backlog.Truth.Starts.Where(s => finished.ContainsKey(s.Key)).ToList();
            var clear = starts.Where(s => !s.IsUnclear).Average(s => Clarity(AtStart(finished[s.Key])));
            var unclear = starts.Where(s => s.IsUnclear).Average(s => Clarity(AtStart(finished[s.Key])));
            var mended = starts.Where(s => s.IsUnclear && s.Fate.HasFlag(Fate.Edited)).Average(s => Clarity(finished[s.Key].Item));
            TestContext.Current.TestOutputHelper?.WriteLine($"{project.Key} clear {clear:0.0}, unclear {unclear:0.0}, mended {mended:0.0}");

            Assert.True(clear - unclear > 20, $"{project.Key}: clear {clear:0.0}, unclear {unclear:0.0}");
            Assert.True(mended - unclear > 20, $"{project.Key}: mended {mended:0.0}, unclear {unclear:0.0}");
        }
    }

    private static async Task<SyncedSample> Pulled(SampleTrackerKind kind)
    {
        var sample = await SyncedSample.Start(kind, whole: true);
        await sample.Configure(bothTeams: true);
        Assert.Equal(0, await sample.Sync());
        return sample;
    }

    private static async Task<Dictionary<string, (WorkItem Item, FlowItem Flow)>> Finished(SyncedSample sample, SampleProject project)
    {
        var items = await sample.Stored(project.Team);
        var workflow = (await sample.Ask(store => store.Profile(project.Team))).Workflow;
        return items.Values
            .Where(i => i.Kind is not (WorkItemKind.Epic or WorkItemKind.SubTask))
            .Select(i => (Item: i, Flow: StartedAndFinished.Of(ItemHistories.Of(i), workflow, SampleRun.MondayMorning)!))
            .Where(x => x.Flow is { Started: not null, Finished: not null } && !Resolutions.MeanDiscarded(x.Item.Resolution))
            .ToDictionary(x => x.Item.Id, x => x, StringComparer.Ordinal);
    }

    private static Fate FateOf(WorkItem item, FlowItem flow)
    {
        bool Meanwhile(DateTimeOffset at) => at > flow.Started && at < flow.Finished;
        var edited = item.Changes.Any(c => Meanwhile(c.At) && c.Field is FieldNames.Title or FieldNames.Description or FieldNames.AcceptanceCriteria && TextEdit.ChangesWords(c.From?.Text, c.To?.Text));
        var asked = item.Comments.Any(c => Meanwhile(c.At) && Remarks.Asks(c.Text, "en"));
        string[] queue = ["Backlog", "Selected for Sprint", "Ideas", "Ready to Pull"];
        var back = item.Changes.Any(c => Meanwhile(c.At) && c.Field == FieldNames.State && (c.From?.Text == "Done" || queue.Contains(c.To?.Text)));
        return (edited ? Fate.Edited : Fate.None) | (asked ? Fate.Questioned : Fate.None) | (back ? Fate.SentBack : Fate.None);
    }

    private static WorkItem AtStart((WorkItem Item, FlowItem Flow) finished) => PastState.Rebuild(finished.Item, finished.Flow.Started!.Value)!.Item;

    // Alone and without comments, so that only the text counts.
    private static double Clarity(WorkItem item)
    {
        var team = new TeamContext { Today = SampleRun.Sunday };
        var alone = item with { Comments = [], ParentId = null };
        return new Scorer(RuleBook.All, team, BacklogIndex.Build([alone], team)).Score(alone).Clarity!.Value;
    }
}
