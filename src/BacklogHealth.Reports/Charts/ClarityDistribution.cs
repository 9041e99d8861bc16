using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Numbers;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Charts;

/// <summary>How many open items have which clarity.</summary>
internal sealed class ClarityDistribution(ClarityNumbers data) : Chart
{
    public override string Id => "clarity";

    public override Sentence Question => $"How clearly are the open items written?";

    public override Sentence HowToRead => $"Each bar counts the open items of ten points of clarity: 100 means that no rule found anything. Bars below 50 are set apart.";

    public override Sentence Title => data.Scored == 1
        ? (Sentence)$"The one open item scores {data.Median!.Value} of 100 for clarity"
        : data.Median == 100 ? (Sentence)$"More than half of the {data.Scored} open items score 100 of 100 for clarity"
        : $"Half of the {data.Scored} open items score {data.Median!.Value} or more of 100 for clarity";

    public override Sentence Caption => data.NotScored == 0
        ? (Sentence)$"Open items by clarity, 0 to 100, epics left out, n = {data.Scored}"
        : $"Open items by clarity, 0 to 100, epics left out, n = {data.Scored}; {data.NotScored} could not be scored";

    public override Sentence Alt => $"{Title}; {Low:no item scores|# item scores|# items score} below 50.";

    public override Table Numbers => Table.Of(
        [new($"Clarity"), new($"Open items", ColumnKind.Number)],
        data.Tens.Select((n, i) => new Sentence[] { $"{i * 10}–{(i == 9 ? 100 : i * 10 + 9)}", n }));

    public override Sentence? TooLittle => data.Scored == 0 ? (Sentence)$"No open item could be scored." : null;

    protected override Sentence NeutralTitle => $"Clarity of the open items";

    private int Low => data.Tens.Take(5).Sum();

    public override void Draw(ChartPaper paper)
    {
        paper.Axes(0, 100, data.Tens.Max());
        paper.XLabels([.. Enumerable.Range(0, 6).Select(i => (i * 20.0, (Sentence)(i * 20)))]);
        for (var i = 0; i < data.Tens.Length; i++)
        {
            paper.Bar(i * 10 + 0.8, i * 10 + 9.2, data.Tens[i], i < 5 ? paper.Vermilion : paper.Blue);
        }

        if (Low > 0)
        {
            paper.Label($"{Low} below 50", 1, data.Tens.Take(5).Max());
        }
    }
}
