using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Readiness;

/// <summary>A criterion says what is to be seen, not that it works or is done.</summary>
internal sealed class MakeCriteriaCheckable : ItemRule
{
    private const int MostWords = 10;
    private static readonly WordList Uncheckable = WordList.Named("uncheckable");
    private static readonly WordList Checkable = WordList.Named("checkable");

    public override string Id => "RD001";

    public override Criterion Criterion => Criterion.Testable;

    public override string Title => "Make criteria checkable";

    public override string Rationale => "“It works as expected” is true for whoever built it; a check needs something that can be seen to be false.";

    public override Source Source => new("INVEST in Good Stories", "Wake 2003, T for Testable; the list of empty checks is our own");

    public override Reading? Reading { get; } = new(6, 1, "public items of Jira projects, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 12;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("something to see", "Print vouchers", "Acceptance criteria:\n- the number is printed below the total\n- without a voucher nothing is printed"),
        new("works, and when", "Scan vouchers", "Acceptance criteria:\n- scanning works when the phone is offline"),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("it works", "Print vouchers", "Acceptance criteria:\n- printing works as expected\n- the number is printed below the total"),
        new("work, not outcome", "Print vouchers", "Acceptance criteria:\n- code reviewed\n- the feature is implemented"),
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is not (WorkItemKind.Bug or WorkItemKind.Spike or WorkItemKind.SubTask);

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        if (!item.Says(Uncheckable))
        {
            return [];
        }

        var empty = item.Criteria.Each.Where(c => SaysNothing(Array.Find(item.Fields, f => f.Field == c.Field)!, c)).ToList();
        return empty.Count == 0 ? [] : [Found(empty)];
    }

    // It ends there: "is tested for ten cycles" goes on to say what is seen. It has a line of its own: "How to check that it works" is a heading.
    private static bool SaysNothing(TextReading text, Evidence criterion)
    {
        var first = text.WordFrom(criterion.Start);
        var end = text.WordFrom(criterion.Start + criterion.Length);
        if (end - first > MostWords || !Array.Exists(text.Lines, l => l.Start == criterion.Start) || Checkable.First(text.Words, first, end) >= 0)
        {
            return false;
        }

        for (var i = first; i < end; i++)
        {
            if (Uncheckable.At(text.Words, i) is > 0 and var length && i + length == end)
            {
                return true;
            }
        }

        return false;
    }
}
