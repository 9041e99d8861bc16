using BacklogHealth.Core.Health.Duties;
using static BacklogHealth.Core.Tests.Flow.TestHistory;
using static BacklogHealth.Core.Tests.Health.Duties.TestDuty;

namespace BacklogHealth.Core.Tests.Health.Duties.Sixteen;

public sealed class RetrospectivesTests
{
    private static readonly ItemFacts Retro = new() { Labels = ["retro"] };

    [Fact]
    public void Improvements_are_told_by_their_label()
    {
        var duty = new TestDuty
        {
            Items = [.. Done(3, 350, 360), Item("1", (370, "To Do")), Item("2", (390, "To Do")), Item("other", (100, "To Do"))],
            Facts = new(StringComparer.Ordinal) { ["d1"] = Retro, ["d2"] = Retro, ["d3"] = Retro, ["1"] = Retro, ["2"] = Retro, ["other"] = new ItemFacts { Labels = ["improvement"] } },
        };

        Assert.Equal("3 of 5 (60 %)", duty.Ask("improvements-done"));
        Assert.Equal("30 days", duty.Ask("improvements-age"));
    }

    [Fact]
    public void Where_nobody_uses_such_a_label_nothing_is_said() => Assert.Equal("No item carries a label such as retro or kaizen.", new TestDuty { Items = [.. Done(9, 350, 360)] }.Ask("improvements-done"));

    [Fact]
    public void Where_all_are_done_none_is_open() => Assert.Equal("There is none.", new TestDuty { Items = [.. Done(1, 350, 360)], Facts = { ["d1"] = Retro } }.Ask("improvements-age"));
}
