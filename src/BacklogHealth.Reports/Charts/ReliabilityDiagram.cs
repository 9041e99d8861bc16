using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using ScottPlot;
using SkiaSharp;

namespace BacklogHealth.Reports.Charts;

/// <summary>How often statements came true over how sure they said they were, with the usual method's beside them.</summary>
/// <param name="data">What a walk through the history showed; null where it is too short to look back.</param>
internal sealed class ReliabilityDiagram(BacktestRecord? data) : Chart
{
    public override string Id => "reliability";

    public override Sentence Question => $"Do forecasts come true as often as they say?";

    public override Sentence HowToRead => $"Each dot is a chance: to the right stands what was said, upwards how often it came true. On the line both are the same; below it forecasts promise too much, above it they are careful. A bar shows where the true share lies with 95 % certainty. Of eleven bars one may miss the line by luck; a dot that is off by more than that is vermilion. Diamonds are the usual method, which draws days at random from the last 90. Items are whole, so “at least so many” has a chance that is a little above the one asked for; each mark stands at the chance it had.";

    public override Sentence Title => (Off(-1), Off(1)) switch
    {
        (0, 0) when Record.Points < RecordOfStatements.Enough => $"What we said came true about as often as we said, as far as {Record.Points} looks back can tell",
        (0, 0) => $"What we said came true about as often as we said",
        (0, var more) => $"At {more} of {Told.Count:# chance|# chances}, what we said came true more often than we said",
        (var less, 0) => $"At {less} of {Told.Count:# chance|# chances}, what we said came true less often than we said",
        var (less, more) => $"At {less} of {Told.Count:# chance|# chances}, what we said came true less often than we said, at {more} more often",
    };

    public override Sentence Caption => $"“At least so many items in {Record.Days / 7} weeks”, said at {Record.Points} past points, {Record.From:short full} to {Record.To:short full}: said in % to the right, came true in % upwards; bars: 95 % intervals";

    public override Sentence Alt => Sentence.Join([$"{Title}.", .. Told.Where(t => t.Asked is 0.5 or 0.85 or 0.95).Select(Kept)]);

    public override Table Numbers => Table.Of(
        [new($"Asked for"), new($"Said on average"), new($"Came true", ColumnKind.Number), new($"Of", ColumnKind.Number), new($"95 % interval"), new($"Usual method said"), new($"Came true, usual method", ColumnKind.Number), new($"Of, usual method", ColumnKind.Number)],
        Record.Diagram.Select(d => new Sentence[]
        {
            Whole(d.Asked), Said(d.Ours), d.Ours.Held.Times, d.Ours.Held.Of, Interval(d.Ours.Held), Said(d.Usual), d.Usual.Held.Times, d.Usual.Held.Of,
        }));

    public override Sentence? TooLittle => data switch
    {
        null => $"The history is too short to look back: it takes 90 days and four weeks behind them to see what a forecast would have been worth.",
        { Points: < BacktestRecord.Enough } => $"{data.Points:no looks|# look|# looks} back so far; from {BacktestRecord.Enough} on, what was said and what came true are set against each other here.",
        _ when Told.Count == 0 => $"At none of the {data.Points} points in the past was there more to say than “0 or more items”.",
        _ => null,
    };

    protected override Sentence NeutralTitle => $"What was said and what came true";

    private BacktestRecord Record => data!;

    private List<Reliability> Told => [.. Record.Diagram.Where(d => d.Ours.Held.Of > 0)];

    private int Off(int side) => Told.Count(d => d.Ours.Off == side);

    /// <summary>"37–66 %"; empty where nothing was said.</summary>
    internal static Sentence Interval(HeldBefore held) => held.Of == 0 ? Sentence.None : $"{Share.OfHundred(held.Interval.From)}–{Share.OfHundred(held.Interval.To)} %";

    public override void Draw(ChartPaper paper)
    {
        paper.Axes(0, 100, 100);
        paper.XLabels([new(0, 0), new(50, 50), new(100, 100)]);
        paper.Stroke((0, 0), (100, 100), paper.Soft, pattern: LinePattern.Dashed);
        foreach (var told in Told)
        {
            var (said, held) = (100 * told.Ours.Said, told.Ours.Held);
            paper.Stroke((said, 100 * held.Interval.From), (said, 100 * held.Interval.To), paper.Blue);
        }

        paper.Points(Record.Diagram.Where(d => d.Usual.Held.Of > 0).Select(d => At(d.Usual)), MarkerShape.FilledDiamond, 8, paper.Soft, 0.8);
        paper.Points(Told.Where(d => d.Ours.Off == 0).Select(d => At(d.Ours)), MarkerShape.FilledCircle, 7, paper.Blue);
        paper.Points(Told.Where(d => d.Ours.Off != 0).Select(d => At(d.Ours)), MarkerShape.FilledCircle, 8, paper.Vermilion);
        paper.Label($"came true in %", 0, 100, dy: -2, bold: false);
        paper.Label($"● these forecasts", 100, 0, SKTextAlign.Right, dy: -42);
        paper.Label($"◆ the usual method", 100, 0, SKTextAlign.Right, dy: -26, bold: false);
        paper.Label($"said in %", 100, 0, SKTextAlign.Right, bold: false);
    }

    private static ChartPoint At(ReliabilityPoint point) => new(100 * point.Said, 100.0 * point.Held.Times / point.Held.Of);

    private static Sentence Said(ReliabilityPoint point) => point.Held.Of == 0 ? Sentence.None : Whole(point.Said);

    private static Sentence Kept(Reliability told) => told.Usual.Held.Of == 0
        ? (Sentence)$"{told.Asked:%} came true {told.Ours.Held.Times} of {told.Ours.Held.Of:# time|# times}."
        : $"{told.Asked:%} came true {told.Ours.Held.Times} of {told.Ours.Held.Of:# time|# times}, the usual method's {told.Usual.Held.Times} of {told.Usual.Held.Of}.";

    // A table of numbers holds what they are: no "more than 95 %" here.
    internal static Sentence Whole(double chance) => $"{Share.OfHundred(chance)} %";
}
