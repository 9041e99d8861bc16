using BacklogHealth.Connectors.Http;
using BacklogHealth.Testing;

namespace BacklogHealth.Connectors.Tests.Http;

public sealed class PaceTests
{
    private static readonly TimeSpan Now = TimeSpan.FromDays(1);
    private readonly Pace _pace = new();

    [Fact]
    public void Without_a_limit_there_is_no_wait()
    {
        _pace.Start(Now);
        Assert.True(_pace.WaitAt(Now) <= TimeSpan.Zero);
    }

    [Fact]
    public void Each_refusal_doubles_the_gap_up_to_a_bound()
    {
        var gaps = Enumerable.Range(1, 12).Select(i =>
        {
            _pace.SlowDown(Now + TimeSpan.FromMinutes(i), Now + TimeSpan.FromMinutes(i));
            return _pace.Gap;
        }).ToList();
        Assert.Equal([Pace.FirstGap, Pace.FirstGap * 2, Pace.FirstGap * 4], gaps.Take(3));
        Assert.Equal(Pace.LongestGap, gaps[^1]);
    }

    [Fact]
    public void Several_refusals_of_requests_that_were_sent_together_double_it_once()
    {
        _pace.SlowDown(Now, Now + TimeSpan.FromSeconds(1));
        _pace.SlowDown(Now, Now + TimeSpan.FromSeconds(1));
        _pace.SlowDown(Now + TimeSpan.FromMilliseconds(500), Now + TimeSpan.FromSeconds(2));
        Assert.Equal(Pace.FirstGap, _pace.Gap);
    }

    [Fact]
    public void Answers_without_complaint_take_the_gap_away()
    {
        _pace.AtLeast(Pace.LongestGap, Now);
        var answers = 0;
        while (_pace.Gap > TimeSpan.Zero)
        {
            _pace.Recover();
            answers++;
        }

        Assert.InRange(answers, 30, 100);
    }

    [Fact]
    public void A_shorter_pause_does_not_end_a_longer_one()
    {
        _pace.PauseUntil(Now + TimeSpan.FromSeconds(30));
        _pace.PauseUntil(Now + TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.FromSeconds(30), _pace.PauseAt(Now));
        Assert.Equal(TimeSpan.FromSeconds(30), _pace.WaitAt(Now));
    }

    [Fact]
    public void Time_for_which_several_wait_together_counts_once()
    {
        var count = new TrafficCount(new SkippingTime());
        count.Waiting(TimeSpan.FromSeconds(7));
        count.Waiting(TimeSpan.FromSeconds(5));
        count.Waiting(TimeSpan.FromSeconds(9));
        Assert.Equal(TimeSpan.FromSeconds(9), count.Traffic.WaitedForLimit);
    }

    [Theory]
    [InlineData("/rest/api/3/issue/CHK-12/changelog?startAt=0", "GET /rest/api/*/issue/*/changelog")]
    [InlineData("/rest/api/3/issue/10001/changelog", "GET /rest/api/*/issue/*/changelog")]
    [InlineData("/_apis/wit/wiql", "GET /_apis/wit/wiql")]
    public void Requests_for_different_things_of_one_kind_are_one_family(string path, string family) => Assert.Equal(family, TrackerRequest.Get(path).Family);
}
