using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Backlog;

/// <summary>No other item has nearly the same title.</summary>
internal sealed class SayItOnce : BacklogRule
{
    public override string Id => "BL002";

    public override Criterion Criterion => Criterion.Unique;

    public override string Title => "Say it once";

    public override string Rationale => "What stands in a backlog twice is discussed twice, and at times built twice.";

    public override Source Source => new("Quality User Story framework: unique", "Lucassen et al. 2016, DOI 10.1007/s00766-016-0250-x");

    public override Severity Severity => Severity.Info;

    public override int Points => 15;

    public override Score Feeds => Score.Slicing;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("another object", "Pay with a voucher") { Beside = ["Pay with a gift card"] },
        new("another number", "Test phase 5 part 1 of the scanner") { Beside = ["Test phase 5 part 2 of the scanner"] },
        new("German, another object", "Mit Gutschein bezahlen") { Language = "de", Beside = [new("", "Mit Kreditkarte bezahlen")] },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("the same words in another order", "Let customers pay with a gift card") { Beside = ["Customers can pay by gift card"] },
        new("singular and plural, another verb", "Show delivery days in the basket") { Beside = ["Display the delivery day in the basket"] },
        new("German, a noun for the verb", "Bestellungen stornieren") { Language = "de", Beside = [new("", "Stornierung von Bestellungen")] },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind != WorkItemKind.SubTask;

    internal override IEnumerable<Finding> Check(ItemReading item, BacklogIndex backlog, TeamContext team)
    {
        var others = backlog.SameTitle(item.Item);
        return others.IsEmpty || item.Title.Words.Length == 0
            ? []
            : [Found([item.Title.WordsAsEvidence(0, item.Title.Words.Length)], null, ("others", string.Join(", ", others.Select(o => o.Key))))];
    }
}
