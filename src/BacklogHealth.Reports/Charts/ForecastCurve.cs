using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using BacklogHealth.Reports.Parts;
using ScottPlot;
using SkiaSharp;

namespace BacklogHealth.Reports.Charts;

/// <summary>The chance that a delivery is done, over the days to come.</summary>
/// <param name="data">The curve.</param>
/// <param name="number">Its place among the curves of the report, from 1.</param>
internal sealed class ForecastCurve(DeliveryCurve data, int number) : Chart
{
    public override string Id => $"forecast-curve-{number}";

    public override Sentence Question => $"How does the chance grow with the day?";

    public override Sentence HowToRead => $"The line is the chance that all is done by a day: a steep line is a sure date, a flat one an unsure one. Dots mark the days that the report names at 50 and 85 of 100. It never reaches 100.";

    public override Sentence Title => data.Due is { } due && data.ChanceByDue is { } chance
        ? $"{Name}: {Futures.OfTwenty(chance)} futures end by {due}, the promised day"
        : (At(0.5), At(0.85)) switch
        {
            ({ } even, { } sure) => $"{Name}: half of the futures end by {even.Day}, 17 of 20 by {sure.Day}",
            ({ } even, null) => $"{Name}: half of the futures end by {even.Day}, fewer than 17 of 20 within two years",
            _ => (Sentence)$"{Name}: fewer than half of the futures end within two years",
        };

    public override Sentence Caption => $"Chance in % that {data.Items:# open item is|# open items are} done, by the end of each week, {data.Weeks[0].Day:short full} to {data.Weeks[^1].Day:short full}";

    public override Sentence Alt => $"{Title}.";

    public override Table Numbers => Table.Of(
        [new($"By"), new($"Chance in %", ColumnKind.Number)],
        data.Weeks.Select(w => new Sentence[] { $"{w.Day:short full}", Math.Round(100 * w.Chance, 1) }));

    public override Sentence? TooLittle => null;

    protected override Sentence NeutralTitle => $"The chance over the days to come";

    private Sentence Name => ShortName.Of(data.Title);

    private ChanceBy? At(double probability) => data.Said.FirstOrDefault(s => Math.Abs(s.Probability - probability) < 0.001)?.By;

    public override void Draw(ChartPaper paper)
    {
        double from = data.Weeks[0].Day.AddDays(-data.Weeks[0].Days).DayNumber, to = Math.Max(data.Weeks[^1].Day.DayNumber, from + 7);
        paper.Axes(from, to, 100);
        paper.DayLabels(DateOnly.FromDayNumber((int)from), DateOnly.FromDayNumber((int)to));
        double[] days = [from, .. data.Weeks.Select(w => (double)w.Day.DayNumber)];
        double[] chances = [0, .. data.Weeks.Select(w => 100 * w.Chance)];
        paper.Area(days, [.. days.Select(_ => 0.0)], chances, paper.Blue, 0.14);
        paper.Curve(days, chances, paper.Blue);
        foreach (var said in data.Said.Where(s => s.Probability is 0.5 or 0.85))
        {
            double x = said.By.Day.DayNumber, y = 100 * said.By.Chance;
            paper.Points([new ChartPoint(x, y)], MarkerShape.FilledCircle, 8, paper.Blue);
            var right = x < (from + to) / 2;
            paper.Label($"{(int)(100 * said.Probability)} of 100 by {said.By.Day:short}", x, y, right ? SKTextAlign.Left : SKTextAlign.Right, right ? 9 : -9, right ? 12 : -2, bold: said.Probability > 0.8);
        }

        if (data.Due is { } due && due.DayNumber > from && due.DayNumber <= to)
        {
            paper.Upright(due.DayNumber, 100, paper.Vermilion);
            var left = due.DayNumber > (from + to) / 2;
            paper.Label($"promised: {due:short}", due.DayNumber, 6, left ? SKTextAlign.Right : SKTextAlign.Left, left ? -4 : 4, 0);
        }
    }
}
