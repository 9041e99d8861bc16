using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Numbers;
using BacklogHealth.Reports.Pages;
using ScottPlot;
using SkiaSharp;

namespace BacklogHealth.Reports.Charts;

/// <summary>Cycle time of each finished item over the day it was finished, with the lines below which 50, 85 and 95 of 100 stay.</summary>
internal sealed class CycleTimeScatterplot(CycleTimeNumbers data) : Chart
{
    public override string Id => "cycle-time";

    public override Sentence Question => $"How long does an item take once it is started?";

    public override Sentence HowToRead => $"Each point is a finished item: further up, it took longer. A line marked 85 has 85 of 100 points on or below it. Triangles at the top edge took longer than the axis shows.";

    public override Sentence Title => $"85 of 100 items took {data.P85!.Value:no days|# day|# days} or less";

    public override Sentence Caption =>
        data.LeftOut == 0
            ? (Sentence)$"Days from started to finished, both counted, {data.From:full} to {data.To.AddDays(-1):full}, n = {data.Points.Length}"
            : $"Days from started to finished, both counted, {data.From:full} to {data.To.AddDays(-1):full}, n = {data.Points.Length}; {data.LeftOut} without a known start left out";

    public override Sentence Alt =>
        $"{Title}; half took {data.P50!.Value:no days|# day|# days} or less and 95 of 100 took {data.P95!.Value:no days|# day|# days} or less. The longest took {data.Points.Max(p => p.Days):no days|# day|# days}.";

    public override Table Numbers => Table.Of(
        [new($"Item", ColumnKind.Key), new($"Finished"), new($"Days", ColumnKind.Number)],
        [
            [$"50 of 100", Sentence.None, data.P50!.Value],
            [$"85 of 100", Sentence.None, data.P85!.Value],
            [$"95 of 100", Sentence.None, data.P95!.Value],
            // The newest first, as for all lists of items: where a page shows the first of many, these matter most.
            .. data.Points.Reverse().Select(p => new Sentence[] { Sentence.Data(p.Key), $"{p.Finished:short full}", p.Days }),
        ]);

    public override Sentence? TooLittle => data.Points.Length >= NumbersOf.FewestItems ? null
        : (Sentence)$"{data.Points.Length:no items|# item|# items} with a known start {data.Points.Length:was|were} finished from {data.From:full} to {data.To.AddDays(-1):full}; from {NumbersOf.FewestItems} on, cycle times are shown here.";

    protected override Sentence NeutralTitle => $"How long items take";

    public override void Draw(ChartPaper paper)
    {
        double from = data.From.DayNumber - 1, to = data.To.DayNumber;
        var longest = data.Points.Max(p => p.Days);
        var top = paper.Axes(from, to, Math.Min(longest, Math.Max(5, data.P95!.Value * 1.6)));
        paper.DayLabels(data.From, data.To);

        var inside = data.Points.Where(p => p.Days <= top).ToList();
        paper.Points(inside.Where(p => p.Days <= data.P95).Select(p => new ChartPoint(p.Finished.DayNumber, p.Days)), MarkerShape.FilledCircle, 6, paper.Blue, 0.65);
        paper.Points(inside.Where(p => p.Days > data.P95).Select(p => new ChartPoint(p.Finished.DayNumber, p.Days)), MarkerShape.FilledCircle, 7, paper.Vermilion);
        paper.Points(data.Points.Where(p => p.Days > top).Select(p => new ChartPoint(p.Finished.DayNumber, top)), MarkerShape.FilledTriangleUp, 9, paper.Vermilion);

        var lines = new (int Percent, int Days)[] { (50, data.P50!.Value), (85, data.P85!.Value), (95, data.P95!.Value) };
        var below = double.NegativeInfinity;
        foreach (var (percent, days) in lines)
        {
            paper.Level(from, to, days, 1.2f, percent == 85 ? LinePattern.Solid : LinePattern.Dashed);
            if (days - below > top * 0.085)
            {
                paper.Label(percent == 85 ? (Sentence)$"85 of 100: {days:no days|# day|# days}" : $"{percent}: {days}", to, days, SKTextAlign.Right, bold: percent == 85);
                below = days;
            }
        }

        if (longest > top)
        {
            paper.Label($"▲ {data.Points.Count(p => p.Days > top)} took longer, up to {longest:no days|# day|# days}", from, top, dy: -12, bold: false);
        }
    }
}
