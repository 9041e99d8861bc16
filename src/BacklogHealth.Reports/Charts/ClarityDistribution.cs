using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Numbers;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Charts;

/// <summary>How many open items have which clarity.</summary>
internal sealed class ClarityDistribution(ClarityNumbers data) : Chart
{
    public override string Id => "clarity";

    public override Sentence Question => "How clearly are the open items written?";

    public override Sentence HowToRead => "Each bar counts the open items of ten points of clarity: 100 means that no rule found anything. Bars below 50 are set apart.";

    public override Sentence Title => data.Scored == 1
        ? $"The one open item scores {Say.Decimal(data.Median!.Value)} of 100 for clarity"
        : data.Median == 100 ? $"More than half of the {Say.Number(data.Scored)} open items score 100 of 100 for clarity"
        : $"Half of the {Say.Number(data.Scored)} open items score {Say.Decimal(data.Median!.Value)} or more of 100 for clarity";

    public override Sentence Caption =>
        $"Open items by clarity, 0 to 100, epics left out, n = {Say.Number(data.Scored)}" + (data.NotScored == 0 ? "" : $"; {Say.Number(data.NotScored)} could not be scored");

    public override Sentence Alt => $"{Title}; {Say.Count(Low, "item")} {(Low == 1 ? "scores" : "score")} below 50.";

    public override Table Numbers => Table.Of(
        [new("Clarity"), new("Open items", ColumnKind.Number)],
        data.Tens.Select((n, i) => new Sentence[] { i == 9 ? "90–100" : $"{i * 10}–{i * 10 + 9}", Say.Number(n) }));

    public override Sentence? TooLittle => data.Scored == 0 ? "No open item could be scored." : null;

    protected override Sentence NeutralTitle => "Clarity of the open items";

    private int Low => data.Tens.Take(5).Sum();

    public override void Draw(ChartPaper paper)
    {
        paper.Axes(0, 100, data.Tens.Max());
        paper.XLabels([.. Enumerable.Range(0, 6).Select(i => (i * 20.0, Say.Number(i * 20)))]);
        for (var i = 0; i < data.Tens.Length; i++)
        {
            paper.Bar(i * 10 + 0.8, i * 10 + 9.2, data.Tens[i], i < 5 ? paper.Vermilion : paper.Blue);
        }

        if (Low > 0)
        {
            paper.Label($"{Say.Number(Low)} below 50", 1, data.Tens.Take(5).Max());
        }
    }
}
