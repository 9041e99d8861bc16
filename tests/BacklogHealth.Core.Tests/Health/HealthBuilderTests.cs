using BacklogHealth.Core.Health;
using BacklogHealth.Core.Tests.Flow;
using BacklogHealth.Core.WorkItems;
using static BacklogHealth.Core.Tests.Health.TestTeam;

namespace BacklogHealth.Core.Tests.Health;

public sealed class HealthBuilderTests
{
    [Fact]
    public void The_backlog_follows_the_trackers_order_and_counts_what_waits()
    {
        var health = Build(Steady(), Open("a", rank: "3"), Open("b", rank: "1"), Open("c", rank: "2", kind: WorkItemKind.Epic), Open("d", rank: "0", state: "Review"), Open("e"), Open("f", rank: "4", kind: WorkItemKind.SubTask));
        Assert.True(health.Ordered);
        Assert.Equal(["d", "b", "c", "a", "f", "e"], health.Open.Select(i => i.Item.Id));
        Assert.Equal([null, 1, null, 2, null, 3], health.Open.Select(i => i.Position));
    }

    [Fact]
    public void Without_an_order_the_oldest_stand_first()
    {
        var health = Build(Steady(), Open("a", created: 30), Open("b", created: 20), Open("c", created: 20));
        Assert.False(health.Ordered);
        Assert.Equal(["b", "c", "a"], health.Open.Select(i => i.Item.Id));
    }

    [Fact]
    public void Ranks_compare_by_their_characters_whatever_the_culture()
    {
        Assert.Equal(["2", "1"], Build(Steady(), Open("1", rank: "a"), Open("2", rank: "B")).Open.Select(i => i.Item.Id));
    }

    [Fact]
    public void An_item_that_the_history_calls_finished_is_not_open()
    {
        var (scored, history) = Open("a");
        Assert.Empty(Build(Steady(), (scored, history with { States = history.States.Add(new(TestHistory.At(50), "4", "Done")) })).Open);
    }

    [Fact]
    public void Ready_work_lasts_as_long_as_the_pace_lets_it()
    {
        // One item a day for certain: 15 ready items are used up in the 15th day, so they last 14 whole days.
        var runway = Build(Steady(), Waiting(30, 15)).Runway;
        Assert.Equal(new ReadyRunway(15, 30, 2.0, 2.0, 2), runway);
    }

    [Fact]
    public void Work_that_is_surer_to_last_lasts_shorter()
    {
        var everyThirdDay = Steady().Where((_, i) => i % 3 == 0);
        var runway = Build(everyThirdDay, Waiting(30, 15)).Runway;
        Assert.True(runway.Weeks85 < runway.Weeks50);
        Assert.InRange(runway.Weeks50!.Value, 5.5, 7.0); // 15 items at one in three days take 45 days, 6.4 weeks
    }

    [Fact]
    public void Nothing_ready_lasts_no_time_and_without_a_forecast_nothing_is_said()
    {
        Assert.Equal(0, Build(Steady(), Waiting(30, 0)).Runway.Weeks85);
        Assert.Null(Build([], Waiting(30, 10)).Runway.Weeks85);
    }

    [Fact]
    public void The_next_items_are_as_many_as_two_weeks_bring()
    {
        var next = Build(Steady(), Waiting(30, 15)).Next;
        Assert.Equal((14, 14, 14), (next.Days, next.From, next.To));
        Assert.Equal(Enumerable.Range(1, 14), next.Positions);
    }

    [Fact]
    public void The_next_items_follow_the_length_of_the_next_sprint()
    {
        Sprint Sprint(string id, int start, int days) => new(id, id, null, SprintPhase.Closed, TestHistory.At(start), TestHistory.At(start + days), null);
        Assert.Equal(7, HealthBuilder.Build(Input(Steady(), Waiting(9, 9)) with { Sprints = [Sprint("1", 100, 21), Sprint("2", Now + 2, 7), Sprint("3", Now + 9, 28)] }).Next.Days);
        Assert.Equal(21, HealthBuilder.Build(Input(Steady(), Waiting(9, 9)) with { Sprints = [Sprint("0", 10, 14), Sprint("1", 100, 21)] }).Next.Days);
    }

    [Fact]
    public void A_slow_team_still_sees_five_items_and_a_new_one_ten()
    {
        Assert.Equal(5, Build(Steady().Where((_, i) => i % 15 == 0), Waiting(30, 15)).Next.Positions.Length);
        var unknown = Build([], Waiting(30, 15)).Next;
        Assert.Equal((10, (int?)null, (int?)null), (unknown.Positions.Length, unknown.From, unknown.To));
        Assert.Equal(3, Build([], Waiting(3, 3)).Next.Positions.Length);
    }

    [Fact]
    public void The_order_in_which_the_input_comes_changes_nothing()
    {
        var open = Waiting(12, 7);
        var one = Build(Steady(), open);
        var other = Build(Steady().Reverse(), [.. open.Reverse()]);
        Assert.Equal(one.Open.Select(i => (i.Item.Id, i.Position)), other.Open.Select(i => (i.Item.Id, i.Position)));
        Assert.Equal(one.Flow.Select(f => f.Item.Id), other.Flow.Select(f => f.Item.Id));
        Assert.Equal(one.NextFourWeeks.AtLeast, other.NextFourWeeks.AtLeast);
        Assert.Equal(one.Deliveries[0].ItemIds, other.Deliveries[0].ItemIds);
    }

    [Fact]
    public void Removed_items_stand_apart_as_they_were_when_they_went()
    {
        var (_, begun) = Open("begun", state: "Review", created: 20);
        var health = Build([.. Steady(), begun with { Gone = TestHistory.At(30) }, Open("later").History with { Gone = TestHistory.At(Now + 1) }, Open("never", created: 40).History with { Gone = TestHistory.At(39) }]);

        Assert.Equal(("begun", WorkItemState.Started), (Assert.Single(health.Gone).Item.Id, health.Gone[0].State));
        Assert.Contains(health.Flow, f => f.Item.Id == "later");
        Assert.DoesNotContain(health.Flow, f => f.Item.Id == "begun");
    }
}
