using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Numbers;
using BacklogHealth.Reports.Pages;
using ScottPlot;
using SkiaSharp;

namespace BacklogHealth.Reports.Charts;

/// <summary>Values in order of time between the natural limits of their process: what lies within is noise, what stands out is a signal.</summary>
internal sealed class ProcessBehaviourChart(ProcessNumbers data) : Chart
{
    public override string Id => data.Id;

    public override Sentence Question => data.Weekly
        ? (Sentence)$"Which weeks differ from the others by more than chance?"
        : $"Which items differ from the others by more than chance?";

    public override Sentence HowToRead => $"The line in the middle is the average, the dashed lines are the natural limits: the average and 2.66 times the mean distance of neighbours on either side. A point outside them, or {ProcessBehaviour.LongRun} in a row on one side of the average, has a cause worth asking for. All others are noise: asking why one is higher than the one before leads nowhere.";

    public override Sentence Title => (Limits.Outside.Length, Limits.Run, data.Weekly) switch
    {
        (0, null, true) when data.ChangedSince is { } since => $"No single week stands out, but since {since} the pace is another",
        (0, null, true) when Low < 1 => $"No week stands out: up to {High:# item|# items} is this team's noise",
        (0, null, true) => $"No week stands out: {Low} to {High:# item|# items} is this team's noise",
        (0, null, _) when Low < 1 => $"No item stands out: up to {High:# day|# days} is this team's noise",
        (0, null, _) => $"No item stands out: {Low} to {High:# day|# days} is this team's noise",
        (0, { } run, true) => $"From {data.Points[run].Day} on, {ProcessBehaviour.LongRun} weeks or more in a row lie on one side of the average",
        (0, { } run, _) => $"From {data.Points[run].Day} on, {ProcessBehaviour.LongRun} items or more in a row lie on one side of the average",
        (1, _, true) => $"1 of {data.Points.Length} weeks stands out: {Only.Value:no items|# item|# items} in the week from {Only.Day}",
        (1, _, _) => $"1 of {data.Points.Length} items stands out: {Only.Value:no days|# day|# days} on {Only.Day}",
        (var count, _, true) => $"{count} of {data.Points.Length} weeks stand out",
        var (count, _, _) => $"{count} of {data.Points.Length} items stand out",
    };

    public override Sentence Caption => data.Weekly
        ? (Sentence)$"Finished items a week, {data.Points[0].Day:short full} to {data.Points[^1].Day:short full}, n = {data.Points.Length}"
        : $"Days from started to finished, {data.Points[0].Day:short full} to {data.Points[^1].Day:short full}, n = {data.Points.Length}";

    public override Sentence Alt => $"{Title}. The average is {Limits.Average}, the natural limits are {Limits.Lower} and {Limits.Upper}.";

    public override Table Numbers => Table.Of(
        data.Weekly ? [new($"Week from"), new($"Finished items a week", ColumnKind.Number)] : [new($"Item"), new($"Days from started to finished", ColumnKind.Number)],
        [
            [$"Average", Limits.Average],
            [$"Lower limit", Limits.Lower],
            [$"Upper limit", Limits.Upper],
            .. (data.Weekly ? data.Points : data.Points.Reverse()).Select(p => new Sentence[] { p.Name.Length == 0 ? $"{p.Day:short full}" : (Sentence)$"{p.Name}, {p.Day:short full}", p.Value }),
        ]);

    public override Sentence? TooLittle => data.Limits is not null ? null
        : data.Weekly ? $"{data.Points.Length:no weeks|# week|# weeks} so far; from {ProcessBehaviour.Fewest} on, signal and noise are told apart here."
        : (Sentence)$"{data.Points.Length:no items|# item|# items} so far; from {ProcessBehaviour.Fewest} on, signal and noise are told apart here.";

    protected override Sentence NeutralTitle => data.Weekly ? $"Finished items a week" : (Sentence)$"Days from started to finished";

    private ProcessPoint Only => data.Points[Limits.Outside[0]];

    private int Low => Limits.Lower < 1 ? 0 : (int)Math.Ceiling(Limits.Lower);

    private int High => (int)Math.Floor(Limits.Upper);

    private ProcessBehaviour Limits => data.Limits!;

    public override void Draw(ChartPaper paper)
    {
        double from = data.Points[0].Day.DayNumber, to = Math.Max(from + 7, data.Points[^1].Day.DayNumber);
        var most = Math.Max(Limits.Upper, Limits.Upper * 1.6);
        var top = paper.Axes(from, to, Math.Max(Limits.Upper, Math.Min(most, data.Points.Max(p => p.Value))));
        paper.DayLabels(data.Points[0].Day, data.Points[^1].Day);
        paper.Band(from, to, Limits.Lower, Limits.Upper, paper.Blue, 0.10);
        paper.Level(from, to, Limits.Average, 1.2f);
        paper.Level(from, to, Limits.Upper, 1.2f, LinePattern.Dashed);
        if (Limits.Lower > 0)
        {
            paper.Level(from, to, Limits.Lower, 1.2f, LinePattern.Dashed);
        }

        var outside = Limits.Outside.ToHashSet();
        var marked = data.Points.Select((p, i) => new { X = (double)p.Day.DayNumber, Y = (double)p.Value, Signal = outside.Contains(i) }).ToList();
        paper.Points(marked.Where(m => !m.Signal).Select(m => new ChartPoint(m.X, m.Y)), MarkerShape.FilledCircle, 6, paper.Blue, 0.75);
        paper.Points(marked.Where(m => m.Signal && m.Y <= top).Select(m => new ChartPoint(m.X, m.Y)), MarkerShape.FilledCircle, 8, paper.Vermilion);
        paper.Points(marked.Where(m => m.Y > top).Select(m => new ChartPoint(m.X, top)), MarkerShape.FilledTriangleUp, 9, paper.Vermilion);
        paper.Label($"limit {Limits.Upper}", to, Limits.Upper, SKTextAlign.Right, bold: false);
        paper.Label($"average {Limits.Average}", to, Limits.Average, SKTextAlign.Right);
        if (marked.Any(m => m.Y > top))
        {
            paper.Label($"▲ {marked.Count(m => m.Y > top)} above the axis, up to {data.Points.Max(p => p.Value)}", from, top, dy: -12, bold: false);
        }
    }
}
