using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Slicing;

/// <summary>An estimate is not far above what the team usually estimates.</summary>
internal sealed class FitTheEstimate : BacklogRule
{
    private const int Fewest = 20;
    private const double MostTimes = 3;

    public override string Id => "SL012";

    public override Criterion Criterion => Criterion.Small;

    public override string Title => "Split what is estimated far above the usual";

    public override string Rationale => "The larger an estimate beside the others, the less is known about it, and the longer everything behind it waits.";

    public override Source Source => new("INVEST in Good Stories", "Wake 2003, S for Small; above the 95th percentile and three times the median of 20 items or more, our judgement; read on 108 items of 13 public projects, 93 right");

    public override Reading? Reading { get; } = new(108, 93, "public items of Jira projects, November 2026");

    public override Severity Severity => Severity.Warning;

    public override int Points => 15;

    public override Score Feeds => Score.Slicing;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("as usual", "Pay with a voucher") { Facts = [ExampleFact.Points(5)], Beside = [.. Usual(25, 5)] },
        new("too few to tell", "Pay with a voucher") { Facts = [ExampleFact.Points(40)], Beside = [.. Usual(8, 5)] },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("eight times the usual", "Pay with a voucher") { Facts = [ExampleFact.Points(40)], Beside = [.. Usual(25, 5)] },
        new("just above three times", "Pay with a voucher") { Facts = [ExampleFact.Points(10)], Beside = [.. Usual(25, 3)] },
    ];

    // A fault is mended or not, and a question has a time box: neither is split for its estimate.
    public override bool AppliesTo(WorkItemKind kind) => kind is WorkItemKind.Story or WorkItemKind.Task or WorkItemKind.Other;

    internal override IEnumerable<Finding> Check(ItemReading item, BacklogIndex backlog, TeamContext team)
    {
        var known = backlog.Estimates;
        if (item.Item.StoryPoints is not { } points || known.Length < Fewest)
        {
            return [];
        }

        var (median, high) = (known[known.Length / 2], known[(((known.Length * 95) + 99) / 100) - 1]);
        return points > high && points > MostTimes * median
            ? [Found(null, null, ("points", Number(points)), ("median", Number(median)), ("n", Number(known.Length))) with { Cut = OwnCut.Of(item) }]
            : [];
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static IEnumerable<Example> Usual(int count, double points) => Enumerable.Range(1, count).Select(i => new Example("", $"Other item {i}") { Facts = [ExampleFact.Points(points)] });
}
