using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Numbers;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Charts;

/// <summary>How many open items have which score, in steps of ten points. What the score is called, its two kinds say.</summary>
internal abstract class ScoreDistribution(ScoreNumbers data) : Chart
{
    protected ScoreNumbers Data { get; } = data;

    public override Sentence? TooLittle => Data.Scored == 0 ? (Sentence)$"No open item could be scored." : null;

    /// <summary>Items below 50.</summary>
    protected int Low => Data.Tens.Take(5).Sum();

    public override void Draw(ChartPaper paper)
    {
        paper.Axes(0, 100, Data.Tens.Max());
        paper.XLabels([.. Enumerable.Range(0, 6).Select(i => new ChartLabel(i * 20, i * 20))]);
        for (var i = 0; i < Data.Tens.Length; i++)
        {
            paper.Bar(i * 10 + 0.8, i * 10 + 9.2, Data.Tens[i], i < 5 ? paper.Vermilion : paper.Blue);
        }

        if (Low > 0)
        {
            paper.Label($"{Low} below 50", 1, Data.Tens.Take(5).Max());
        }
    }

    protected Table Steps(Sentence score) => Table.Of(
        [new(score), new($"Open items", ColumnKind.Number)],
        Data.Tens.Select((n, i) => new Sentence[] { $"{i * 10}–{(i == 9 ? 100 : i * 10 + 9)}", n }));
}
