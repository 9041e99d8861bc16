using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Backlog;

/// <summary>No item stands before an open one that it waits for.</summary>
internal sealed class PutCausesFirst : BacklogRule
{
    public override string Id => "BL006";

    public override Criterion Criterion => Criterion.Independent;

    public override string Title => "Put first what others wait for";

    public override string Rationale => "Who pulls the item finds that it cannot be finished, and what it waits for stands further down.";

    public override Source Source => new("INVEST in Good Stories", "Wake 2003, I for Independent; practice, not in the Scrum Guide");

    public override Severity Severity => Severity.Info;

    public override int Points => 10;

    public override Score Feeds => Score.Slicing;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("behind it", "Pay with a voucher") { Facts = [ExampleFact.Rank("b"), ExampleFact.Link("is blocked by", "CHK-2")], Beside = [new("", "Sell a voucher") { Facts = [ExampleFact.Rank("a")] }] },
        new("it is finished", "Pay with a voucher") { Facts = [ExampleFact.Rank("a"), ExampleFact.Link("is blocked by", "CHK-2")], Beside = [new("", "Sell a voucher") { Facts = [ExampleFact.Rank("b"), ExampleFact.State(WorkItemState.Finished)] }] },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("before it", "Pay with a voucher") { Facts = [ExampleFact.Rank("a"), ExampleFact.Link("is blocked by", "CHK-2")], Beside = [new("", "Sell a voucher") { Facts = [ExampleFact.Rank("b")] }] },
        new("depends on one of two", "Pay with a voucher") { Facts = [ExampleFact.Rank("b"), ExampleFact.Link("depends on", "CHK-2"), ExampleFact.Link("depends on", "CHK-3")], Beside = [new("", "Sell a voucher") { Facts = [ExampleFact.Rank("a")] }, new("", "Print a voucher") { Facts = [ExampleFact.Rank("c")] }] },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is not (WorkItemKind.Epic or WorkItemKind.SubTask);

    internal override IEnumerable<Finding> Check(ItemReading item, BacklogIndex backlog, TeamContext team)
    {
        if (item.Item.Rank is not { } rank || item.Item.Links.IsEmpty || backlog.ById(item.Item.Id) is not { IsOpen: true } own)
        {
            return [];
        }

        var later = own.WaitsFor.Select(backlog.ByKey)
            .Where(o => o is { IsOpen: true, State: WorkItemState.NotStarted, Rank: { } other } && string.CompareOrdinal(other, rank) > 0)
            .Select(o => o!.Key).Distinct(StringComparer.Ordinal).ToList();
        return later.Count == 0 ? [] : [Found(null, null, ("others", string.Join(", ", later)))];
    }
}
