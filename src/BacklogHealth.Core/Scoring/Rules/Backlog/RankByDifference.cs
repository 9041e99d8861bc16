using System.Collections.Immutable;
using System.Globalization;
using BacklogHealth.Core.Scoring.Text;
using BacklogHealth.Core.WorkItems;

namespace BacklogHealth.Core.Scoring.Rules.Backlog;

/// <summary>Priorities tell items apart.</summary>
internal sealed class RankByDifference : WholeRule
{
    private const int Fewest = 20;
    private const double MostAlike = 0.9;
    private const double MostHigh = 0.6;
    private static readonly WordList High = WordList.Named("highPriorities");

    public override string Id => "BL004";

    public override Criterion Criterion => Criterion.Valuable;

    public override string Title => "Rank by difference";

    public override string Rationale => "Where most is urgent, the priority says nothing, and somebody else decides what comes first.";

    public override Source Source => new("Scrum Guide 2020", "the Product Backlog is an ordered list; that priorities lose their meaning is practice; the shares are our judgement");

    public override Severity Severity => Severity.Info;

    public override int Points => 5;

    public override Score Feeds => Score.Clarity;

    public override ImmutableArray<Example> Good { get; } =
    [
        new("a few are high", "Pay with a voucher") { Facts = [ExampleFact.Priority("High")], Beside = [.. Others(8, "High"), .. Others(20, "Medium"), .. Others(9, "Low")] },
        new("too few to tell", "Pay with a voucher") { Facts = [ExampleFact.Priority("High")], Beside = [.. Others(8, "High")] },
    ];

    public override ImmutableArray<Example> Bad { get; } =
    [
        new("most are high", "Pay with a voucher") { Facts = [ExampleFact.Priority("High")], Beside = [.. Others(20, "High"), .. Others(7, "Medium")] },
        new("all are the same", "Pay with a voucher") { Facts = [ExampleFact.Priority("Medium")], Beside = [.. Others(30, "Medium")] },
    ];

    public override bool AppliesTo(WorkItemKind kind) => kind != WorkItemKind.SubTask;

    internal override IEnumerable<BacklogFinding> Check(BacklogIndex backlog, TeamContext team)
    {
        var named = backlog.Rows.Where(r => r is { IsOpen: true, Priority: not null } && AppliesTo(r.Kind)).ToList();
        if (named.Count < Fewest)
        {
            yield break;
        }

        var levels = named.GroupBy(r => r.Priority!, StringComparer.OrdinalIgnoreCase).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.OrdinalIgnoreCase).ToList();
        var high = levels.FindAll(l => IsHigh(l.Key, LanguageWords.For(team.Language)));
        if (levels[0].Count() >= MostAlike * named.Count)
        {
            yield return Of("same", levels.GetRange(0, 1), named.Count);
        }
        else if (high.Sum(l => l.Count()) >= MostHigh * named.Count)
        {
            yield return Of("high", high, named.Count);
        }
    }

    private static bool IsHigh(string priority, LanguageWords language)
    {
        var words = Words.Read(priority, language.Lexicon);
        return High.First(words, 0, words.Length) >= 0;
    }

    private BacklogFinding Of(string why, List<IGrouping<string, IndexRow>> levels, int all) => new("", Found(
        null, null,
        ("for", why),
        ("n", levels.Sum(l => l.Count()).ToString(CultureInfo.InvariantCulture)),
        ("of", all.ToString(CultureInfo.InvariantCulture)),
        ("names", string.Join(", ", levels.Select(l => $"“{l.Key}”")))));

    private static IEnumerable<Example> Others(int count, string priority) => Enumerable.Range(1, count).Select(i => new Example("", $"Other item {i}") { Facts = [ExampleFact.Priority(priority)] });
}
