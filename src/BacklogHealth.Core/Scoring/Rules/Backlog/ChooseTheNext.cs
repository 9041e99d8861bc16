using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Backlog;

/// <summary>The order of the backlog says what is worth most next.</summary>
internal sealed class ChooseTheNext : WholeRule
{
    private const int Fewest = 20;
    private const int FewestPairs = 15;
    private const double NearlyAll = 0.95;

    public override string Id => "BL013";

    public override Criterion Criterion => Criterion.Valuable;

    public override string Title => "Choose what comes next";

    public override string Rationale => "An order that nobody has made spends the money in the order in which wishes came in.";

    public override Source Source => new("Scrum Guide 2020", "the Product Owner orders the Product Backlog; that an order by date is none is our judgement");

    public override Severity Severity => Severity.Info;

    public override int Points => 5;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("somebody has ordered it", "Pay with a voucher") { Facts = [ExampleFact.Rank("z1"), ExampleFact.Created(10)], Beside = [.. InOrder(25, i => (i * 7 % 25) + 20)] },
        new("too few to tell", "Pay with a voucher") { Beside = ["Print a label"] },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("oldest first", "Pay with a voucher") { Facts = [ExampleFact.Rank("z1"), ExampleFact.Created(10)], Beside = [.. InOrder(25, i => 60 - i)] },
        new("no order at all", "Pay with a voucher") { Beside = [.. Enumerable.Range(1, 25).Select(i => new Example("", $"Other item {i}"))] },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind is not (WorkItemKind.Epic or WorkItemKind.SubTask);

    internal override IEnumerable<BacklogFinding> Check(BacklogIndex backlog, TeamContext team)
    {
        var (next, unranked) = (backlog.Order.Next, backlog.Order.Unranked);
        if (next.IsEmpty && unranked >= Fewest)
        {
            yield return Of("none", unranked, unranked);
        }
        else if (next.Length >= Fewest)
        {
            var (pairs, older, younger) = (0, 0, 0);
            for (var i = 1; i < next.Length; i++)
            {
                var order = next[i].Created.CompareTo(next[i - 1].Created);
                pairs += order == 0 ? 0 : 1;
                older += order > 0 ? 1 : 0;
                younger += order < 0 ? 1 : 0;
            }

            var most = Math.Max(older, younger);
            if (pairs >= FewestPairs && most >= NearlyAll * pairs)
            {
                yield return Of(older > younger ? "oldest" : "youngest", most, pairs);
            }
        }
    }

    private BacklogFinding Of(string why, int n, int of) =>
        new("", Found(null, null, ("for", why), ("n", n.ToString(CultureInfo.InvariantCulture)), ("of", of.ToString(CultureInfo.InvariantCulture))));

    private static IEnumerable<Example> InOrder(int count, Func<int, int> daysAgo) => Enumerable.Range(0, count)
        .Select(i => new Example("", $"Other item {i}") { Facts = [ExampleFact.Rank(i.ToString("D2", CultureInfo.InvariantCulture)), ExampleFact.Created(daysAgo(i))] });
}
