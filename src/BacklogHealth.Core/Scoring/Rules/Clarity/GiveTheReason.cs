using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>The item, or one above it, says why it is wanted.</summary>
internal sealed class GiveTheReason : ItemRule
{
    public override string Id => "CL003";

    public override Criterion Criterion => Criterion.Valuable;

    public override string Title => "Give the reason";

    public override string Rationale => "Who knows the reason can find a smaller or better way, and can tell when it no longer holds.";

    public override Source Source => new("INVEST in Good Stories", "Wake 2003, V for Valuable; practice, not in the Scrum Guide");

    public override Reading? Reading { get; } = new(100, 79, "public items of 15 Jira projects, November 2026");

    public override Severity Severity => Severity.Warning;

    public override int Points => 15;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("a purpose", "Show the floor of the recipient", "As a courier I want to see the floor, so that I do not ring at every door."),
        new("a problem", "Remember the chosen shop", "People pick their shop again on every visit because it is forgotten when the browser closes."),
        new("a fault", "Sort the list of orders", "The list does not follow the number of the order."),
        new("a section", "Export orders", "Background:\nThe tax office asks for all orders of a year in one file."),
        new("German, a purpose", "Stockwerk anzeigen", "Als Zusteller möchte ich das Stockwerk sehen, damit ich nicht an jeder Tür klingeln muss.") { Language = "de" },
        new("German, a problem", "Filiale merken", "Bisher wählen Kunden ihre Filiale bei jedem Besuch neu.") { Language = "de" },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("only what", "Export orders", "A button above the table writes all orders to a file with one row per article."),
        new("a reason that would fit any item", "Export orders", "As a clerk I want an export button so that it works."),
        new("what it is not to do", "Export orders", "A button writes all orders to a file. The file must not hold prices."),
        new("German, \"damit\" that means \"with it\"", "Gutschein einlösen", "Der Käufer kann an der Kasse damit bezahlen.") { Language = "de" },
    ];

    // The reason for a bug is the fault, for a spike its question, for a sub-task its parent; a task may have others (RD014).
    public override bool AppliesTo(WorkItemKind kind) => kind is WorkItemKind.Story or WorkItemKind.Epic or WorkItemKind.Other;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team) =>
        item.HasTitleOnly || item.ReasonAbove || item.Reason.Given || TitleFacts.IsRoutine(item) ? []
        : item.Reason.Empty.IsEmpty ? [Found()]
        : [Found(item.Reason.Empty, null, ("for", "empty"))];
}
