using BacklogHealth.Reports.Numbers;

namespace BacklogHealth.Reports.Tests.Numbers;

public sealed class OnceTests
{
    private readonly Once _once = new();
    private int _worked;

    private object Slow => _once.Of(() =>
    {
        Interlocked.Increment(ref _worked);
        Thread.Sleep(20);
        return new object();
    });

    private string? Nothing => _once.Of(() =>
    {
        _worked++;
        return (string?)null;
    });

    [Fact]
    public async Task Whoever_asks_at_the_same_time_gets_what_the_first_one_worked_out()
    {
        var token = TestContext.Current.CancellationToken;
        using var all = new Barrier(4);
        var found = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
            () =>
            {
                all.SignalAndWait(token);
                return Slow;
            },
            token, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        Assert.Single(found.Distinct());
        Assert.Equal(1, _worked);
    }

    [Fact]
    public void That_there_is_nothing_is_worked_out_once_too()
    {
        Assert.Null(Nothing);
        Assert.Null(Nothing);
        Assert.Equal(1, _worked);
    }

    [Fact]
    public void What_fails_fails_for_everybody_who_asks()
    {
        int Bad() => _once.Of<int>(() => throw new InvalidOperationException("no such number"));

        Assert.Equal("no such number", Assert.Throws<InvalidOperationException>(() => Bad()).Message);
        Assert.Equal("no such number", Assert.Throws<InvalidOperationException>(() => Bad()).Message);
    }
}
