using System.Text.Json;
using BacklogHealth.SampleTracker.Backlog;

namespace BacklogHealth.SampleTracker.Tests.Backlog;

public sealed class MorningTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 11, 8, 5, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void Five_to_nine_items_change_and_only_at_that_instant(int edition)
    {
        var next = SampleBacklogGenerator.NextMorning(Sample.Backlog, Now, edition);
        var before = Sample.Items.ToDictionary(i => i.Key, JsonText, StringComparer.Ordinal);
        var changed = next.Projects.SelectMany(p => p.Items).Where(i => before.GetValueOrDefault(i.Key) != JsonText(i)).ToList();

        Assert.InRange(changed.Count, 5, 9);
        Assert.All(changed, i => Assert.Equal(Now, i.Updated));
        var old = Sample.Items.SelectMany(SampleBacklogGeneratorTests.Instants).ToHashSet();
        Assert.All(changed.SelectMany(SampleBacklogGeneratorTests.Instants), t => Assert.True(t == Now || old.Contains(t)));
    }

    [Fact]
    public void The_same_morning_gives_the_same_bytes() =>
        Assert.Equal(
            JsonSerializer.Serialize(SampleBacklogGenerator.NextMorning(Sample.Backlog, Now, 1)),
            JsonSerializer.Serialize(SampleBacklogGenerator.NextMorning(Sample.Backlog, Now, 1)));

    [Fact]
    public void Ten_mornings_in_a_row_keep_keys_ids_and_ranks_unique_and_the_truth_at_open_items()
    {
        var backlog = Sample.Backlog;
        for (var edition = 1; edition <= 10; edition++)
        {
            backlog = SampleBacklogGenerator.NextMorning(backlog, Now.AddDays(edition), edition);
        }

        var items = backlog.Projects.SelectMany(p => p.Items).ToDictionary(i => i.Key, StringComparer.Ordinal);
        Assert.Equal(items.Count, items.Values.Select(i => i.Id).Distinct().Count());
        Assert.All(backlog.Projects, p => Assert.Equal(p.Items.Length, p.Items.Select(i => i.Rank).Distinct().Count()));
        Assert.All(backlog.Truth.Flaws, f => Assert.Null(items[f.Key].Resolution));
    }

    [Fact]
    public void An_item_that_got_its_acceptance_criteria_no_longer_counts_as_lacking_them()
    {
        var next = SampleBacklogGenerator.NextMorning(Sample.Backlog, Now, 1);
        var mended = next.Projects.SelectMany(p => p.Items)
            .Where(i => i.Changes.Any(c => c.At == Now && c.Field == "description")).ToList();

        Assert.NotEmpty(mended);
        Assert.All(mended, i =>
        {
            Assert.True(Sample.Has(i, Flaw.NoAcceptanceCriteria));
            Assert.DoesNotContain(new PlantedFlaw(i.Key, Flaw.NoAcceptanceCriteria), next.Truth.Flaws);
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Each_team_gets_a_new_item_and_a_comment_on_the_item_it_was_written_for(int edition)
    {
        var next = SampleBacklogGenerator.NextMorning(Sample.Backlog, Now, edition);

        Assert.All(next.Projects, p => Assert.Single(p.Items, i => i.Created == Now));
        Assert.All(next.Projects, p => Assert.Single(p.Items, i => i.Comments.Any(c => c.At == Now)));
    }

    private static string JsonText(SampleItem item) => JsonSerializer.Serialize(item);
}
