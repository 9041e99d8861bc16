using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>The item says by what it will be checked.</summary>
internal sealed class SayHowItWillBeChecked : ItemRule
{
    public override string Id => "CL004";

    public override Criterion Criterion => Criterion.Testable;

    public override string Title => "Say how the item will be checked";

    public override string Rationale => "An item that nobody can check cannot be agreed to be finished.";

    public override Source Source => new("INVEST in Good Stories", "Wake 2003, T for Testable; practice, not in the Scrum Guide");

    public override Reading? Reading { get; } = new(100, 70, "public items of 15 Jira projects, November 2026");

    public override Severity Severity => Severity.Warning;

    public override int Points => 40;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("a list of checks", "Export orders", "Acceptance criteria:\n- one row per article\n- the file opens in a spreadsheet"),
        new("an example", "Refuse used vouchers", "Given a voucher that was used once\nWhen it is entered again\nThen the total stays as it is"),
        new("a rule for a case", "Refuse used vouchers", "If a voucher was used before, the total stays as it is and the basket shows the day of its use."),
        new("a list of what belongs to it", "Export orders", "The file should include:\n- date\n- total"),
        new("German, a list of checks", "Bestellungen exportieren", "Fertig wenn:\n- eine Zeile je Artikel\n- das Jahr im Namen") { Language = "de" },
        new("German, an example", "Gutschein ablehnen", "Angenommen ein Gutschein ist eingelöst\nWenn er noch einmal eingegeben wird\nDann bleibt die Summe gleich") { Language = "de" },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("a wish only", "Export orders", "A clerk wants to have all orders of a year in a file."),
        new("German, a wish only", "Bestellungen exportieren", "Die Sachbearbeiterin hätte gern alle Bestellungen in einer Datei.") { Language = "de" },
        new("a topic and a reason", "Order export", "The tax office asks for all orders of a year.", WorkItemKind.Task),
    ];

    // A bug is checked by what was expected, a spike by its question.
    public override bool AppliesTo(WorkItemKind kind) => kind is WorkItemKind.Story or WorkItemKind.Task or WorkItemKind.Other;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        var stated = item.HasTitleOnly || item.Criteria.Stated || BehaviourReader.IsStated(item.Description, item.VagueWords(team)) || BehaviourReader.Tells(item.Title)
            || TitleFacts.IsItsOwnCheck(item) || TitleFacts.IsRoutine(item);
        return stated ? [] : [Found()];
    }
}
