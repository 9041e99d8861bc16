using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Numbers;
using BacklogHealth.Reports.Pages;
using SkiaSharp;

namespace BacklogHealth.Reports.Charts;

/// <summary>Finished items a week, oldest week first, empty weeks included.</summary>
internal sealed class ThroughputRunChart(ThroughputNumbers data) : Chart
{
    private const int FewestWeeks = 4;

    private readonly int _items = data.Weeks.Sum(w => w.Items);

    public override string Id => "throughput";

    public override Sentence Question => $"How many items are finished a week, and does that change?";

    public override Sentence HowToRead => $"Each bar is a week of seven days up to today; a gap is a week without a finished item. The line is a typical week (half of the weeks had as many or more), or the mean before and since a change.";

    public override Sentence Title => data.Shift is { } shift
        ? (Sentence)$"{shift.NowPerWeek:# item is|# items are} finished a week since {shift.Since}; it was {shift.BeforePerWeek} before"
        : Median > 0 ? (Sentence)$"About {Median:# item is|# items are} finished a week"
        : 2 * data.Weeks.Count(w => w.Items == 0) > data.Weeks.Length ? $"In most weeks nothing is finished"
        : (Sentence)$"In half of the weeks nothing is finished";

    public override Sentence Caption => $"Finished items a week, {data.Weeks.Length:no weeks|# week|# weeks} to {Last.First.AddDays(6)}, n = {_items}";

    public override Sentence Alt =>
        $"{Title}. Bars for {data.Weeks.Length} weeks, from {data.Weeks.Min(w => w.Items)} to {data.Weeks.Max(w => w.Items):no items|# item|# items} a week.";

    public override Table Numbers => Table.Of(
        [new($"Week from"), new($"Finished items", ColumnKind.Number)],
        data.Weeks.Select(w => new Sentence[] { $"{w.First:short full}", w.Items }));

    public override Sentence? TooLittle =>
        data.Weeks.Length < FewestWeeks ? (Sentence)$"{data.Weeks.Length:no whole weeks|# whole week|# whole weeks} of history so far; from {FewestWeeks} weeks on, the pace is shown here."
        : _items == 0 ? (Sentence)$"Nothing was finished in the {data.Weeks.Length} weeks to {Last.First.AddDays(6)}; the pace is shown here once something is."
        : null;

    protected override Sentence NeutralTitle => $"Items finished a week";

    private int Median => data.Weeks.Select(w => w.Items).Order().ElementAt((data.Weeks.Length - 1) / 2);

    private WeekCount Last => data.Weeks[^1];

    public override void Draw(ChartPaper paper)
    {
        var first = data.Weeks[0].First;
        double from = first.DayNumber, to = Last.First.DayNumber + 7;
        paper.Axes(from, to, data.Weeks.Max(w => w.Items));
        paper.DayLabels(first, Last.First.AddDays(7));
        foreach (var week in data.Weeks)
        {
            var left = week.First.DayNumber;
            paper.Bar(left + 0.9, left + 6.1, week.Items, data.Shift is { } s && week.First >= s.Since ? paper.Vermilion : paper.Blue);
        }

        if (data.Shift is { } shift)
        {
            double since = shift.Since.DayNumber;
            paper.Level(from + 0.9, since - 0.9, shift.BeforePerWeek);
            paper.Level(since + 0.9, to - 0.9, shift.NowPerWeek);
            paper.Label($"{shift.BeforePerWeek} a week", from + 0.9, Above(data.Weeks.Take(Covered(paper)), shift.BeforePerWeek));
            paper.Label($"{shift.NowPerWeek} since {shift.Since:short}", to - 0.9, Above(data.Weeks.TakeLast(Covered(paper)), shift.NowPerWeek), SKTextAlign.Right);
        }
        else
        {
            paper.Level(from + 0.9, to - 0.9, Median);
            paper.Label($"typical week: {Median}", to - 0.9, Above(data.Weeks.TakeLast(Covered(paper)), Median), SKTextAlign.Right);
        }
    }

    /// <summary>Labels stand above the bars that they would cover, and above their line.</summary>
    private static double Above(IEnumerable<WeekCount> weeks, double level) => Math.Max(level, weeks.Max(w => w.Items));

    private int Covered(ChartPaper paper) => Math.Max(1, (int)Math.Ceiling(data.Weeks.Length * (paper.Narrow ? 0.42 : 0.28)));
}
