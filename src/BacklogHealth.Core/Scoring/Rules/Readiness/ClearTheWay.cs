using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Readiness;

/// <summary>The item waits for no other open item.</summary>
internal sealed class ClearTheWay : BacklogRule
{
    private const int MostNamed = 3;

    public override string Id => "RD007";

    public override Criterion Criterion => Criterion.Independent;

    public override string Title => "Clear the way";

    public override string Rationale => "An item that waits for another one stops in the middle, or is begun before what it needs.";

    public override Source Source => new("INVEST in Good Stories", "Wake 2003, I for Independent; rests on links alone, and only on those to items of the same backlog");

    public override Severity Severity => Severity.Info;

    public override int Points => 10;

    public override Score Feeds => Score.Slicing;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("what it waited for is done", "Print vouchers") { Facts = [ExampleFact.Link("is blocked by", "CHK-2")], Beside = [Example.FromString("Number vouchers") with { Facts = [ExampleFact.State(WorkItemState.Finished)] }] },
        new("another kind of link", "Print vouchers") { Facts = [ExampleFact.Link("relates to", "CHK-2")], Beside = ["Number vouchers"] },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("it waits", "Print vouchers") { Facts = [ExampleFact.Link("is blocked by", "CHK-2")], Beside = ["Number vouchers"] },
        new("it depends", "Print vouchers") { Facts = [ExampleFact.Link("depends on", "CHK-2")], Beside = [Example.FromString("Number vouchers") with { Facts = [ExampleFact.Started(3)] }] },
    ];

    public override bool AppliesTo(WorkItemKind kind) => true;

    internal override IEnumerable<Finding> Check(ItemReading item, BacklogIndex backlog, TeamContext team)
    {
        if (item.Item.Links.IsEmpty || backlog.ById(item.Item.Id) is not { WaitsFor.IsEmpty: false } row || row.State == WorkItemState.Finished)
        {
            return [];
        }

        var open = row.WaitsFor.Where(k => backlog.ByKey(k) is { } other && other.State != WorkItemState.Finished).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostNamed).ToList();
        return open.Count == 0 ? [] : [Found(null, null, ("others", string.Join(", ", open)))];
    }
}
