using BacklogHealth.Core.Tests.Flow;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Tests.Health.Duties.Sixteen;

public sealed class ReadyForTheNextSprintTests
{
    private const string NoOutcome = "No item was begun within half a year whose text at that time and outcome are known.";

    [Fact]
    public void How_unready_items_fared_stands_beside_how_ready_ones_did()
    {
        // Six were begun unready, of which four outlasted their sprint; eight ready, of which one did. One more was begun whose text then is not known.
        var late = TestDuty.Done(4, 371, 392, "late-").Append(TestDuty.Done(1, 371, 392, "ready-late-").Single());
        var inTime = TestDuty.Done(2, 371, 376, "quick-").Concat(TestDuty.Done(7, 371, 376, "ready-"));
        var unknown = TestDuty.Done(1, 371, 376, "unknown-");
        var duty = new TestDuty
        {
            Items = [.. late, .. inTime, .. unknown],
            Sprints = [TestDuty.Closed("S1", 384)],
            InSprints = [.. late.Concat(inTime).Concat(unknown).Select(i => new SprintHistory(i.Id, [new SprintsSince(TestHistory.At(360), ["S1"])]))],
            ReadyAtStart = late.Concat(inTime).ToDictionary(i => i.Id, i => i.Id.StartsWith("ready-", StringComparison.Ordinal)),
        };

        Assert.Equal("6 of 14 (43 %)", duty.Ask("begun-unready"));
        Assert.Equal("14 of 15 items begun within half a year whose text then and outcome are known", duty.Measure("begun-unready").Basis.ToString());
        Assert.Equal("4 of 6 (67 %)", duty.Ask("unready-late"));
        Assert.Equal("1 of 8 (13 %)", duty.Ask("ready-late"));
        Assert.Equal("of those begun unready, left over when their sprint ended", duty.Measure("unready-late").Name.ToString());
    }

    [Fact]
    public void Few_items_tell_no_share()
    {
        var items = TestDuty.Done(3, 371, 376).ToList();
        var duty = new TestDuty
        {
            Items = [.. items],
            Sprints = [TestDuty.Closed("S1", 384)],
            InSprints = [.. items.Select(i => new SprintHistory(i.Id, [new SprintsSince(TestHistory.At(360), ["S1"])]))],
            ReadyAtStart = items.ToDictionary(i => i.Id, _ => false),
        };

        Assert.Equal("There are too few items begun unready within half a year: 3, of the 5 that it takes.", duty.Ask("unready-late"));
        Assert.Equal("There are no items begun ready within half a year to look at.", duty.Ask("ready-late"));
    }

    [Fact]
    public void Where_nobody_knows_how_items_were_begun_that_is_said() =>
        Assert.Equal([NoOutcome, NoOutcome, NoOutcome], new[] { "begun-unready", "unready-late", "ready-late" }.Select(new TestDuty { Items = [.. TestDuty.Done(9, 371, 376)] }.Ask));
}
