using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Charts;
using BacklogHealth.Reports.Pages;

namespace BacklogHealth.Reports.Parts;

/// <summary>Whether forecasts have kept their word: what was said against what came true, in a diagram and by horizon.</summary>
internal sealed class SaidAndHeld : ReportPart
{
    public override string Id => "said-and-held";

    public override IEnumerable<Block> Blocks(ReportContext report)
    {
        var diagram = new ReliabilityDiagram(report.FourWeeksBack);
        yield return new Heading(BacktestInWords.Heading(report.FourWeeksBack));
        if (diagram.TooLittle is not null)
        {
            yield return new SideBySide([diagram.ToFigure(report.Voice)]);
            yield break;
        }

        yield return new Paragraph(BacktestInWords.How(report.FourWeeksBack!));
        yield return new SideBySide([diagram.ToFigure(report.Voice)]);
        yield return new Paragraph(BacktestInWords.Usual(report.FourWeeksBack!));
        yield return ByHorizon(report.Health.Backtest.Value);
        if (report.Health.Backtest.Value.Length > 1)
        {
            yield return new Paragraph($"In brackets: where the true share lies with 95 % certainty. Longer forecasts overlap, so they tell less than their number.", Tone.Note);
        }
    }

    public override JsonObject Numbers(ReportContext report) => new() { ["backtest"] = BacktestInWords.Numbers(report.Health.Backtest.Value) };

    private static Table ByHorizon(ImmutableArray<BacktestRecord> records) => Table.Of(
        [new($"Came true of what was said at", ColumnKind.Key), .. records.Select(r => new Column($"{r.Days / 7} weeks", ColumnKind.Number)), new($"Usual method, 4 weeks", ColumnKind.Number)],
        ForecastMaker.Probabilities.Select(Sentence[] (p) =>
            [$"{(int)Math.Round(100 * p)} %", .. records.Select(r => Times(r.At(p).Ours.Held)), Times(records[0].At(p).Usual.Held)]));

    private static Sentence Times(HeldBefore held) => held.Of == 0 ? (Sentence)$"nothing said" : $"{held.Times} of {held.Of} ({ReliabilityDiagram.Interval(held)})";
}
