using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using SkiaSharp;

namespace BacklogHealth.Reports.Charts;

/// <summary>How old the waiting items are, and which of them nobody has touched lately.</summary>
internal sealed class AgePyramid(BacklogAge data) : Chart
{
    public override string Id => "backlog-age";

    public override Sentence Question => $"How old is what waits, and is anybody still looking at it?";

    public override Sentence HowToRead => $"Each bar counts the waiting items of one age. The blue part was changed or commented on by a person within {BacklogAge.Lately} days, the vermilion part was not. What nobody has touched for {BacklogAge.Asleep} days can mostly be closed: what matters comes back.";

    public override Sentence Title => (data.Zombies, Untouched) switch
    {
        ( > 0, _) => $"{data.Zombies} of {data.Items:# waiting item|# waiting items} {data.Zombies:has|have} not been touched for {BacklogAge.Asleep} days",
        (_, > 0) => $"{Untouched} of {data.Items:# waiting item|# waiting items} {Untouched:has|have} not been touched for {BacklogAge.Lately} days",
        _ => $"Every waiting item was touched within {BacklogAge.Lately} days",
    };

    public override Sentence Caption => data.AgeUnknown == 0
        ? $"Waiting items by age in months, epics left out, n = {data.Items}"
        : (Sentence)$"Waiting items by age in months, epics left out, n = {data.Items}; {data.AgeUnknown} of unknown age left out";

    public override Sentence Alt => $"{Title}. Half of them are {(int)data.MedianDays!.Value:# day|# days} old or older.";

    public override Table Numbers => Table.Of(
        [new($"Age"), new($"Waiting items", ColumnKind.Number), new($"Touched within {BacklogAge.Lately} days", ColumnKind.Number), new($"Not touched for {BacklogAge.Asleep} days", ColumnKind.Number)],
        data.Classes.Select(c => new[] { Name(c), c.Items, c.Touched, c.Zombies }));

    public override Sentence? TooLittle => data.Items == 0 ? (Sentence)$"No item waits whose age is known." : null;

    protected override Sentence NeutralTitle => $"Age of what waits";

    private int Untouched => data.Classes.Sum(c => c.Untouched);

    public override void Draw(ChartPaper paper)
    {
        paper.Axes(0, data.Classes.Length, data.Classes.Max(c => c.Items));
        paper.XLabels([.. data.Classes.Select((c, i) => new ChartLabel(i + 0.5, Months(c)))], all: true);
        foreach (var (age, i) in data.Classes.Select((c, i) => (c, i)))
        {
            paper.Bar(i + 0.12, i + 0.88, age.Touched, paper.Blue);
            paper.Band(i + 0.12, i + 0.88, age.Touched, age.Items, paper.Vermilion, 1);
            if (age.Items > 0)
            {
                paper.Label(age.Items, i + 0.5, age.Items, SKTextAlign.Center, bold: false);
            }
        }
    }

    private static Sentence Name(AgeClass age) => age switch
    {
        { FromMonths: 0, BelowMonths: { } below } => $"below {below:# month|# months}",
        { BelowMonths: { } below } when age.FromMonths < 12 => $"{age.FromMonths}–{below} months",
        { BelowMonths: { } below } => $"{age.FromMonths / 12}–{below / 12} years",
        _ => $"{age.FromMonths / 12} years or more",
    };

    private static Sentence Months(AgeClass age) => age.BelowMonths is { } below ? (Sentence)$"{age.FromMonths}–{below}" : $"{age.FromMonths}+";
}
