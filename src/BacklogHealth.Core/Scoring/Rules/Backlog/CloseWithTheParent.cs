using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Backlog;

/// <summary>Nothing is open below an item that is finished.</summary>
internal sealed class CloseWithTheParent : BacklogRule
{
    public override string Id => "BL012";

    public override Criterion Criterion => Criterion.Complete;

    public override string Title => "Close it with its parent, or give it another";

    public override string Rationale => "Either the parent is not finished, or nobody waits for this any more.";

    public override Source Source => new("practice of backlog care", "not in the Scrum Guide");

    public override Severity Severity => Severity.Info;

    public override int Points => 5;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("the parent is open", "Pay with a voucher") { Parent = new("", "Vouchers", Kind: WorkItemKind.Epic) },
        new("both are finished", "Pay with a voucher") { Facts = [ExampleFact.State(WorkItemState.Finished)], Parent = new("", "Vouchers", Kind: WorkItemKind.Epic) { Facts = [ExampleFact.State(WorkItemState.Finished)] } },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("the parent is finished", "Pay with a voucher") { Parent = new("", "Vouchers", Kind: WorkItemKind.Epic) { Facts = [ExampleFact.State(WorkItemState.Finished)] } },
        new("a sub-task too", "Test the code", Kind: WorkItemKind.SubTask) { Parent = new("", "Pay with a voucher") { Facts = [ExampleFact.State(WorkItemState.Finished)] } },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind != WorkItemKind.Epic;

    internal override IEnumerable<Finding> Check(ItemReading item, BacklogIndex backlog, TeamContext team) =>
        backlog.ById(item.Item.ParentId) is { State: WorkItemState.Finished } parent && backlog.ById(item.Item.Id) is { IsOpen: true }
            ? [Found(null, null, ("parent", parent.Key))]
            : [];
}
