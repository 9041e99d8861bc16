using BacklogHealth.Running;
using BacklogHealth.Storage;

namespace BacklogHealth.Tests.Running;

public sealed class AwayStoreTests
{
    [Theory]
    [InlineData(StoreFault.Unreachable, 60, 2)]
    [InlineData(StoreFault.DiskFull, 60, 2)]
    [InlineData(StoreFault.Locked, 0, 1)]
    [InlineData(StoreFault.LeaseLost, 60, 1)]
    public async Task What_is_away_is_asked_again_and_what_somebody_else_took_over_is_not(StoreFault fault, int seconds, int expected)
    {
        var times = 0;
        var doing = AwayStore.WaitedFor(() => ++times == 1 ? throw new StoreException(fault, "Not now.") : Task.FromResult(times), TimeSpan.FromSeconds(seconds), TimeProvider.System, default);

        if (expected == 1)
        {
            Assert.Equal(fault, (await Assert.ThrowsAsync<StoreException>(() => doing)).Fault);
        }
        else
        {
            Assert.Equal(expected, await doing);
        }

        Assert.Equal(expected, times);
    }
}
