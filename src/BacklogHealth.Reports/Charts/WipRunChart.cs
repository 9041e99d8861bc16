using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using ScottPlot;
using SkiaSharp;

namespace BacklogHealth.Reports.Charts;

/// <summary>Items in progress, day by day.</summary>
internal sealed class WipRunChart(WipRun data) : Chart
{
    private const int FewestDays = 28;

    public override string Id => "wip";

    public override Sentence Question => $"How much is in progress at once, and does that change?";

    public override Sentence HowToRead => $"The line is the number of items in progress at the end of each day, the dashed one the middle of all these days. While it rises, more is begun than finished, and every item takes longer.";

    public override Sentence Title => (data.Last!.Value - data.Median!.Value) switch
    {
        > 0.5 => $"{data.Last.Value:# item is|# items are} in progress, more than the usual {data.Median.Value}",
        < -0.5 => $"{data.Last.Value:No item is|# item is|# items are} in progress, fewer than the usual {data.Median.Value}",
        _ => $"{data.Last.Value:No item is|# item is|# items are} in progress, as usual",
    };

    public override Sentence Caption => $"Items in progress at the end of each day, {data.Days.First:short full} to {Until:short full}, n = {data.Days.Counts.Length:# day|# days}";

    public override Sentence Alt => $"{Title}. Most were in progress at once: {data.Most}; fewest: {data.Days.Counts.Min()}.";

    public override Table Numbers => Table.Of(
        [new($"Day"), new($"In progress", ColumnKind.Number)],
        data.Days.Counts.Select((n, i) => (Day: data.Days.First.AddDays(i), n)).Where((_, i) => i % 7 == (data.Days.Counts.Length - 1) % 7).Select(d => new Sentence[] { $"{d.Day:short full}", d.n }));

    public override Sentence? TooLittle => data.Days.Counts.Length < FewestDays
        ? $"{data.Days.Counts.Length / 7:no whole weeks|# whole week|# whole weeks} of history so far; from {FewestDays / 7} weeks on, work in progress is shown here."
        : data.Most == 0 ? (Sentence)$"Nothing was in progress at the end of any day." : null;

    protected override Sentence NeutralTitle => $"Items in progress";

    private DateOnly Until => data.Days.First.AddDays(data.Days.Counts.Length - 1);

    public override void Draw(ChartPaper paper)
    {
        double from = data.Days.First.DayNumber, to = Until.DayNumber;
        paper.Axes(from, to, data.Most);
        paper.DayLabels(data.Days.First, Until);
        double[] days = [.. data.Days.Counts.Select((_, i) => from + i)];
        double[] counts = [.. data.Days.Counts.Select(n => (double)n)];
        paper.Area(days, [.. days.Select(_ => 0.0)], counts, paper.Blue, 0.14);
        paper.Curve(days, counts, paper.Blue);
        paper.Level(from, to, data.Median!.Value, 1.2f, LinePattern.Dashed);
        paper.Label($"usual: {data.Median.Value}", from, data.Median.Value);
        paper.Label($"{data.Last!.Value} now", to, data.Last.Value, SKTextAlign.Right, -4, -8);
    }
}
