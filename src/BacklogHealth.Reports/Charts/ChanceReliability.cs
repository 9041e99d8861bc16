using System.Collections.Immutable;
using BacklogHealth.Core.Forecasting;
using BacklogHealth.Core.Health;
using BacklogHealth.Core.Models;
using BacklogHealth.Core.Models.Skill;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using ScottPlot;
using SkiaSharp;

namespace BacklogHealth.Reports.Charts;

/// <summary>How often something befell later items over the chance that was said of them, in groups. It is drawn for a model that is not shown as well, since it shows why.</summary>
/// <param name="verdict">What came of learning, with a calibration of one group or more.</param>
internal sealed class ChanceReliability(ModelVerdict verdict) : Chart
{
    // Chances of a usual team may end well below 100 %: both axes end at the first of these that holds all bars. Each is a number at which the paper ends, too.
    private static readonly double[] Ends = [20, 40, 60, 100];

    private readonly ImmutableArray<SaidAndMet> _groups = verdict.Calibration!.Groups;

    public override string Id => $"chance-reliability-{verdict.Target}";

    public override Sentence Question => $"Do the chances come true as often as they say?";

    public override Sentence HowToRead => $"Each dot is a group of later items with about the same chance: to the right stands the chance that was said of them, upwards how many of a hundred it happened to. On the line both are the same; above it, it happened more often than was said. A bar shows where the true share lies with 95 % certainty. A dot whose bar misses the line is vermilion; of twenty bars one does so by luck alone.";

    public override Sentence Title => (Off(-1), Off(1)) switch
    {
        // Each group by itself is too small to be off by more than luck.
        (0, 0) when IsOff => $"No single group is off the line, but all together the chances were wrong by {Share.OfHundred(verdict.Calibration!.Error)} of 100",

        // Who says about the same of every item is right on average, and of no use.
        (0, 0) when verdict.Reason == VerdictReason.NoLink => $"The chances came true about as often as they said, but hardly tell items apart",
        (0, 0) => $"The chances came true about as often as they said",
        var (less, more) when !IsOff => $"The chances came true about as often as they said; {less + more} of {_groups.Length:# group|# groups} {less + more:is|are} off the line",
        (0, var more) => $"In {more} of {_groups.Length:# group|# groups} it happened more often than was said",
        (var less, 0) => $"In {less} of {_groups.Length:# group|# groups} it happened less often than was said",
        var (less, more) => $"In {less} of {_groups.Length:# group|# groups} it happened less often than was said, in {more} more often",
    };

    public override Sentence Caption => verdict.From is { } from
        ? $"Said in % to the right, came true in % upwards, n = {Items} later ones of {verdict.Items} items begun {from:short full} to {verdict.DataTo.AddDays(-1):short full}; bars: 95 % intervals"
        : (Sentence)$"Said in % to the right, came true in % upwards, n = {Items} later ones of {verdict.Items} items; bars: 95 % intervals";

    public override Sentence Alt => Sentence.Join([$"{Title}.", .. _groups.Select(g => (Sentence)$"Where {ReliabilityDiagram.Whole(g.Said)} was said, it happened to {g.Met} of {g.Items:# item|# items}.")]);

    public override Table Numbers => Table.Of(
        [new($"Said on average"), new($"Came true", ColumnKind.Number), new($"Of", ColumnKind.Number), new($"95 % interval")],
        _groups.Select(g => new Sentence[] { ReliabilityDiagram.Whole(g.Said), g.Met, g.Items, ReliabilityDiagram.Interval(Held(g)) }));

    public override Sentence? TooLittle => null;

    protected override Sentence NeutralTitle => $"What was said and what came true";

    private bool IsOff => verdict.Calibration!.Error > Gate.LargestError;

    private int Items => _groups.Sum(g => g.Items);

    public override void Draw(ChartPaper paper)
    {
        var top = Ends.First(e => e >= 100 * _groups.Max(g => Math.Max(g.Said, Held(g).Interval.To)));
        paper.Axes(0, top, top);
        paper.XLabels([new(0, 0), new(top / 2, top / 2), new(top, top)]);
        paper.Stroke((0, 0), (top, top), paper.Soft, pattern: LinePattern.Dashed);
        foreach (var group in _groups)
        {
            var (from, to) = Held(group).Interval;
            paper.Stroke((100 * group.Said, 100 * from), (100 * group.Said, 100 * to), Side(group) == 0 ? paper.Blue : paper.Vermilion);
        }

        paper.Points(_groups.Where(g => Side(g) == 0).Select(At), MarkerShape.FilledCircle, 7, paper.Blue);
        paper.Points(_groups.Where(g => Side(g) != 0).Select(At), MarkerShape.FilledCircle, 8, paper.Vermilion);
        paper.Label($"came true in %", 0, top, dy: -2, bold: false);
        paper.Label($"said in %", top, 0, SKTextAlign.Right, bold: false);
    }

    private int Off(int side) => _groups.Count(g => Side(g) == side);

    /// <summary>Where the bar lies that misses the line: it happened more often than was said (1), less often (−1); 0 where the line runs through it.</summary>
    private static int Side(SaidAndMet group) => Held(group).Interval is var (from, to) && group.Said < from ? 1 : group.Said > to ? -1 : 0;

    private static HeldBefore Held(SaidAndMet group) => new(group.Said, group.Met, group.Items);

    private static ChartPoint At(SaidAndMet group) => new(100 * group.Said, 100 * group.Share);
}
