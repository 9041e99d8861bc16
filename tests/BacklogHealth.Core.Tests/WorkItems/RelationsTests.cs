using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.WorkItems;

public sealed class RelationsTests
{
    [Theory]
    [InlineData("is blocked by", true)]
    [InlineData("Is Blocked By", true)]
    [InlineData("depends on", true)]
    [InlineData("Predecessor", true)]
    [InlineData("blocks", false)]
    [InlineData("Successor", false)]
    [InlineData("duplicates", false)]
    [InlineData("", false)]
    public void A_relation_says_that_an_item_waits(string relation, bool waits) => Assert.Equal(waits, Relations.MeanBlocked(relation));
}
