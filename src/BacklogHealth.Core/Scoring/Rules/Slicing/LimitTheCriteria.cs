using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Slicing;

/// <summary>An item has no more acceptance criteria than one piece of work has.</summary>
internal sealed class LimitTheCriteria : ItemRule
{
    private const int Most = 8;

    public override string Id => "SL002";

    public override Criterion Criterion => Criterion.Small;

    public override string Title => "Split an item with more than eight acceptance criteria";

    public override string Rationale => "Many criteria are several items under one name; the last of them holds up the first.";

    public override Source Source => new("INVEST in Good Stories", "Wake 2003, S for Small; the number is our judgement, practice, not in the Scrum Guide");

    public override Reading? Reading { get; } = new(10, 3, "public items of Jira projects, November 2026");

    public override Severity Severity => Severity.Info;

    public override int Points => 25;

    public override Score Feeds => Score.Slicing;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("three criteria", "Export orders", "Acceptance criteria:\n- one row per article\n- the file opens in a spreadsheet\n- the year is in its name"),
        new("a long list of something else", "Export orders", "Columns:\n- a\n- b\n- c\n- d\n- e\n- f\n- g\n- h\n- i\n- j"),
        new("German, two criteria", "Bestellungen exportieren", "Akzeptanzkriterien:\n- eine Zeile je Artikel\n- das Jahr im Namen") { Language = "de" },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("nine criteria", "Export orders", "Acceptance criteria:\n- one row per article\n- the year in the name\n- totals below\n- opens in a spreadsheet\n- a log entry\n- a mail when done\n- only for clerks\n- German and English heads\n- no cancelled orders"),
        new("ten ticks", "Export orders", "- [ ] rows\n- [ ] totals\n- [ ] year\n- [ ] log\n- [ ] mail\n- [ ] rights\n- [ ] heads\n- [ ] cancelled ones\n- [ ] taxes\n- [ ] currencies"),
        new("German, nine criteria", "Bestellungen exportieren", "Abnahmekriterien:\n- Zeilen\n- Summen\n- Jahr\n- Protokoll\n- Mail\n- Rechte\n- Köpfe\n- Stornos\n- Steuern") { Language = "de" },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is not (WorkItemKind.Epic or WorkItemKind.SubTask);

    internal override IEnumerable<Finding> Check(ItemReading item, TeamContext team)
    {
        var each = item.Criteria.Each;
        return each.Length <= Most ? [] :
        [
            Found(each.Skip(Most), null, ("n", each.Length.ToString(System.Globalization.CultureInfo.InvariantCulture))) with
            {
                Cut = new Cut(SplitPatterns.Simple, [.. each.Select(e => e.Text.ReplaceLineEndings(" "))]) { First = Most },
            },
        ];
    }
}
