using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Backlog;

/// <summary>A due date is one that fewer than half of the futures miss.</summary>
internal sealed class PromiseWhatCanBeKept : OutlookRule
{
    private const double EvenOdds = 0.50;
    private const int Futures = 20;

    public override string Id => "BL010";

    public override Criterion Criterion => Criterion.Estimatable;

    public override string Title => "Promise what can be kept";

    public override string Rationale => "A day that most futures miss is a disappointment with a date; said now, there is still time to move the item or the day.";

    public override Source Source => new("Kanban Guide: service level expectation", "Kanban Guide; a forecast is a range with a probability. The bound of even odds is our judgement");

    public override Severity Severity => Severity.Info;

    public override int Points => 10;

    public override Score Feeds => Score.Slicing;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("likely in time", "Send the yearly statement") { Outlook = new(new DateOnly(2026, 4, 1), 3, 0.85) },
        new("as likely as not", "Send the yearly statement") { Outlook = new(new DateOnly(2026, 4, 1), 9, 0.50) },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("most futures miss it", "Send the yearly statement") { Outlook = new(new DateOnly(2026, 4, 1), 30, 0.15) },
        new("no future meets it", "Send the yearly statement") { Outlook = new(new DateOnly(2026, 3, 4), 80, 0) },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is not (WorkItemKind.Epic or WorkItemKind.SubTask);

    internal override IEnumerable<Finding> Check(DueOutlook outlook) => outlook.Chance >= EvenOdds ? [] :
    [
        Found(
            null, null,
            ("due", outlook.Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("n", Math.Round(Futures * outlook.Chance).ToString(CultureInfo.InvariantCulture)),
            ("place", outlook.Place.ToString(CultureInfo.InvariantCulture))),
    ];
}
