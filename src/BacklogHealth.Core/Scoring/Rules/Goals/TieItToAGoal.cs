using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Goals;

/// <summary>An item is tied to an epic or goal where most items are.</summary>
internal sealed class TieItToAGoal : BacklogRule
{
    private const int Fewest = 10;
    private const double Most = 0.75;
    private static readonly ExampleFact Alone = ExampleFact.WithoutParent();

    public override string Id => "GO001";

    public override Criterion Criterion => Criterion.Goal;

    public override string Title => "Tie it to a goal";

    public override string Rationale => "Work that serves no goal that anybody has named is hard to weigh against work that does; some of it is needed, and can be planned as such.";

    public override Source Source => new("Scrum Guide 2020", "the Product Goal; that items hang below an epic is practice, and work without one is no fault in itself");

    public override Severity Severity => Severity.Info;

    public override int Points => 5;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("below an epic", "Pay with a voucher") { Parent = new("", "Vouchers", Kind: WorkItemKind.Epic), Beside = [.. Others(12)] },
        new("nobody ties items", "Pay with a voucher", Kind: WorkItemKind.Story) { Facts = [Alone] },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("the only one without", "Pay with a voucher") { Facts = [Alone], Parent = new("", "Vouchers", Kind: WorkItemKind.Epic), Beside = [.. Others(12)] },
        new("a task", "Clean the lists", Kind: WorkItemKind.Task) { Facts = [Alone], Parent = new("", "Vouchers", Kind: WorkItemKind.Epic), Beside = [.. Others(15)] },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is WorkItemKind.Story or WorkItemKind.Task;

    internal override IEnumerable<Finding> Check(ItemReading item, BacklogIndex backlog, TeamContext team)
    {
        var (tied, all) = backlog.TiedToAnEpic;
        return item.Item.ParentId is null && all >= Fewest && tied >= Most * all && backlog.ById(item.Item.Id) is { IsOpen: true, State: WorkItemState.NotStarted }
            ? [Found(null, null, ("n", tied.ToString(CultureInfo.InvariantCulture)), ("of", all.ToString(CultureInfo.InvariantCulture)))]
            : [];
    }

    private static IEnumerable<Example> Others(int count) => Enumerable.Range(1, count).Select(i => new Example("", $"Other item {i}"));
}
