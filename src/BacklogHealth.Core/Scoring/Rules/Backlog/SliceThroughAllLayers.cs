using System.Collections.Immutable;
using BacklogHealth.Core.Scoring.Rules.Slicing;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Backlog;

/// <summary>Items under one parent are cut by what somebody can do, not by layer.</summary>
internal sealed class SliceThroughAllLayers : BacklogRule
{
    private const int MostNamed = 3;

    public override string Id => "BL001";

    public override Criterion Criterion => Criterion.Vertical;

    public override string Title => "Slice through all layers";

    public override string Rationale => "A layer alone can be shown to nobody; feedback waits until the last layer is there.";

    public override Source Source => new("Humanizing Work guide to splitting user stories", "Lawrence and Green; practice, not in the Scrum Guide");

    public override Severity Severity => Severity.Warning;

    public override int Points => 25;

    public override Score Feeds => Score.Slicing;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("cut by what a buyer can do", "Pay with a voucher") { Beside = ["Give a voucher to a friend", "See what is left on a voucher"] },
        new("a layer that stands alone", "Voucher API") { Beside = ["Pay by card", "Print an invoice"] },
        new("German, cut by what a buyer can do", "Mit einem Gutschein bezahlen") { Language = "de", Beside = [new("", "Rest auf dem Gutschein anzeigen")] },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("cut by layer", "Voucher API") { Beside = ["Voucher UI", "Voucher database table"] },
        new("with verbs", "Build the frontend for gift cards") { Beside = ["Implement the gift card endpoint"] },
        new("German, the verb behind the layer", "Gutscheine: Oberfläche bauen") { Language = "de", Beside = [new("", "Gutschein-API"), new("", "Datenbanktabelle für Gutscheine")] },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is WorkItemKind.Story or WorkItemKind.Task or WorkItemKind.Other;

    internal override IEnumerable<Finding> Check(ItemReading item, BacklogIndex backlog, TeamContext team)
    {
        if (LayerTitle.Read(item.Title.Words, item.Language) is not { } own)
        {
            return [];
        }

        var others = backlog.Siblings(item.Item)
            .Where(s => LayerTitle.Read(Words.Read(s.Title, item.Language.Lexicon), item.Language) is { } other
                && !string.Equals(other.Layer, own.Layer, StringComparison.Ordinal)
                && other.Subject.Intersect(own.Subject, StringComparer.Ordinal).Any())
            .Select(s => s.Key)
            .Take(MostNamed)
            .ToList();
        return others.Count == 0 ? [] : [Found([item.Title.WordsAsEvidence(own.First, own.Length)], null, ("layer", own.Layer), ("others", string.Join(", ", others))) with { Cut = OwnCut.ByOperations(item) }];
    }
}
