using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Backlog;

/// <summary>No open item bears a date that has passed.</summary>
internal sealed class MoveThePassedDate : BacklogRule
{
    public override string Id => "BL011";

    public override Criterion Criterion => Criterion.Complete;

    public override string Title => "Move or drop a date that has passed";

    public override string Rationale => "A date in the past says nothing any more, and teaches everybody to overlook dates.";

    public override Source Source => new("practice of backlog care", "not in the Scrum Guide");

    public override Severity Severity => Severity.Info;

    public override int Points => 5;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("still to come", "Pay with a voucher") { Facts = [ExampleFact.Due(3)] },
        new("today", "Pay with a voucher") { Facts = [ExampleFact.Due(0)] },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("last week", "Pay with a voucher") { Facts = [ExampleFact.Due(-7)] },
        new("under way", "Pay with a voucher") { Facts = [ExampleFact.Due(-1), ExampleFact.Started(10)] },
    ];

    public override bool AppliesTo(WorkItemKind kind) => true;

    internal override IEnumerable<Finding> Check(ItemReading item, BacklogIndex backlog, TeamContext team) =>
        item.Item.Due is { } due && due < team.Today && backlog.ById(item.Item.Id) is { IsOpen: true }
            ? [Found(null, null, ("due", due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("days", (team.Today.DayNumber - due.DayNumber).ToString(CultureInfo.InvariantCulture)))]
            : [];
}
