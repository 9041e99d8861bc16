using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Goals;

/// <summary>Of what was shipped, somebody tells what came.</summary>
internal sealed class AskWhatCameOfIt : ShippedRule
{
    public override string Id => "GO008";

    public override Criterion Criterion => Criterion.Hypothesis;

    public override string Title => "Ask what came of it";

    public override string Rationale => "An epic is a guess about what helps; without a word from those it was for, the next guess is no better.";

    public override Source Source => new("Scrum Guide 2020", "the Sprint Review looks at the outcome and decides what to do next; a year and four weeks are our judgement");

    public override Severity Severity => Severity.Info;

    public override int Points => 10;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("somebody told", "Pay with a voucher", Kind: WorkItemKind.Epic) { Shipped = [new("CHK-1", 90, true), new("CHK-2", 40, true)] },
        new("nothing was finished", "Pay with a voucher", Kind: WorkItemKind.Epic),
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("nobody told", "Pay with a voucher", Kind: WorkItemKind.Epic) { Shipped = [new("CHK-1", 90, false), new("CHK-2", 40, true)] },
        new("of several nobody told", "Pay with a voucher", Kind: WorkItemKind.Epic) { Shipped = [new("CHK-1", 210, false), new("CHK-2", 90, false), new("CHK-3", 40, true)] },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind == WorkItemKind.Epic;

    internal override IEnumerable<BacklogFinding> Check(ImmutableArray<ShippedEpic> epics)
    {
        var silent = epics.Where(e => !e.Told).OrderByDescending(e => e.Days).ThenBy(e => e.Key, StringComparer.Ordinal).ToList();
        return silent.Count == 0 ? [] : [new BacklogFinding(silent[0].Key, Found(null, null, ("days", Said(silent[0].Days)), ("n", Said(silent.Count)), ("of", Said(epics.Length))))];
    }

    private static string Said(int number) => number.ToString(CultureInfo.InvariantCulture);
}
