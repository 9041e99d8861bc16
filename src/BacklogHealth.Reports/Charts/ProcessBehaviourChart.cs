using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Numbers;
using BacklogHealth.Reports.Pages;
using ScottPlot;
using SkiaSharp;

namespace BacklogHealth.Reports.Charts;

/// <summary>Values in order of time between the natural limits of their process: what lies within is noise, what stands out is a signal.</summary>
internal sealed class ProcessBehaviourChart(ProcessNumbers data, DateOnly today) : Chart
{
    public override string Id => data.Id;

    public override Sentence Question => $"Which {data.Ones} differ from the others by more than chance?";

    public override Sentence HowToRead => $"The line in the middle is the average, the dashed lines are the natural limits: the average and 2.66 times the mean distance of neighbours on either side. A point outside them, or {ProcessBehaviour.LongRun} in a row on one side of the average, has a cause worth asking for. All others are noise: asking why one is higher than the one before leads nowhere.";

    public override Sentence Title => (Limits.Outside.Length, Limits.Run) switch
    {
        (0, null) when data.ChangedSince is { } since => $"No single {data.One} stands out, but since {Say.Day(since, today)} the pace is another",
        (0, null) => $"No {data.One} stands out: {Range} is this team's noise",
        (0, { } run) => $"Since {Say.Day(data.Points[run].Day, today)} {data.Ones} stay on one side of the average, by more than chance",
        (1, _) => $"1 of {Say.Number(data.Points.Length)} {data.Ones} stands out: {Say.Count(data.Points[Limits.Outside[0]].Value, data.Unit)} on {Say.Day(data.Points[Limits.Outside[0]].Day, today)}",
        var (count, _) => $"{Say.Number(count)} of {Say.Number(data.Points.Length)} {data.Ones} stand out",
    };

    public override Sentence Caption => $"{data.What}, {Say.ShortFullDay(data.Points[0].Day)} to {Say.ShortFullDay(data.Points[^1].Day)}, n = {Say.Number(data.Points.Length)}";

    public override Sentence Alt => $"{Title}. The average is {Say.Decimal(Limits.Average)}, the natural limits are {Say.Decimal(Limits.Lower)} and {Say.Decimal(Limits.Upper)}.";

    public override Table Numbers => Table.Of(
        [new(data.Column), new(data.What, ColumnKind.Number)],
        [
            ["Average", Say.Decimal(Limits.Average)],
            ["Lower limit", Say.Decimal(Limits.Lower)],
            ["Upper limit", Say.Decimal(Limits.Upper)],
            .. data.Points.Select(p => new Sentence[] { $"{(p.Name.Length == 0 ? "" : $"{p.Name}, ")}{Say.ShortFullDay(p.Day)}", Say.Number(p.Value) }),
        ]);

    public override Sentence? TooLittle => data.Limits is not null ? null
        : $"{Say.Capital(Say.Count(data.Points.Length, data.One))} so far; from {ProcessBehaviour.Fewest} on, signal and noise are told apart here.";

    protected override Sentence NeutralTitle => data.What;

    private ProcessBehaviour Limits => data.Limits!;

    private string Range => Limits.Lower < 1 ? $"up to {Say.Count((int)Math.Floor(Limits.Upper), data.Unit)}" : $"{Say.Number((int)Math.Ceiling(Limits.Lower))} to {Say.Count((int)Math.Floor(Limits.Upper), data.Unit)}";

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
        var marked = data.Points.Select((p, i) => (X: (double)p.Day.DayNumber, Y: (double)p.Value, Signal: outside.Contains(i))).ToList();
        paper.Points(marked.Where(m => !m.Signal).Select(m => (m.X, m.Y)), MarkerShape.FilledCircle, 6, paper.Blue, 0.75);
        paper.Points(marked.Where(m => m.Signal && m.Y <= top).Select(m => (m.X, m.Y)), MarkerShape.FilledCircle, 8, paper.Vermilion);
        paper.Points(marked.Where(m => m.Y > top).Select(m => (m.X, top)), MarkerShape.FilledTriangleUp, 9, paper.Vermilion);
        paper.Label($"limit {Say.Decimal(Limits.Upper)}", to, Limits.Upper, SKTextAlign.Right, bold: false);
        paper.Label($"average {Say.Decimal(Limits.Average)}", to, Limits.Average, SKTextAlign.Right);
        if (marked.Any(m => m.Y > top))
        {
            paper.Label($"▲ {marked.Count(m => m.Y > top)} above the axis, up to {Say.Number(data.Points.Max(p => p.Value))}", from, top, dy: -12, bold: false);
        }
    }
}
