using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Backlog;

/// <summary>What is done next has been looked into lately.</summary>
internal sealed class RefreshTheTop : BacklogRule
{
    private const int MostDays = 60;

    public override string Id => "BL007";

    public override Criterion Criterion => Criterion.Complete;

    public override string Title => "Look again at the top of the backlog";

    public override string Rationale => "What was true when it was written may have changed; before it is begun it costs a minute to see.";

    public override Source Source => new("Scrum Guide 2020", "refinement is ongoing; 60 days are our judgement");

    public override Reading? Reading { get; } = new(1, 1, "items of the sample tracker, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 5;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("looked into last week", "Pay with a voucher") { Facts = [ExampleFact.Rank("a"), ExampleFact.Created(200), ExampleFact.Comment("a1", "Still wanted.", 7)] },
        new("old, and not at the top", "Pay with a voucher") { Facts = [ExampleFact.Created(100)] },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("untouched since it was written", "Pay with a voucher") { Facts = [ExampleFact.Rank("a"), ExampleFact.Created(100)] },
        new("only moved", "Pay with a voucher") { Facts = [ExampleFact.Rank("a"), ExampleFact.Created(100), ExampleFact.Changed(FieldNames.Rank, "b", "a", 3)] },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is not (WorkItemKind.Epic or WorkItemKind.SubTask);

    internal override IEnumerable<Finding> Check(ItemReading item, BacklogIndex backlog, TeamContext team) =>
        backlog.Order.PlaceAtTop(item.Item.Id) is { } place && backlog.ById(item.Item.Id)!.DaysUntouched(team.Today) is > MostDays and var days
            ? [Found(null, null, ("place", place.ToString(CultureInfo.InvariantCulture)), ("days", days.ToString(CultureInfo.InvariantCulture)))]
            : [];
}
