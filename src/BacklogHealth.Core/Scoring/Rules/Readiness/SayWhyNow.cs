using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Readiness;

/// <summary>A task says, here or above it, why it is done and what would happen without it.</summary>
internal sealed class SayWhyNow : ItemRule
{
    private static readonly WordList WhyNow = WordList.Named("whyNow");

    public override string Id => "RD014";

    public override Criterion Criterion => Criterion.Valuable;

    public override string Title => "Say why now";

    public override string Rationale => "Work without a reason competes with stories by being loud, and is the last to be dropped when it no longer matters.";

    public override Source Source => new("INVEST in Good Stories", "Wake 2003, V for Valuable; for a task the reason may be a risk, a date, or another item that needs it");

    public override Reading? Reading { get; } = new(104, 95, "public items of Jira projects, November 2026");

    public override Severity Severity => Severity.Warning;

    public override int Points => 15;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("a date from outside", "Renew the certificate", "It expires in May.", WorkItemKind.Task),
        new("another item needs it", "Number vouchers", "Counting starts at 1000.", WorkItemKind.Task) { Facts = [ExampleFact.Link("blocks", "CHK-7")] },
        new("a problem", "Delete old baskets", "Backups take too long.", WorkItemKind.Task),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("only what", "Number vouchers", "Counting starts at 1000.", WorkItemKind.Task),
        new("a reason that would fit any item", "Number vouchers", "Count vouchers so that it works.", WorkItemKind.Task),
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind == WorkItemKind.Task;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team) =>
        item.ReasonAbove || item.Reason.Given || item.Item.Due is not null || item.Item.Links.Any(l => Relations.MeanNeeded(l.Relation)) || item.Says(WhyNow) ? []
        : item.Reason.Empty.IsEmpty ? [Found()]
        : [Found(item.Reason.Empty, null, ("for", "empty"))];
}
