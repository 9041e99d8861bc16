using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Readiness;

/// <summary>A rule with conditions comes with an example.</summary>
internal sealed class GiveAnExample : ItemRule
{
    private const int FewestConditions = 3;
    private static readonly WordList Conditions = WordList.Named("businessConditions");

    public override string Id => "RD002";

    public override Criterion Criterion => Criterion.Testable;

    public override string Title => "Give an example";

    public override string Rationale => "Two people who agree on a rule find out at the first example that they meant different ones.";

    public override Source Source => new("Specification by Example", "Adzic 2011; practice, not in the Scrum Guide; asked only where several conditions stand in the text");

    public override Reading? Reading { get; } = new(20, 7, "public items of Jira projects, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 8;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("an example", "Charge for delivery", "Delivery is free if the total is above 50 €, unless the parcel is bulky; otherwise it costs 5 €. Example: 49 € of books cost 5 €."),
        new("one condition", "Charge for delivery", "Delivery is free if the total is above 50 €."),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("three conditions", "Charge for delivery", "Delivery is free if the total is above the limit, unless the parcel is bulky; otherwise it costs extra."),
        new("exceptions", "Send reminders", "A reminder is sent unless the customer has paid, except for firms. It depends on the country when it is sent."),
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is WorkItemKind.Story or WorkItemKind.Other;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        if (!(Conditions.IsIn(item.Description) || Conditions.IsIn(item.CriteriaField)) || item.ShowsExample)
        {
            return [];
        }

        var conditions = Array.FindAll(item.Fields, f => f.Field != item.Title.Field).SelectMany(InText).ToList();
        return conditions.Count < FewestConditions ? [] : [Found(conditions)];
    }

    private static IEnumerable<Evidence> InText(TextReading text)
    {
        for (var i = 0; i < text.Words.Length; i++)
        {
            if (Conditions.At(text.Words, i) is > 0 and var length)
            {
                yield return text.WordsAsEvidence(i, length);
                i += length - 1;
            }
        }
    }
}
