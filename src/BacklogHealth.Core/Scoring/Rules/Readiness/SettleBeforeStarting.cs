using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Readiness;

/// <summary>What is wanted stands when the work begins, and does not change while it goes on.</summary>
internal sealed class SettleBeforeStarting : ItemRule
{
    // Fewer are a mistake mended.
    private const int FewestWords = 3;

    public override string Id => "RD009";

    public override Criterion Criterion => Criterion.Unambiguous;

    public override string Title => "Settle it before starting";

    public override string Rationale => "A text that grows while the work goes on shows that it was begun before it was clear.";

    public override Source Source => new("DocWarn: changes of documentation after planning", "Pasuksmit et al., MSR 2022: 40 to 68 of 100 such changes change the scope; learning on the way is one of them, hence a hint");

    public override Severity Severity => Severity.Info;

    public override int Points => 8;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("changed before the start", "Print vouchers", "A voucher is printed below the invoice.")
        {
            Facts = [ExampleFact.Changed(FieldNames.Description, "Vouchers.", "A voucher is printed below the invoice.", 9), ExampleFact.Started(5)],
        },
        new("a link mended", "Print vouchers", "As drawn in https://example.org/new")
        {
            Facts = [ExampleFact.Started(5), ExampleFact.Changed(FieldNames.Description, "As drawn in https://example.org/old", "As drawn in https://example.org/new", 3)],
        },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("told later", "Print vouchers", "A voucher is printed below the invoice, on a page of its own.")
        {
            Facts = [ExampleFact.Started(5), ExampleFact.Changed(FieldNames.Description, "A voucher is printed.", "A voucher is printed below the invoice, on a page of its own.", 3)],
        },
        new("criteria added", "Print vouchers")
        {
            Facts = [ExampleFact.Started(5), ExampleFact.Changed(FieldNames.AcceptanceCriteria, null, "The number of the voucher can be scanned.", 2)],
        },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is not (WorkItemKind.Bug or WorkItemKind.Spike);

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        if (item.Item.Changes.IsEmpty || team.StateOf(item.Item) != WorkItemState.Started || StartOf(item.Item, team) is not { } start)
        {
            return [];
        }

        var changes = item.Item.Changes.Count(c => c.At > start && (c.Field is FieldNames.Description or FieldNames.AcceptanceCriteria) && ChangesWords(c, item.Language));
        return changes == 0 ? [] : [Found(null, null, ("n", changes.ToString(CultureInfo.InvariantCulture)), ("for", changes == 1 ? "once" : "often"))];
    }

    private static DateTimeOffset? StartOf(WorkItem item, TeamContext team)
    {
        foreach (var change in item.Changes)
        {
            if (change.Field == FieldNames.State && change.To is { } to && team.Workflow.Find(to.Id ?? to.Text, to.Text) == WorkItemState.Started)
            {
                return change.At;
            }
        }

        return null;
    }

    private static bool ChangesWords(FieldChange change, LanguageWords language)
    {
        var left = new Dictionary<string, int>(StringComparer.Ordinal);
        Count(left, change.From, language, 1);
        Count(left, change.To, language, -1);
        return left.Values.Sum(Math.Abs) >= FewestWords;
    }

    private static void Count(Dictionary<string, int> left, FieldValue? value, LanguageWords language, int by)
    {
        foreach (var word in value is null ? [] : TextReading.Of("change", value.AsStructuredText(), language).Words)
        {
            left[word.Lower] = left.GetValueOrDefault(word.Lower) + by;
        }
    }
}
