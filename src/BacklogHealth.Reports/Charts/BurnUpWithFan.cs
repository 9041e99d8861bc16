using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using BacklogHealth.Reports.Parts;
using SkiaSharp;

namespace BacklogHealth.Reports.Charts;

/// <summary>A delivery's scope and what of it is done, week by week, and the fan of what is to come.</summary>
internal sealed class BurnUpWithFan(BurnUp data, DeliveryOutlook delivery, int number, DateOnly today) : Chart
{
    public override string Id => $"burn-up-{number}";

    public override Sentence Question => $"How far is {Say.Short(delivery.Name, 60)}, and where may it go?";

    public override Sentence HowToRead => "The upper line is how many items there are, the filled area how many of them are done. From today on it opens like a fan: 18 of 20 futures stay within the light area, 14 of 20 within the dark one, and half of them on either side of the line in its middle. Where the fan reaches the dashed line, all that is expected is done.";

    public override Sentence Title => $"{Say.Number(Last.Done)} of {Say.Count(Last.Scope, "item")} {(Last.Done == 1 ? "is" : "are")} done; {End}";

    public override Sentence Caption => $"Items of {Say.Short(delivery.Name, 60)} by week, {Say.ShortFullDay(data.Past[0].Day)} to {Say.ShortFullDay(data.Ahead[^1].Day)}{Growing}";

    public override Sentence Alt => $"{Title}.{(Growing.Length == 0 ? "" : $" {Say.Number(data.ScopeInTheEnd!.Value)} items are expected in the end.")}";

    public override Table Numbers => Table.Of(
        [new("Week to"), new("Items", ColumnKind.Number), new("Done", ColumnKind.Number), new("19 of 20", ColumnKind.Number), new("17 of 20", ColumnKind.Number), new("10 of 20", ColumnKind.Number), new("3 of 20", ColumnKind.Number), new("1 of 20", ColumnKind.Number)],
        data.Past.Select(p => new Sentence[] { Say.ShortFullDay(p.Day), Say.Number(p.Scope), Say.Number(p.Done), "", "", "", "", "" })
            .Concat(data.Ahead.Skip(1).Select(a => new Sentence[] { Say.ShortFullDay(a.Day), "", "" }.Concat(a.AtLeast.Select(n => (Sentence)$"{Say.Number(n)} or more")).ToArray())));

    public override Sentence? TooLittle => null;

    protected override Sentence NeutralTitle => "Items, and how many of them are done";

    private BurnUpDay Last => data.Past[^1];

    private string Growing => data.ScopeInTheEnd is { } end && end > Last.Scope ? $"; {Say.Number(end)} items expected in the end" : "";

    private string End => delivery.When.Dots is [_, _, { } early, ..] dots && dots[16] is { } late
        ? early == late ? $"in 14 of 20 futures the last one is done on {Say.Day(early, today)}" : $"in 14 of 20 futures the last one is done between {Say.Day(early, today)} and {Say.Day(late, today)}"
        : DateInWords.By(delivery.When, 0.5) is { } even ? $"in 10 of 20 futures the last one is done by {Say.Day(even, today)}, and in more than 3 of 20 not within two years"
        : "in more than 10 of 20 futures the last one is not done within two years";

    public override void Draw(ChartPaper paper)
    {
        double from = data.Past[0].Day.DayNumber, now = Last.Day.DayNumber, to = Math.Max(now + 7, data.Ahead[^1].Day.DayNumber);
        var scope = Math.Max(Last.Scope, data.ScopeInTheEnd ?? 0);
        paper.Axes(from, to, Math.Max(1, scope));
        paper.DayLabels(data.Past[0].Day, DateOnly.FromDayNumber((int)to));

        double[] past = [.. data.Past.Select(p => (double)p.Day.DayNumber)];
        double[] done = [.. data.Past.Select(p => (double)p.Done)];
        paper.Area(past, [.. past.Select(_ => 0.0)], done, paper.Blue, 0.55);
        paper.Curve(past, [.. data.Past.Select(p => (double)p.Scope)], paper.Ink);

        double[] ahead = [.. data.Ahead.Select(a => (double)a.Day.DayNumber)];
        double[] At(int which) => [.. data.Ahead.Select(a => (double)a.AtLeast[which])];
        paper.Area(ahead, At(0), At(4), paper.Blue, 0.16);
        paper.Area(ahead, At(1), At(3), paper.Blue, 0.30);
        paper.Curve(ahead, At(2), paper.Blue);
        paper.Level(now, to, scope, 1.2f, ScottPlot.LinePattern.Dashed);
        if (delivery.Due is { } due && due.DayNumber > from && due.DayNumber <= to)
        {
            paper.Upright(due.DayNumber, scope, paper.Vermilion);
            paper.Label($"{(delivery.Fixed ? "fixed" : "promised")}: {Say.ShortDay(due)}", due.DayNumber, scope * 0.12, due.DayNumber > (from + to) / 2 ? SKTextAlign.Right : SKTextAlign.Left, due.DayNumber > (from + to) / 2 ? -4 : 4, 0);
        }

        paper.Label(Growing.Length == 0 ? Say.Count(scope, "item") : $"{Say.Number(Last.Scope)} items, {Say.Number(scope)} expected", to, scope, SKTextAlign.Right);
        paper.Label($"{Say.Number(Last.Done)} done", now, Last.Done, SKTextAlign.Right, -4, -6);
    }
}
