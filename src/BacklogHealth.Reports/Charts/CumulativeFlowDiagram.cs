using System.Collections.Immutable;
using BacklogHealth.Core.Flow;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using SkiaSharp;

namespace BacklogHealth.Reports.Charts;

/// <summary>What waits, what is in progress and what is finished, summed up day by day.</summary>
internal sealed class CumulativeFlowDiagram(ImmutableArray<CumulativeDay> data) : Chart
{
    private const int FewestWeeks = 4;

    public override string Id => "cumulative-flow";

    public override Sentence Question => $"Do items come in faster than they are finished, and where do they pile up?";

    public override Sentence HowToRead => $"The lowest area is what was finished since the window began; above it, what was in progress on that day; on top, what was waiting. An area that widens is piling up.";

    public override Sentence Title => $"{Arrived:no item|# item|# items} came in and {Finished:none was|# was|# were} finished in {Weeks} weeks";

    public override Sentence Caption => $"Items by day, {Weeks} weeks to {Last.Day}, removed items left out; on {First.Day:short}: {First.Waiting} waiting, {First.InProgress} in progress";

    public override Sentence Alt =>
        $"{Title}. In progress were {First.InProgress} at the beginning and {Last.InProgress} at the end; waiting were {First.Waiting} and {Last.Waiting}.";

    public override Table Numbers => Table.Of(
        [new($"Day"), new($"Waiting", ColumnKind.Number), new($"In progress", ColumnKind.Number), new($"Finished since the beginning", ColumnKind.Number)],
        data.Where((d, i) => i % 7 == (data.Length - 1) % 7)
            .Select(d => new Sentence[] { $"{d.Day:short full}", d.Waiting, d.InProgress, d.Finished - Before }));

    public override Sentence? TooLittle =>
        Weeks < FewestWeeks ? $"{Weeks:no whole weeks|# whole week|# whole weeks} of history so far; from {FewestWeeks} weeks on, the flow is shown here."
        : Last.Created - Before == 0 ? (Sentence)$"There is no item to count." : null;

    protected override Sentence NeutralTitle => $"Waiting, in progress, finished";

    private CumulativeDay First => data[0];

    private CumulativeDay Last => data[^1];

    private int Weeks => data.Length / 7;

    /// <summary>Finished before the window began: the lowest area starts from zero.</summary>
    private int Before => First.Finished;

    private int Arrived => Last.Created - First.Created;

    private int Finished => Last.Finished - Before;

    public override void Draw(ChartPaper paper)
    {
        double from = First.Day.DayNumber, to = Last.Day.DayNumber;
        var top = paper.Axes(from, to, data.Max(d => d.Created) - Before);
        paper.DayLabels(First.Day, Last.Day);
        double[] xs = [.. data.Select(d => (double)d.Day.DayNumber)];
        double[] zero = [.. data.Select(_ => 0.0)];
        double[] finished = [.. data.Select(d => (double)d.Finished - Before)];
        double[] started = [.. data.Select(d => (double)d.Started - Before)];
        double[] arrived = [.. data.Select(d => (double)d.Created - Before)];
        paper.Area(xs, zero, finished, paper.Blue, 0.55);
        paper.Area(xs, finished, started, paper.Vermilion, 0.85);
        paper.Area(xs, started, arrived, paper.Soft, 0.18);
        paper.Curve(xs, arrived, paper.Soft);

        // Labels stand on their area at the right edge and keep a line's distance from each other.
        var line = top * 0.085;
        var lowest = Math.Max(Finished / 2.0 - line / 3, line * 0.3);
        var middle = Math.Max((Last.Finished + Last.Started) / 2.0 - Before - line / 3, lowest + line);
        var highest = Math.Max((Last.Started + Last.Created) / 2.0 - Before - line / 3, middle + line);
        paper.Label($"{Finished} finished", to, lowest, SKTextAlign.Right, -4, 0);
        paper.Label($"{Last.InProgress} in progress", to, middle, SKTextAlign.Right, -4, 0);
        paper.Label($"{Last.Waiting} waiting", to, highest, SKTextAlign.Right, -4, 0);
    }
}
