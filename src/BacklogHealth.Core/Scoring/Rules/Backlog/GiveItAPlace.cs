using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Backlog;

/// <summary>An item has a place in the order where the others have one.</summary>
internal sealed class GiveItAPlace : BacklogRule
{
    private const int Fewest = 10;

    public override string Id => "BL009";

    public override Criterion Criterion => Criterion.Complete;

    public override string Title => "Give it a place in the order";

    public override string Rationale => "What has no place is found by nobody who looks from the top.";

    public override Source Source => new("Scrum Guide 2020", "the Product Backlog is an ordered list");

    public override Severity Severity => Severity.Info;

    public override int Points => 5;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("it has one", "Pay with a voucher") { Facts = [ExampleFact.Rank("z")], Beside = [.. Ranked(12)] },
        new("nobody has one", "Pay with a voucher") { Beside = ["Print a label", "Lock the gate"] },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("the others have one", "Pay with a voucher") { Beside = [.. Ranked(12)] },
        new("two without", "Pay with a voucher") { Beside = [.. Ranked(12), "Print a label"] },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is not (WorkItemKind.Epic or WorkItemKind.SubTask);

    internal override IEnumerable<Finding> Check(ItemReading item, BacklogIndex backlog, TeamContext team)
    {
        var (ranked, unranked) = (backlog.Order.Next.Length, backlog.Order.Unranked);
        return item.Item.Rank is null && ranked >= Fewest && ranked > unranked && backlog.ById(item.Item.Id) is { IsOpen: true, State: WorkItemState.NotStarted }
            ? [Found(null, null, ("n", ranked.ToString(CultureInfo.InvariantCulture)), ("of", (ranked + unranked).ToString(CultureInfo.InvariantCulture)))]
            : [];
    }

    private static IEnumerable<Example> Ranked(int count) =>
        Enumerable.Range(0, count).Select(i => new Example("", $"Other item {i}") { Facts = [ExampleFact.Rank(((char)('a' + i)).ToString())] });
}
