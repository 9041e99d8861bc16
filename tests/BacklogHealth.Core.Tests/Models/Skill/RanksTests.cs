using BacklogHealth.Core.Models.Skill;

namespace BacklogHealth.Core.Tests.Models.Skill;

public sealed class RanksTests
{
    [Fact]
    public void Equal_values_share_their_mean_rank()
    {
        Assert.Equal([3.5, 1, 3.5, 2], Ranks.Of([5, 1, 5, 3]));
        Assert.Equal([0.75, 0.125, 0.75, 0.375], Ranks.Shares([5, 1, 5, 3]));
    }
}
