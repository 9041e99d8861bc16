using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Readiness;

/// <summary>Where a team estimates its stories, a story has an estimate.</summary>
internal sealed class EstimateIt : BacklogRule
{
    private const int FewestStories = 10;
    private const double Most = 0.6;
    private static readonly string[] Titles =
    [
        "Find orders", "Export orders", "Mail invoices", "Add a second address", "Show the day", "Print labels", "Save the basket", "Change the password", "Send reminders",
    ];

    public override string Id => "RD003";

    public override Criterion Criterion => Criterion.Estimatable;

    public override string Title => "Estimate it";

    public override string Rationale => "What a team that estimates has not estimated has mostly not been talked about either.";

    public override Source Source => new("INVEST in Good Stories", "Wake 2003, E for Estimable; practice, not in the Scrum Guide; asked only where three of five open stories have an estimate");

    public override Severity Severity => Severity.Info;

    public override int Points => 10;

    public override Score Feeds => Score.Slicing;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("estimated", "Print vouchers") { Facts = [ExampleFact.Points(3)], Beside = Estimated },
        new("a team that does not estimate", "Print vouchers") { Beside = [.. Estimated.Select(e => e with { Facts = [] })] },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("among estimated stories", "Print vouchers") { Beside = Estimated },
        new("with a description", "Print vouchers", "A voucher is printed below the invoice.") { Beside = Estimated },
    ];

    private static ImmutableArray<Example> Estimated => [.. Titles.Select(t => Example.FromString(t) with { Facts = [ExampleFact.Points(2)] })];

    public override bool AppliesTo(WorkItemKind kind) => kind == WorkItemKind.Story;

    internal override IEnumerable<Finding> Check(ItemReading item, BacklogIndex backlog, TeamContext team)
    {
        var (stories, estimated) = backlog.Habits.Estimates;
        return item.Item.StoryPoints is not null || stories < FewestStories || estimated < Most * stories || team.StateOf(item.Item) == WorkItemState.Finished
            ? []
            : [Found(null, null, ("n", Number(estimated)), ("of", Number(stories)))];
    }

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
