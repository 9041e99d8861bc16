using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Core.Tests.Flow;
using static BacklogHealth.Core.Tests.Health.TestTeam;

namespace BacklogHealth.Core.Tests.Health;

public sealed class ThreeAnswersTests
{
    private static ThreeAnswers Of(params (ScoredItem, BacklogHealth.Core.WorkItems.ItemHistory)[] open) => ThreeAnswers.Of(Build(Steady(), open));

    private static DateAnswer Due(int day) =>
        ThreeAnswers.Of(HealthBuilder.Build(Input(Steady().Where((_, i) => i % 2 == 0), Waiting(10, 10)) with
        {
            Deliveries = [new("Later", null, false, ["w001"]), new("Release 2", TestHistory.Day(Now + day), false, ["w009"])],
        })).Sure;

    [Theory]
    [InlineData(7, AnswerState.Act)] // lasts 6 days
    [InlineData(8, AnswerState.Watch)] // lasts 7 days, half of two weeks
    [InlineData(14, AnswerState.Watch)]
    [InlineData(15, AnswerState.Keep)] // lasts 14 days
    public void The_backlog_is_judged_by_the_weeks_of_ready_work(int ready, AnswerState state) =>
        Assert.Equal(state, Of(Waiting(40, ready)).Healthy.Judged.State);

    [Fact]
    public void An_empty_backlog_and_one_with_nothing_ready_need_something_done()
    {
        Assert.Equal(new Judgement(AnswerState.Act, $"Act, because no item waits in the backlog."), Of().Healthy.Judged);
        Assert.Equal(new Judgement(AnswerState.Act, $"Act, because no waiting item is ready."), Of(Waiting(4, 0)).Healthy.Judged);
    }

    [Theory]
    [InlineData(14, AnswerState.Keep)]
    [InlineData(13, AnswerState.Watch)]
    [InlineData(8, AnswerState.Watch)]
    [InlineData(7, AnswerState.Act)]
    public void The_next_items_are_judged_by_how_many_are_not_ready(int ready, AnswerState state)
    {
        var first = Of(Waiting(40, ready)).First;
        Assert.Equal((state, 14, 14 - ready), (first.Judged.State!.Value, first.Next.Length, first.NotReady.Length));
    }

    [Fact]
    public void The_date_is_judged_by_the_chance_of_the_delivery_due_first()
    {
        var (act, watch, keep) = (Due(14), Due(21), Due(40));
        Assert.Equal((AnswerState.Act, AnswerState.Watch, AnswerState.Keep), (act.Judged.State, watch.Judged.State, keep.Judged.State));
        Assert.Equal("Release 2", act.Delivery!.Name);
        Assert.InRange(watch.InTimeOf20!.Value, 10, 16);
        Assert.Equal(20, keep.InTimeOf20);
    }

    [Fact]
    public void A_good_chance_is_only_watched_where_such_statements_held_too_seldom()
    {
        var health = Build(Steady(), Waiting(10, 10));
        DateAnswer With(int held) => ThreeAnswers.Of(health with { Deliveries = [.. health.Deliveries.Select(d => d with { When = d.When with { HeldBefore = new(0.85, held, 38) } })] }).Sure;
        Assert.Equal((AnswerState.Keep, AnswerState.Watch), (With(33).Judged.State, With(28).Judged.State));
        Assert.EndsWith("Watch in place of Keep where such statements clearly held less often than said.", With(28).Judged.Rule.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("in place of Keep", With(33).Judged.Rule.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_can_be_said_the_reason_stands_in_its_place()
    {
        var answers = ThreeAnswers.Of(Build([], Waiting(4, 4)));
        Sentence why = Sentence.Join($"No item has been finished yet; a forecast needs at least {5} days with a finished item.", $"Ask again when more items are finished, or check which states count as finished.");
        Assert.Equal(new Judgement(null, why), answers.Healthy.Judged);
        Assert.Equal(new Judgement(null, why), answers.Sure.Judged);
        Assert.Equal(AnswerState.Keep, answers.First.Judged.State);
        Assert.Equal(new Judgement(null, $"No item is open, so there is no date to be sure of."), Of().Sure.Judged);
        Assert.Equal(new Judgement(null, $"No item waits in the backlog."), Of().First.Judged);
    }

    [Fact]
    public void Items_mended_since_last_week_are_counted_among_those_that_were_not_ready()
    {
        var before = WeekBefore.Of(Build(Steady(), Waiting(10, 4)), "history");
        var now = HealthBuilder.Build(Input(Steady(), Waiting(10, 7)) with { LastWeek = before });
        Assert.Equal((3, 6), ThreeAnswers.Of(now).First.Mended);
    }
}
