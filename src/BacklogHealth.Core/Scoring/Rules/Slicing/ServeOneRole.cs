using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Slicing;

/// <summary>The wishes of an item are those of one role.</summary>
internal sealed class ServeOneRole : ItemRule
{
    public override string Id => "SL003";

    public override Criterion Criterion => Criterion.Small;

    public override string Title => "Serve one role first";

    public override string Rationale => "Each role has needs of its own; served one after the other, the first is helped while the second is built.";

    public override Source Source => new("Humanizing Work guide to splitting user stories", "Lawrence and Green, variations; SPIDR, Cohn; practice, not in the Scrum Guide");

    public override Reading? Reading { get; } = new(1, 1, "public items of Jira projects, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 10;

    public override Score Feeds => Score.Slicing;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("one role", "See the floor", "As a courier I want to see the floor, so that I do not ring at every door."),
        new("a role with a long name", "Read the plan", "As a research and development manager I want to read the plan."),
        new("the same role twice", "See what is left", "As a buyer I want to see what is left. As a buyer I want to see what I spent."),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("joined by or", "Cancel an order", "As a buyer or a clerk I want to cancel an order."),
        new("two wishes", "Vouchers", "As a buyer I want to pay with a voucher. As an accountant I want to see which vouchers are open."),
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is WorkItemKind.Story or WorkItemKind.Task or WorkItemKind.Other;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        var roles = RoleReader.In(item);
        return roles.Count < 2 ? [] : [Found(roles.Select(r => r.Evidence)) with { Cut = OwnCut.ByRoles(roles) }];
    }
}
