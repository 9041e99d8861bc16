using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Backlog;

/// <summary>What is done next says what it is worth, or an item above it does.</summary>
internal sealed class StateValueAtTheTop : BacklogRule
{
    private static readonly WordList Values = WordList.Named("valueStatements");

    public override string Id => "BL005";

    public override Criterion Criterion => Criterion.Valuable;

    public override string Title => "State the value at the top";

    public override string Rationale => "The top of the backlog is what the money goes to next; without a value nobody can say that it is the right thing.";

    public override Source Source => new("Scrum Guide 2020", "the Product Owner orders by value; that it is written down is practice");

    public override Reading? Reading { get; } = new(2, 2, "items of the sample tracker, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 5;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("a reason", "Pay with a voucher", "Buyers lose their vouchers because the shop cannot take them.") { Facts = [ExampleFact.Rank("a")] },
        new("not at the top", "Pay with a voucher", "A field for the code."),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("first, and only what", "Pay with a voucher", "A field for the code.") { Facts = [ExampleFact.Rank("a")] },
        new("second, and only a title", "Pay with a voucher") { Facts = [ExampleFact.Rank("b")], Beside = [new("", "Print a label") { Facts = [ExampleFact.Rank("a")] }] },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is WorkItemKind.Story or WorkItemKind.Task or WorkItemKind.Other;

    internal override IEnumerable<Finding> Check(ItemReading item, BacklogIndex backlog, TeamContext team) =>
        backlog.Order.PlaceAtTop(item.Item.Id) is { } place && !item.ReasonAbove && !item.Reason.Given && !item.Says(Values)
            ? [Found(null, null, ("place", place.ToString(CultureInfo.InvariantCulture)))]
            : [];
}
