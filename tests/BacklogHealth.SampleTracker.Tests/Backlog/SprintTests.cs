namespace BacklogHealth.SampleTracker.Tests.Backlog;

public sealed class SprintTests
{
    [Fact]
    public void Sprints_follow_each_other_every_two_weeks_and_one_is_active()
    {
        var sprints = Sample.Team("CHK").Sprints;

        Assert.InRange(sprints.Length, 79, 83);
        Assert.All(sprints.Zip(sprints.Skip(1)), s => Assert.Equal(TimeSpan.FromDays(14), s.Second.Start - s.First.Start));
        Assert.All(sprints, s => Assert.Equal(s.State == "closed", s.Completed is not null));
        var active = Assert.Single(sprints, s => s.State == "active");
        Assert.InRange(new DateTimeOffset(Sample.Today, new TimeOnly(9, 0), TimeSpan.Zero), active.Start, active.End);
        Assert.Equal(2, sprints.Count(s => s.State == "future"));
    }

    [Fact]
    public void A_kanban_team_has_no_sprints()
    {
        Assert.Empty(Sample.Team("FLD").Sprints);
        Assert.All(Sample.Team("FLD").Items, i => Assert.Empty(i.SprintIds));
    }

    [Fact]
    public void A_finished_item_was_in_the_sprint_in_which_it_was_finished()
    {
        var sprints = Sample.Team("CHK").Sprints;
        foreach (var item in Sample.Team("CHK").Items.Where(i => i.Resolution == "Done" && i.SprintIds.Length > 0))
        {
            var finished = item.Changes.Last(c => c.Field == "status").At;
            Assert.Equal(sprints.Last(s => s.Start <= finished).Id, item.SprintIds[^1]);
        }
    }

    [Fact]
    public void Carried_over_items_move_from_a_sprint_to_the_next_when_it_is_completed()
    {
        var carried = Sample.Team("CHK").Items.Where(i => i.SprintIds.Length > 1).ToList();

        Assert.True(carried.Count > 40);
        Assert.All(carried, i => Assert.Equal(Enumerable.Range(i.SprintIds[0], i.SprintIds.Length), i.SprintIds));
    }

    [Fact]
    public void Goals_are_real_ones_lists_of_keys_and_empty_ones()
    {
        var goals = Sample.Team("CHK").Sprints.Select(s => s.Goal).ToList();

        Assert.True(goals.Count(g => g.Length == 0) >= 6);
        Assert.True(goals.Count(g => g.StartsWith("CHK-", StringComparison.Ordinal)) >= 6);
        Assert.True(goals.Count(g => g.Contains(' ', StringComparison.Ordinal) && !g.StartsWith("CHK-", StringComparison.Ordinal)) >= 25);
    }
}
