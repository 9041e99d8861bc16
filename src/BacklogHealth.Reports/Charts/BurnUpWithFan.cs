using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using BacklogHealth.Reports.Parts;
using SkiaSharp;

namespace BacklogHealth.Reports.Charts;

/// <summary>A delivery's scope and what of it is done, week by week, and the fan of what is to come.</summary>
internal sealed class BurnUpWithFan(BurnUp data, DeliveryOutlook delivery, int number) : Chart
{
    public override string Id => $"burn-up-{number}";

    public override Sentence Question => $"How far is {ShortName.Of(delivery.Title)}, and where may it go?";

    public override Sentence HowToRead => $"The upper line is how many items there are, the filled area how many of them are done. From today on it opens like a fan: 18 of 20 futures stay within the light area, 14 of 20 within the dark one, and half of them on either side of the line in its middle. Where the fan reaches the dashed line, all that is expected is done.";

    public override Sentence Title => $"{Last.Done} of {Last.Scope:# item|# items} {Last.Done:is|are} done; {End}";

    public override Sentence Caption => Grows
        ? (Sentence)$"Items of {ShortName.Of(delivery.Title)} by week, {data.Past[0].Day:short full} to {data.Ahead[^1].Day:short full}; {Expected} items expected in the end"
        : $"Items of {ShortName.Of(delivery.Title)} by week, {data.Past[0].Day:short full} to {data.Ahead[^1].Day:short full}";

    public override Sentence Alt => Grows ? (Sentence)$"{Title}. {Expected} items are expected in the end." : $"{Title}.";

    public override Table Numbers => Table.Of(
        [new($"Week to"), new($"Items", ColumnKind.Number), new($"Done", ColumnKind.Number), new($"19 of 20", ColumnKind.Number), new($"17 of 20", ColumnKind.Number), new($"10 of 20", ColumnKind.Number), new($"3 of 20", ColumnKind.Number), new($"1 of 20", ColumnKind.Number)],
        data.Past.Select(p => new Sentence[] { $"{p.Day:short full}", p.Scope, p.Done, Sentence.None, Sentence.None, Sentence.None, Sentence.None, Sentence.None })
            .Concat(data.Ahead.Skip(1).Select(a => new Sentence[] { $"{a.Day:short full}", Sentence.None, Sentence.None }.Concat(a.AtLeast.Select(n => (Sentence)$"{n} or more")).ToArray())));

    public override Sentence? TooLittle => null;

    protected override Sentence NeutralTitle => $"Items, and how many of them are done";

    private BurnUpDay Last => data.Past[^1];

    private bool Grows => Expected > Last.Scope;

    private int Expected => Math.Max(Last.Scope, data.ScopeInTheEnd ?? 0);

    private Sentence End => delivery.When.Dots is [_, _, { } early, ..] dots && dots[16] is { } late
        ? early == late ? (Sentence)$"in 14 of 20 futures the last one is done on {early}" : $"in 14 of 20 futures the last one is done between {early} and {late}"
        : DateInWords.By(delivery.When, 0.5) is { } even ? (Sentence)$"in 10 of 20 futures the last one is done by {even}, and in more than 3 of 20 not within two years"
        : $"in more than 10 of 20 futures the last one is not done within two years";

    public override void Draw(ChartPaper paper)
    {
        double from = data.Past[0].Day.DayNumber, now = Last.Day.DayNumber, to = Math.Max(now + 7, data.Ahead[^1].Day.DayNumber);
        var scope = Expected;
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
            var right = due.DayNumber > (from + to) / 2;
            Sentence day = delivery.Fixed ? (Sentence)$"fixed: {due:short}" : $"promised: {due:short}";
            paper.Label(day, due.DayNumber, scope * 0.12, right ? SKTextAlign.Right : SKTextAlign.Left, right ? -4 : 4, 0);
        }

        paper.Label(Grows ? (Sentence)$"{Last.Scope} items, {scope} expected" : $"{scope:no items|# item|# items}", to, scope, SKTextAlign.Right);
        paper.Label($"{Last.Done} done", now, Last.Done, SKTextAlign.Right, -4, -6);
    }
}
