using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Clarity;

/// <summary>The item says by what it will be checked.</summary>
internal sealed class SayHowItWillBeChecked : ItemRule
{
    private const int MostWords = 25;
    private const int LongTitle = 12;

    // Words spent on who wants it and why are no check.
    private const int MostOfStory = 40;

    public override string Id => "CL004";

    public override Criterion Criterion => Criterion.Testable;

    public override string Title => "Say how the item will be checked";

    public override string Rationale => "An item that nobody can check cannot be agreed to be finished.";

    public override Source Source => new("INVEST in Good Stories", "Wake 2003, T for Testable; practice, not in the Scrum Guide");

    public override Reading? Reading { get; } = new(518, 370, "public items of 19 Jira projects in eight draws and all improvements found, bugs left out, November 2026");

    public override Severity Severity => Severity.Warning;

    public override int Points => 20;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("a list of checks", "Export orders", "Acceptance criteria:\n- one row per article\n- the file opens in a spreadsheet"),
        new("an example", "Refuse used vouchers", "Given a voucher that was used once\nWhen it is entered again\nThen the total stays as it is"),
        new("a rule for a case", "Refuse used vouchers", "If a voucher was used before, the total stays as it is and the basket shows the day of its use."),
        new("a list of what belongs to it", "Export orders", "The file should include:\n- date\n- total"),
        new("something with a name", "Export the tax", "Write order_tax to the file."),
        new("a switch", "Turn on the export", "Nobody finds it."),
        new("a task that adds something", "Add a head to the export", "The tax office asks for it.", WorkItemKind.Task),
        new("a text to be read", "Document the export", "Clerks ask for it."),
        new("a fault that will be gone", "Export is missing a head", "The tax office asks for it."),
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
        // Cheapest first: most items are done with before their description is looked at.
        var stated = TitleFacts.IsRoutine(item) || TitleFacts.IsToBeRead(item) || TitleFacts.TellsFault(item) || TitleFacts.IsItsOwnCheck(item)
            || IsSeenBeside(item) || item.HasTitleOnly || TellsEnough(item) || item.Criteria.Stated || CodeReader.ShowsBlock(item.Description)
            || BehaviourReader.IsStated(item.Description, item.VagueWords(team)) || BehaviourReader.IsStated(item.Title, item.VagueWords(team));
        return stated ? [] : [Found()];
    }

    // What is to be better can be held against what is there, where the title says what will be other; "Improve the export" says no more than that.
    private static bool IsSeenBeside(ItemReading item) => WorkItemKinds.IsImprovement(item.Item.Type) && !TitleFacts.OnlyBetters(item);

    // Somewhere in a longer text there mostly is something to look at, as there is behind a link or a name of code; a title that promises something
    // better needs more than length.
    private static bool TellsEnough(ItemReading item)
    {
        var (text, title) = (item.Description, item.Title.Words.Length);
        var most = item.Story is null && !item.Reason.Given ? MostWords : MostOfStory;
        return title >= LongTitle || (text.Words.Length > most && !TitleFacts.OnlyBetters(item)) || CodeReader.PointsElsewhere(text) || CodeReader.Names(text, 0, text.Plain.Length);
    }
}
