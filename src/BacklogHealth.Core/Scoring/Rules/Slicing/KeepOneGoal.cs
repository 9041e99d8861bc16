using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Slicing;

/// <summary>The title and the wish have one goal: no two verbs joined by "and".</summary>
internal sealed class KeepOneGoal : ItemRule
{
    public override string Id => "SL001";

    public override Criterion Criterion => Criterion.Atomic;

    public override string Title => "Keep to one goal";

    public override string Rationale => "Goals that are joined are finished together, late; apart, the first is in use while the second is built.";

    public override Source Source => new("Quality User Story framework: atomic; patterns for splitting by operations", "Lucassen et al. 2016, DOI 10.1007/s00766-016-0250-x; Lawrence, Humanizing Work");

    public override Reading? Reading { get; } = new(41, 29, "all findings on public items of Jira projects and on nine sets of stories, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 25;

    public override Score Feeds => Score.Slicing;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("one verb", "Create a voucher", "As a clerk I want to create a voucher."),
        new("nouns may be joined", "Show terms and conditions", "As a buyer I want to read the terms and conditions."),
        new("verbs that belong together", "Search and find articles by colour", "As a buyer I want to drag and drop articles."),
        new("what comes of it is no second goal", "Show shops near the buyer", "As a buyer I want to enter my town and see the shops there."),
        new("two sides of one change", "Rename the old filter and deprecate its name"),
        new("made and put to use", "Create a folder for receipts and move the old files there"),
        new("what the first one made", "Improve the help of the shop and translate it"),
        new("how things are", "Import of orders should check the year and reject old ones"),
        new("German, made and put to use", "Ordner für Belege anlegen und alte Dateien dorthin verschieben") { Language = "de" },
        new("German, a step on the way", "Filialen zeigen", "Als Käuferin möchte ich meinen Ort eingeben und die Filialen dort sehen.") { Language = "de" },
        new("German, joined nouns", "Namen, Adresse und Telefonnummer ändern") { Language = "de" },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("four operations", "Create, edit, share and expire vouchers"),
        new("two goals in the wish", "Vouchers for clerks", "As a clerk I want to create a voucher and send it to the customer by post."),
        new("German, verbs at the end", "Gutscheine für Freunde", "Als Käufer möchte ich einen Gutschein anlegen und per Post verschicken können, damit er rechtzeitig ankommt.") { Language = "de" },
        new("German, verbs made nouns", "Anlegen, Ändern und Löschen von Gutscheinen") { Language = "de" },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is WorkItemKind.Story or WorkItemKind.Task or WorkItemKind.Other;

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        foreach (var clause in item.Clauses)
        {
            var verbs = ClauseVerbs.In(clause, item.Language);
            if (JoinedGoals.ArePlain(item, clause, verbs))
            {
                return [Found(verbs.Select(v => clause.Text.WordsAsEvidence(v, 1))) with { Cut = item.Language.VerbsStandLast ? null : OwnCut.ByOperations(clause, verbs) }];
            }
        }

        return [];
    }
}
