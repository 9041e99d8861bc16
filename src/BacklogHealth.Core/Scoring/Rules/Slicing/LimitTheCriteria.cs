using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Slicing;

/// <summary>An item has no more acceptance criteria than one piece of work has.</summary>
internal sealed class LimitTheCriteria : ItemRule
{
    private const int Most = 8;
    private static readonly WordList Given = WordList.Named("given");
    private static readonly WordList LeftOut = WordList.Named("leftOut");

    public override string Id => "SL002";

    public override Criterion Criterion => Criterion.Small;

    public override string Title => "Split an item with more than eight acceptance criteria";

    public override string Rationale => "Many criteria are several items under one name; the last of them holds up the first.";

    public override Source Source => new("INVEST in Good Stories", "Wake 2003, S for Small; the number is our judgement, practice, not in the Scrum Guide");

    public override Reading? Reading { get; } = new(5, 4, "all findings on public items of Jira projects, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 25;

    public override Score Feeds => Score.Slicing;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("three criteria", "Export orders", "Acceptance criteria:\n- one row per article\n- the file opens in a spreadsheet\n- the year is in its name"),
        new("a long list of something else", "Export orders", "Columns:\n- a\n- b\n- c\n- d\n- e\n- f\n- g\n- h\n- i\n- j"),
        new("what is left out", "Export orders", "Acceptance criteria:\n- one row per article\n- the year in the name\n- does not include totals\n- does not include taxes\n- does not include rights\n- does not include mails\n- does not include heads\n- does not include cancelled ones\n- does not include currencies"),
        new("running text", "Export orders", "Expected result:\nThere is a file.\nIt has rows.\nOne a day.\nFor clerks.\nFor taxes.\nWith heads.\nWith totals.\nWith years.\nWith names."),
        new("German, two criteria", "Bestellungen exportieren", "Akzeptanzkriterien:\n- eine Zeile je Artikel\n- das Jahr im Namen") { Language = "de" },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("nine criteria", "Export orders", "Acceptance criteria:\n- one row per article\n- the year in the name\n- totals below\n- opens in a spreadsheet\n- a log entry\n- a mail when done\n- only for clerks\n- German and English heads\n- no cancelled orders"),
        new("ten ticks", "Export orders", "- [ ] rows\n- [ ] totals\n- [ ] year\n- [ ] log\n- [ ] mail\n- [ ] rights\n- [ ] heads\n- [ ] cancelled ones\n- [ ] taxes\n- [ ] currencies"),
        new("German, nine criteria", "Bestellungen exportieren", "Abnahmekriterien:\n- Zeilen\n- Summen\n- Jahr\n- Protokoll\n- Mail\n- Rechte\n- Köpfe\n- Stornos\n- Steuern") { Language = "de" },
    ];

    // What a bug lists is what is seen and what was expected.
    public override bool AppliesTo(WorkItemKind kind) => kind is not (WorkItemKind.Epic or WorkItemKind.SubTask or WorkItemKind.Bug);

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        var each = item.Criteria.Each.Length <= Most ? [] : Listed(item);
        return each.Length <= Most ? [] :
        [
            Found(each.Skip(Most), null, ("n", each.Length.ToString(System.Globalization.CultureInfo.InvariantCulture))) with
            {
                Cut = new Cut(SplitPatterns.Simple, [.. each.Select(e => e.Text.ReplaceLineEndings(" "))]) { First = Most },
            },
        ];
    }

    // Running text below a heading is no list, and what is left out is no work.
    private static ImmutableArray<Evidence> Listed(ItemReading item)
    {
        var lines = item.Description.Lines.Where(l => l.Kind is LineKind.ListItem or LineKind.Checkbox).Select(l => l.Start).ToHashSet();
        return [.. item.Criteria.Each.Where(IsListed)];

        bool IsListed(Evidence criterion)
        {
            var isField = string.Equals(criterion.Field, item.CriteriaField.Field, StringComparison.Ordinal);
            var text = isField ? item.CriteriaField : item.Description;
            var first = text.WordFrom(criterion.Start);
            return (isField || lines.Contains(criterion.Start) || Given.At(text.Words, first) > 0) && LeftOut.At(text.Words, first) == 0;
        }
    }
}
