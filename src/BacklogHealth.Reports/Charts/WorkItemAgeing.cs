using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Numbers;
using BacklogHealth.Reports.Pages;
using ScottPlot;
using SkiaSharp;

namespace BacklogHealth.Reports.Charts;

/// <summary>Age of each item in progress by the state it is in, before the ages at which finished items had left that state.</summary>
internal sealed class WorkItemAgeing(AgeingNumbers data, DateOnly today) : Chart
{
    private const int MostLabels = 3;

    public override string Id => "work-item-age";

    public override Sentence Question => $"Which items in progress are getting old?";

    public override Sentence HowToRead => $"Each mark is an item in progress: further up, it is older. The shaded steps show by which age 50, 70, 85 and 95 of 100 finished items had left that state. A triangle is older than 85 of 100 of them were; on the topmost line it is at least that old, and may be older than the axis shows.";

    public override Sentence Title => Old.Count switch
    {
        _ when data.Finished < NumbersOf.FewestItems => $"The oldest item in progress is {data.Items[0].Days:no days|# day|# days} old",
        0 when data.Items.Length == 1 => $"The one item in progress is not older than usual",
        0 => $"None of the {data.Items.Length:##} items in progress is older than usual",
        _ when data.Items.Length == 1 => $"The one item in progress is older than 85 of 100 finished ones were",
        var n => $"{n:##} of {data.Items.Length:##} items in progress {n:is|are} older than 85 of 100 finished ones were",
    };

    public override Sentence Caption => data.Finished < NumbersOf.FewestItems
        ? (Sentence)$"Age in days since started, by state, on {today}, n = {data.Items.Length}; too few finished items to compare with"
        : $"Age in days since started, by state, n = {data.Items.Length}; shaded: when 50, 70, 85 and 95 of 100 finished items had left the state, n = {data.Finished}";

    public override Sentence Alt => $"{Title}. The oldest, {data.Items[0].Key} in “{data.Items[0].State}”, is {data.Items[0].Days:no days|# day|# days} old.";

    public override Table Numbers => Table.Of(
        [new($"Item", ColumnKind.Key), new($"State"), new($"Age in days", ColumnKind.Number)],
        [
            .. data.Items.Select(i => new[] { Sentence.Data(i.Key), Sentence.Data(i.State), i.Days }),
            .. data.Bands.SelectMany(b => new[] { (50, b.P50), (70, b.P70), (85, b.P85), (95, b.P95) }.Where(p => p.Item2 is not null)
                .Select(p => new Sentence[] { $"{p.Item1} of 100 finished", Sentence.Data(b.State), p.Item2!.Value })),
        ]);

    public override Sentence? TooLittle => data.Items.IsEmpty ? (Sentence)$"No item is in progress on {today}." : null;

    protected override Sentence NeutralTitle => $"Age of items in progress";

    /// <summary>Where many are old, only the oldest is named.</summary>
    private int Labels => Old.Count > MostLabels ? 1 : MostLabels;

    private List<AgePoint> Old => field ??= [.. data.Items.Where(IsOld)];

    public override void Draw(ChartPaper paper)
    {
        var highestBand = data.Bands.Max(b => b.P95 ?? 0);
        var oldest = data.Items[0].Days;
        var top = paper.Axes(0, data.Bands.Length, highestBand == 0 ? oldest : Math.Min(oldest * 1.08, Math.Max(10, highestBand * 1.8)));
        paper.XLabels([.. data.Bands.Select((b, i) => new ChartLabel(i + 0.5, Sentence.Data(Say.Short(b.State, Math.Max(5, 60 / data.Bands.Length)))))]);
        for (var i = 0; i < data.Bands.Length; i++)
        {
            DrawBand(paper, data.Bands[i], i, top);
        }

        LabelSteps(paper, data.Bands[^1], top);
        var places = Places();
        foreach (var marks in places.GroupBy(p => new { IsOld = IsOld(p.Item), Above = p.Item.Days > top }).OrderBy(g => g.Key.IsOld))
        {
            var old = marks.Key.IsOld;
            paper.Points(marks.Select(p => new ChartPoint(p.X, Math.Min(p.Item.Days, top))), old ? MarkerShape.FilledTriangleUp : MarkerShape.FilledCircle, old ? 10 : 8, old ? paper.Vermilion : paper.Blue, marks.Key.Above ? 1 : 0.9);
        }

        foreach (var (item, x) in places.Where(p => IsOld(p.Item)).Take(Labels))
        {
            var right = x < data.Bands.Length * 0.6;
            paper.Label(Words(item, top), x, Math.Min(item.Days, top), right ? SKTextAlign.Left : SKTextAlign.Right, right ? 9 : -9, Labels == 1 ? -8 : 4 + 13 * Crowded(item));
        }
    }

    /// <summary>What an item's mark is called: its age, too, since a mark that would lie above the axis stands at its top.</summary>
    /// <param name="item">The item.</param>
    /// <param name="top">Highest age that the axis shows, in days.</param>
    internal Sentence Words(AgePoint item, double top)
    {
        var key = Say.Short(item.Key, 14);
        return item.Days > top ? (Sentence)$"{key}, {item.Days:# day|# days}, above this axis"
            : Labels == 1 && Old.Count > 1 ? (Sentence)$"oldest: {key}, {item.Days:# day|# days}"
            : $"{key}, {item.Days:# day|# days}";
    }

    private static void DrawBand(ChartPaper paper, AgeBand band, int column, double top)
    {
        double left = column + 0.03, right = column + 0.97;
        var p50 = Math.Min(band.P50 ?? 0, top);
        var p70 = Math.Min(band.P70 ?? 0, top);
        var p85 = Math.Min(band.P85 ?? 0, top);
        paper.Band(left, right, 0, p50, paper.Blue, 0.24);
        paper.Band(left, right, p50, p70, paper.Blue, 0.16);
        paper.Band(left, right, p70, p85, paper.Blue, 0.09);
        paper.Band(left, right, p85, Math.Min(band.P95 ?? 0, top), paper.Vermilion, 0.13);
    }

    /// <summary>The steps of the last state are named; where two lie too close, the more telling one.</summary>
    private void LabelSteps(ChartPaper paper, AgeBand band, double top)
    {
        var named = new List<double>();
        foreach (var (percent, days) in new[] { (85, band.P85), (50, band.P50), (95, band.P95), (70, band.P70) })
        {
            if (days is { } at && at <= top && named.TrueForAll(n => Math.Abs(n - at) > top * 0.09))
            {
                named.Add(at);
                paper.Label(percent == 85 ? (Sentence)$"85 of 100" : percent, data.Bands.Length - 0.05, at, SKTextAlign.Right, dy: 12, bold: false);
            }
        }
    }

    /// <summary>Items of one state stand side by side, spread over their column in the order of age.</summary>
    private List<Place> Places()
    {
        var columns = data.Bands.Index().ToDictionary(b => b.Item.State, b => b.Index, StringComparer.Ordinal);
        var before = new int[data.Bands.Length];
        return [.. data.Items.Select(item => new Place(item, columns[item.State] + 0.12 + (0.76 * (((before[columns[item.State]]++ * 0.618) + 0.3) % 1))))];
    }

    private int Crowded(AgePoint item) =>
        Old.Take(MostLabels).TakeWhile(o => o != item).Count(o => Math.Abs(o.Days - item.Days) <= Math.Max(1, data.Items[0].Days / 20));

    private bool IsOld(AgePoint item) =>
        item.Old;

    /// <param name="Item">The item.</param>
    /// <param name="X">Where its mark stands on the x axis.</param>
    private sealed record Place(AgePoint Item, double X);
}
