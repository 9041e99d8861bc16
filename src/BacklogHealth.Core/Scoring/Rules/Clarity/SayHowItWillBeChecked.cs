using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>The item says by what it will be checked; a bug, what was expected; a spike, what it is to answer.</summary>
internal sealed class SayHowItWillBeChecked : ItemRule
{
    private static readonly WordList Expectations = WordList.Named("expectations");
    private static readonly WordList Questions = WordList.Named("questions");

    public override string Id => "CL004";

    public override Criterion Criterion => Criterion.Testable;

    public override string Title => "Say how the item will be checked";

    public override string Rationale => "An item that nobody can check cannot be agreed to be finished.";

    public override Source Source => new("INVEST in Good Stories", "Wake 2003, T for Testable; practice, not in the Scrum Guide");

    public override Severity Severity => Severity.Warning;

    public override int Points => 25;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("a list of checks", "Export orders", "Acceptance criteria:\n- one row per article\n- the file opens in a spreadsheet"),
        new("an example", "Refuse used vouchers", "Given a voucher that was used once\nWhen it is entered again\nThen the total stays as it is"),
        new("a rule for a case", "Refuse used vouchers", "If a voucher was used before, the total stays as it is and the basket shows the day of its use."),
        new("a list of what belongs to it", "Export orders", "The file should include:\n- date\n- total"),
        new("a bug with its expectation", "Total is wrong", "Two articles of 5 € give 9 €. Expected: 10 €.", WorkItemKind.Bug),
        new("a spike with its question", "Compare two map providers", "Which of the two shows house numbers offline?", WorkItemKind.Spike),
        new("German, a list of checks", "Bestellungen exportieren", "Fertig wenn:\n- eine Zeile je Artikel\n- das Jahr im Namen") { Language = "de" },
        new("German, an example", "Gutschein ablehnen", "Angenommen ein Gutschein ist eingelöst\nWenn er noch einmal eingegeben wird\nDann bleibt die Summe gleich") { Language = "de" },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("a wish only", "Export orders", "A clerk wants to have all orders of a year in a file."),
        new("a bug without", "Total differs", "Two articles of 5 € give 9 €.", WorkItemKind.Bug),
        new("a spike without", "Map providers", "Look at map providers for two days.", WorkItemKind.Spike),
        new("German, a wish only", "Bestellungen exportieren", "Die Sachbearbeiterin hätte gern alle Bestellungen in einer Datei.") { Language = "de" },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is not (WorkItemKind.Epic or WorkItemKind.SubTask);

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        if (item.HasTitleOnly || item.Criteria.Stated)
        {
            return [];
        }

        return item.Item.Kind switch
        {
            WorkItemKind.Bug => item.Says(Expectations) ? [] : [Found(null, null, ("for", "bug"))],
            WorkItemKind.Spike => item.Says(Questions) || Asks(item) ? [] : [Found(null, null, ("for", "spike"))],
            _ => BehaviourReader.IsStated(item.Description, item.VagueWords(team)) || BehaviourReader.Tells(item.Title) || TitleFacts.IsItsOwnCheck(item) || TitleFacts.IsRoutine(item) ? [] : [Found()],
        };
    }

    private static bool Asks(ItemReading item) => Array.Exists(item.Fields, f => f.Prose.Contains('?'));
}
