using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Backlog;

/// <summary>Nothing lies in the backlog that nobody has looked into for half a year.</summary>
internal sealed class DropOrDecide : BacklogRule
{
    private const int MostDays = 180;

    public override string Id => "BL008";

    public override Criterion Criterion => Criterion.Valuable;

    public override string Title => "Drop it or decide when";

    public override string Rationale => "What lies untouched is read past by everybody, and hides what is wanted.";

    public override Source Source => new("practice of backlog care", "not in the Scrum Guide; 180 days are our judgement; bulk edits and moves in the order do not count as a look");

    public override Reading? Reading { get; } = new(11, 11, "items of the sample tracker, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 5;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("looked into", "Pay with a voucher") { Facts = [ExampleFact.Created(400), ExampleFact.Changed(FieldNames.Description, "a", "b", 100)] },
        new("under way", "Pay with a voucher") { Facts = [ExampleFact.Created(400), ExampleFact.Started(300)] },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("a year old", "Pay with a voucher") { Facts = [ExampleFact.Created(365)] },
        new("only moved to another sprint", "Pay with a voucher") { Facts = [ExampleFact.Created(365), ExampleFact.Changed(FieldNames.Sprint, "Sprint 3", "Sprint 4", 20)] },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind != WorkItemKind.SubTask;

    internal override IEnumerable<Finding> Check(ItemReading item, BacklogIndex backlog, TeamContext team) =>
        backlog.ById(item.Item.Id) is { IsOpen: true, State: WorkItemState.NotStarted } own
            && own.DaysUntouched(team.Today) is > MostDays and var days
            && backlog.Order.PlaceAtTop(own.Id) is null
            ? [Found(null, null, ("days", days.ToString(CultureInfo.InvariantCulture)))]
            : [];
}
