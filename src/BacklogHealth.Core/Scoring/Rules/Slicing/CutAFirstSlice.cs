using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Rules.Backlog;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Slicing;

/// <summary>One of the next epics has a first piece that can be delivered.</summary>
internal sealed class CutAFirstSlice : BacklogRule
{
    private const int MostNamed = 3;

    public override string Id => "SL011";

    public override Criterion Criterion => Criterion.Vertical;

    public override string Title => "Cut a first slice of the epic";

    public override string Rationale => "An epic without a first slice comes whole and late; with one, somebody uses it while the rest is built.";

    public override Source Source => new("User Story Mapping", "Patton 2014; practice, not in the Scrum Guide");

    public override Severity Severity => Severity.Info;

    public override int Points => 15;

    public override Score Feeds => Score.Slicing;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("something that can be used", "Vouchers", Kind: WorkItemKind.Epic) { Facts = [ExampleFact.Rank("a")], Below = ["Pay with a voucher", "Voucher API"] },
        new("an epic without a place", "Vouchers", Kind: WorkItemKind.Epic),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("nothing below", "Vouchers", Kind: WorkItemKind.Epic) { Facts = [ExampleFact.Rank("a")] },
        new("only layers", "Vouchers", Kind: WorkItemKind.Epic) { Facts = [ExampleFact.Rank("a")], Below = ["Voucher API", "Voucher UI"] },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind == WorkItemKind.Epic;

    internal override IEnumerable<Finding> Check(ItemReading item, BacklogIndex backlog, TeamContext team)
    {
        // An epic that is under way without open items may have all of them finished: nothing is known of its first slice.
        if (!backlog.Order.IsFirstEpic(item.Item.Id) || team.StateOf(item.Item) != WorkItemState.NotStarted)
        {
            return [];
        }

        var children = backlog.Children(item.Item.Id);
        if (children.Count == 0)
        {
            return [Found()];
        }

        var layers = children.Select(c => LayerTitle.Read(Words.Read(c.Title, item.Language.Lexicon), item.Language)?.Layer).ToList();
        return layers.Count > 1 && !layers.Contains(null)
            ? [Found(null, null, ("for", "layers"), ("layers", string.Join(", ", layers.Distinct(StringComparer.Ordinal))), ("others", string.Join(", ", children.Take(MostNamed).Select(c => c.Key))))]
            : [];
    }
}
