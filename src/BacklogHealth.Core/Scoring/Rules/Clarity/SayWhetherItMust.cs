using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>What is wanted is wanted: no "could", "might", "would be nice".</summary>
internal sealed class SayWhetherItMust() : WishWordsRule("weak")
{
    public override string Id => "CL017";

    public override string Title => "Say whether it must";

    public override string Rationale => "What could be done is done by one team and left by another, and both have read the item rightly.";

    public override Source Source => new("INCOSE guide to writing requirements: weak verbs", "the category; the list is our own, without “should”, which most teams write for “must”");

    public override Reading? Reading { get; } = new(110, 96, "public items of Jira projects, November 2026");

    public override int Points => 6;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("decided", "Warn of wrong addresses", "A warning is shown when the postcode does not fit the town. It should be red."),
        new("an ability", "Find old orders", "Customers could not find orders of last year."),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("a possibility", "Warn of wrong addresses", "We could also show the towns of that postcode."),
        new("a liking", "Find old orders", "It would be nice to have the year next to the search box."),
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is not (WorkItemKind.Bug or WorkItemKind.Spike);

    // The words of the list are wishes themselves.
    protected override bool Reads(Mood mood) => true;
}
