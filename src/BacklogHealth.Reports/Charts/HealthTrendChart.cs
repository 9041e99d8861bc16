using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using ScottPlot;
using SkiaSharp;

namespace BacklogHealth.Reports.Charts;

/// <summary>Median clarity and slicing of the open items as each week's last run said them.</summary>
internal sealed class HealthTrendChart(HealthTrend data) : Chart
{
    private const int FewestWeeks = 3;

    public override string Id => "health-trend";

    public override Sentence Question => $"Do the open items get clearer and smaller?";

    public override Sentence HowToRead => $"The blue line is the median clarity of the open items, the grey one their median slicing, as the last run of each week said it. Hollow marks are from another version of the rules, so that a step beside them may come from the rules. How it moves says more than how high it is.";

    public override Sentence Title => (First.MedianClarity, Last.MedianClarity) switch
    {
        ({ } then, { } now) when now - then >= 1 => $"Median clarity rose from {then} to {now} since {Day(data.Weeks.First(w => w.Point.MedianClarity is not null))}",
        ({ } then, { } now) when then - now >= 1 => $"Median clarity fell from {then} to {now} since {Day(data.Weeks.First(w => w.Point.MedianClarity is not null))}",
        _ => $"Median clarity stays at {Last.MedianClarity!.Value}",
    };

    public override Sentence Caption => $"Median of the open items, 0 to 100, by week, {data.Weeks[0].Monday:short full} to {data.Weeks[^1].Monday:short full}, n = {data.Weeks.Length:# week|# weeks}";

    public override Sentence Alt => Last.MedianSlicing is { } slicing ? $"{Title}. Median slicing is {slicing}." : (Sentence)$"{Title}.";

    public override Table Numbers => Table.Of(
        [new($"Week from"), new($"Median clarity", ColumnKind.Number), new($"Median slicing", ColumnKind.Number), new($"Open items", ColumnKind.Number), new($"Version")],
        data.Weeks.Select(w => new Sentence[] { $"{w.Monday:short full}", Cell(w.Point.MedianClarity), Cell(w.Point.MedianSlicing), Cell(w.Point.OpenItems), Sentence.Data(w.Point.Version) }));

    public override Sentence? TooLittle => data.Weeks.Count(w => w.Point.MedianClarity is not null) < FewestWeeks || Last.MedianClarity is null
        ? (Sentence)$"The trend grows with each weekly run: {data.Weeks.Length:no week|# week|# weeks} so far; from {FewestWeeks} on, it is drawn here."
        : null;

    protected override Sentence NeutralTitle => $"Clarity and slicing from week to week";

    private HealthPoint First => data.Weeks.First(w => w.Point.MedianClarity is not null).Point;

    private HealthPoint Last => data.Weeks[^1].Point;

    public override void Draw(ChartPaper paper)
    {
        double from = data.Weeks[0].Monday.DayNumber, to = Math.Max(data.Weeks[^1].Monday.DayNumber, from + 7);
        paper.Axes(from, to, 100);
        paper.DayLabels(data.Weeks[0].Monday, DateOnly.FromDayNumber((int)to));
        var clarity = Line(paper, w => w.Point.MedianClarity, paper.Blue);
        var slicing = Line(paper, w => w.Point.MedianSlicing, paper.Soft);
        paper.Label($"clarity {clarity}", to, clarity, SKTextAlign.Right, dy: clarity >= slicing ? -8 : 16);
        if (Last.MedianSlicing is not null)
        {
            paper.Label($"slicing {slicing}", to, slicing, SKTextAlign.Right, dy: clarity >= slicing ? 16 : -8, bold: false);
        }
    }

    private double Line(ChartPaper paper, Func<TrendWeek, double?> value, Color color)
    {
        var points = data.Weeks.Where(w => value(w) is not null).Select(w => new { X = (double)w.Monday.DayNumber, Y = value(w)!.Value, w.SameRules }).ToList();
        paper.Curve([.. points.Select(p => p.X)], [.. points.Select(p => p.Y)], color);
        paper.Points(points.Where(p => p.SameRules).Select(p => new ChartPoint(p.X, p.Y)), MarkerShape.FilledCircle, 6, color);
        paper.Points(points.Where(p => !p.SameRules).Select(p => new ChartPoint(p.X, p.Y)), MarkerShape.OpenCircle, 6, color);
        return points.Count == 0 ? 0 : points[^1].Y;
    }

    private static Sentence Cell(double? value) => value is { } v ? v : Sentence.None;

    private static Sentence Day(TrendWeek week) => $"{week.Monday}";
}
