using BacklogHealth.Core.Health;
using BacklogHealth.Core.Sentences;
using BacklogHealth.Reports.Pages;
using ScottPlot;

namespace BacklogHealth.Reports.Charts;

/// <summary>What an estimate says of how long an item takes.</summary>
internal sealed class EstimateAgainstCycleTime(EstimatesAgainstCycleTimes data) : Chart
{
    public override string Id => "estimate-and-cycle-time";

    public override Sentence Question => $"Does a larger estimate take longer?";

    public override Sentence HowToRead => $"Each dot is a finished item: to the right stands its estimate when work began, upwards the days from start to finish. Where dots of one estimate lie far apart, the estimate says little of the time. The rank correlation is 1 where the order of estimates is the order of days, 0 where it says nothing. Nobody needs better estimates for it: forecasts here rest on counts.";

    public override Sentence Title => (data.From, data.To) switch
    {
        ( > 0, _) => $"Larger estimates took longer as a rule: rank correlation {Two(data.Correlation!.Value)}",
        (_, < 0) => $"Larger estimates took less time as a rule: rank correlation {Two(data.Correlation!.Value)}",
        _ => $"Whether larger estimates take longer cannot be told from luck",
    };

    public override Sentence Caption => data.WithoutEstimate == 0
        ? $"Days from started to finished, by estimate, {data.Days / 7} weeks, n = {data.Points.Length}; 95 % interval {Two(data.From!.Value)} to {Two(data.To!.Value)}"
        : (Sentence)$"Days from started to finished, by estimate, {data.Days / 7} weeks, n = {data.Points.Length}; 95 % interval {Two(data.From!.Value)} to {Two(data.To!.Value)}; {data.WithoutEstimate} without an estimate left out";

    public override Sentence Alt => $"{Title}.";

    public override Table Numbers => Table.Of(
        [new($"Item", ColumnKind.Key), new($"Estimate", ColumnKind.Number), new($"Days", ColumnKind.Number)],
        data.Points.Select(p => new[] { Sentence.Data(p.Key), p.Estimate, p.Days }));

    public override Sentence? TooLittle =>
        data.Points.Length < EstimatesAgainstCycleTimes.Fewest
            ? $"{data.Points.Length:No finished item|# finished item|# finished items} with an estimate in {data.Days / 7} weeks; from {EstimatesAgainstCycleTimes.Fewest} on, estimates and days are set side by side here."
        : data.Correlation is null ? (Sentence)$"All estimates, or all days, are the same: nothing to compare."
        : null;

    protected override Sentence NeutralTitle => $"Estimates and days";

    public override void Draw(ChartPaper paper)
    {
        var estimates = data.Points.Select(p => p.Estimate).Distinct().Order().ToList();
        double largest = Math.Max(1, estimates[^1]);
        var days = data.Points.Select(p => p.Days).Order().ToList();
        var top = paper.Axes(0, largest * 1.06, Math.Max(5, Math.Min(days[^1], days[(int)(days.Count * 0.95)] * 1.6)));
        paper.XLabels([.. Ticks(estimates, largest).Select(e => new ChartLabel(e, e))], all: true);
        paper.Points(data.Points.Where(p => p.Days <= top).Select(p => new ChartPoint(p.Estimate, p.Days)), MarkerShape.FilledCircle, 7, paper.Blue, 0.5);
        paper.Points(data.Points.Where(p => p.Days > top).Select(p => new ChartPoint(p.Estimate, top)), MarkerShape.FilledTriangleUp, 9, paper.Vermilion);
        if (days[^1] > top)
        {
            paper.Label($"▲ {data.Points.Count(p => p.Days > top)} took longer, up to {days[^1]:# day|# days}", 0, top, dy: -12, bold: false);
        }
    }

    // The team's own estimates where there is room for them.
    private static IEnumerable<double> Ticks(List<double> estimates, double largest)
    {
        var last = double.NegativeInfinity;
        foreach (var estimate in estimates.Where(e => e - last > largest * 0.07))
        {
            last = estimate;
            yield return estimate;
        }
    }

    private static double Two(double correlation) => Math.Round(correlation, 2);
}
